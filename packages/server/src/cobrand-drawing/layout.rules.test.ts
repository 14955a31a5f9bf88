import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {placeLogo} from './compose-logo.ts';
import {contrast, luminance, medianContrast, readableOn, toRgb} from './contrast.rules.ts';
import {breakLines, fitText, wordsOf} from './text-layout.rules.ts';

/** Every character is half as wide as it is high; Chinese ones are square. */
const measure = (text: string) => [...text].reduce((sum, character) => sum + (/[\u4e00-\u9fff，。（）]/.test(character) ? 1 : 0.5), 0);

describe('the layout of text', () => {
  it('breaks lines at blanks and hyphens, and Chinese between characters but not before what closes', () => {
    assert.deepEqual(wordsOf('one two-three'), ['one ', 'two-', 'three']);
    assert.deepEqual(breakLines('one two three\nfour', 4, measure), ['one two', 'three', 'four']);
    assert.deepEqual(breakLines('光伏科技有限公司', 4, measure), ['光伏科技', '有限公司']);
    assert.deepEqual(breakLines('光伏科技，有限（公司）', 4, measure), ['光伏科', '技，有限', '（公司）']);
    assert.deepEqual(breakLines('ABB 光伏', 3, measure), ['ABB 光', '伏']);
    assert.deepEqual(wordsOf('データ、ショー'), ['デー', 'タ、', 'ショー'], 'small letters and long marks stay with what they belong to');
    assert.deepEqual(wordsOf('บริษัทแสงสว่างจำกัด'), ['บริษัท', 'แสง', 'สว่าง', 'จำกัด'], 'words of Thai are told apart by a dictionary');
  });

  it('is as large as it can be, and is refused when it does not fit at the smallest', () => {
    const room = {width: 60, height: 30, minSize: 8, maxSize: 12, fit: 'wrap'} as const;
    assert.deepEqual(fitText('ten chars.', room, measure), {size: 12, lines: ['ten chars.']});
    assert.deepEqual(fitText('ten chars. and ten', room, measure)?.lines, ['ten chars.', 'and ten']);
    assert.ok((fitText('one line of twenty', {...room, fit: 'line', width: 80}, measure)?.size ?? 0) < 9);
    assert.equal(fitText('one line of twenty-two', {...room, fit: 'line'}, measure), undefined);
    assert.equal(fitText('words '.repeat(20), room, measure), undefined);
    assert.equal(fitText('Unbreakablewordthatistoolong', room, measure), undefined);
  });
});

describe('rules for logos', () => {
  it('keep them whole, inside of their zone with clear space around, and no larger than they may be', () => {
    const zone = {x: 10, y: 10, w: 120, h: 40, align: 'start', maxSize: null} as const;
    const wide = placeLogo(zone, 4, 0.25);
    assert.ok(wide.x - 0.25 * wide.h >= 10 - 1e-9 && wide.x + wide.w + 0.25 * wide.h <= 130 + 1e-9);
    assert.ok(Math.abs(wide.w / wide.h - 4) < 1e-9);
    const tall = placeLogo({...zone, align: 'end'}, 0.5, 0);
    assert.deepEqual([tall.h, tall.w, tall.x], [40, 20, 110]);
    assert.equal(placeLogo({...zone, maxSize: 60}, 4, 0).w, 60);
    assert.equal(placeLogo({...zone, maxSize: 10}, 0.5, 0).h, 10);
  });

  it('measure contrast as WCAG does', () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(luminance(toRgb('#ffffff')), 1);
    assert.equal(contrast(toRgb('#777777'), toRgb('#ffffff')).toFixed(2), '4.48');
    assert.equal(medianContrast([[[0, 0, 0], [255, 255, 255]], [[0, 0, 0], [0, 0, 0]], [[0, 0, 0], [0, 0, 0]]]), 1);
    assert.deepEqual([readableOn('#0f766e'), readableOn('#fde68a')], ['#ffffff', '#000000']);
  });
});
