import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isolateNumbers, numbersIn} from './number-order.rules.ts';
import {Typesetting} from './typesetting.ts';
import {toVisualOrder} from './visual-order.rules.ts';

/** What is seen from left to right, cluster by cluster. */
async function seen(text: string, lines: readonly string[] = [text]): Promise<string[]> {
  const typesetting = await Typesetting.open(text, 'regular');
  assert.deepEqual(typesetting.missing, []);
  return typesetting.set(lines).map(({runs}) => runs.flatMap(({clusters}) => clusters.map(cluster => cluster.text)).join(''));
}

describe('typesetting', () => {
  it('puts parts in the order in which they are seen, whatever their levels', () => {
    const order = (levels: readonly number[]) => toVisualOrder(levels.map((level, index) => ({level, index}))).map(({index}) => index);
    assert.deepEqual(order([0, 1, 0]), [0, 1, 2]);
    assert.deepEqual(order([1, 2, 1]), [2, 1, 0]);
    assert.deepEqual(order([0, 1, 2, 1, 0]), [0, 3, 2, 1, 4]);
    assert.deepEqual(order([1, 2, 3, 2, 1]), [4, 1, 2, 3, 0]);
    assert.deepEqual(order([]), []);
  });

  it('begins where the first letter says, and keeps words of the other direction together', async () => {
    assert.deepEqual(await seen('By אבג, Helsinki 7'), ['By גבא, Helsinki 7']);
    assert.deepEqual(await seen('אבג 2026 Cobot 7 (דה)'), [')הד( Cobot 7 2026 גבא'], 'brackets are turned over when they are drawn');
    assert.deepEqual(await seen('אבג דהו זחט', ['אבג דהו', 'זחט']), ['והד גבא', 'טחז'], 'each line by itself, after it was broken');
  });

  it('does not let the groups of telephone numbers and dates change places', async () => {
    assert.deepEqual(await seen('טל. +971 4 123-4567'), ['+971 4 123-4567 .לט']);
    assert.deepEqual(await seen('+971 4 123 4567 אב'), ['בא +971 4 123 4567']);
    assert.deepEqual(await seen('שמש · 2026-11-22'), ['2026-11-22 · שמש']);
    assert.deepEqual(numbersIn('10 - 20, v3, 2026-11, 1998'), [], 'other numbers are none');
    assert.equal(isolateNumbers('אב 040 123 4567'), 'אב \u2066040 123 4567\u2069');
    assert.equal(isolateNumbers('Lumen 040 123 4567'), 'Lumen 040 123 4567');
  });

  it('says what no font has and what does not go together, as it is read', async () => {
    const {missing} = await Typesetting.open('ok 👩‍🔬 \u093f ꧁ e\u0301 ش\u0651', 'regular');
    assert.deepEqual(missing, ['👩‍🔬', '\u093f', '꧁']);
  });

  it('writes ideographs as the language of the text does', async () => {
    const pieceOf = async (text: string, language: string) => (await Typesetting.open(text, 'regular', language)).set([text])[0]?.runs[0]?.piece.name.replace(/-\d+-regular$/, '');
    assert.deepEqual([await pieceOf('直骨', 'zh-Hans'), await pieceOf('直骨', 'ja'), await pieceOf('直のひかり', 'en'), await pieceOf('直 빛나라', 'en')], ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-jp', 'noto-sans-kr']);
    assert.deepEqual([await pieceOf('直骨', 'zh-Hant'), await pieceOf('直骨', 'zh-HK'), await pieceOf('直骨', 'zh-Hans-HK')], ['noto-sans-tc', 'noto-sans-tc', 'noto-sans-sc']);
  });
});
