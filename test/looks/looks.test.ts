import assert from 'node:assert/strict';
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {definedWidgets} from '../../packages/widgets/build/defined-widgets.ts';
import {folder, heightPx, holdAgainst, views, type View} from './album.ts';
import {directions, locales, nameOf, states, themes, widths, type Cell, type State} from './cells.ts';
import {compare, toKept} from './compare.ts';
import {coveringRows} from './covering.ts';
import {Studio} from './studio.ts';

const widgets = definedWidgets().map(({name}) => name);
const cells: readonly Cell[] = coveringRows({widget: widgets, state: states, theme: themes, locale: locales, direction: directions, width: widths}).map(row => row as Cell);

/** States whose content may be too wide for a narrow page; the usual one is pictured in it. */
const wide: readonly State[] = ['longNames', 'opened'];

describe('every widget', () => {
  let studio: Studio;
  let pictured: Readonly<Record<string, State>>;

  before(async () => {
    studio = await Studio.open();
    pictured = await studio.pictured();
  });
  after(() => studio?.[Symbol.asyncDispose]());

  it('has a look, and nothing else has', () => {
    assert.deepEqual(Object.keys(pictured).sort(), widgets.toSorted(), 'Write what it shows into test/looks/page/looks.ts.');
  });

  for (const widget of widgets) {
    it(`portico-${widget} looks as it did, in light and dark, from right to left and in a narrow page, with nothing to show and when it fails`, async () => {
      const found: (string | undefined)[] = [];
      for (const [name, {state: own, ...view}] of Object.entries<View>(views)) {
        const state = own ?? (view.width > 320 ? pictured[widget] ?? 'default' : 'default');
        await studio.show({...view, widget, state}, heightPx);
        found.push(await holdAgainst(studio, `${widget}-${name}`), ...(await studio.faults()).map(fault => `${widget}-${name}: ${fault}`));
      }
      assert.deepEqual(found.filter(Boolean), []);
    });
  }

  it('has six pictures, which are small', () => {
    const kept = readdirSync(folder).sort();
    assert.deepEqual(kept.filter(file => file.endsWith('.png')), widgets.flatMap(widget => Object.keys(views).map(view => `${widget}-${view}.png`)).sort());
    const bytes = kept.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    assert.ok(bytes < 3_000_000, `${bytes} bytes`);
  });

  it('is seen to differ when a distance changes by a step of the grid, or a colour by its role', async () => {
    const cell = {...views.light, widget: 'lead-inbox', state: 'default'} as const;
    const changes = {
      distance: '[role=row]:first-of-type { padding-inline-start: 20px !important; }',
      colour: '.title { color: #565e6b !important; }',
      nothing: '.title { opacity: 1; }',
    };
    await studio.show(cell, heightPx);
    const plain = toKept(await studio.picture());
    const seen: string[] = [];
    for (const [name, css] of Object.entries(changes)) {
      const undo = await studio.restyle(`portico-${cell.widget}`, css);
      if (compare(plain, await studio.picture())) seen.push(name);
      await undo();
    }
    assert.deepEqual(seen, ['distance', 'colour']);
    assert.equal(compare(plain, await studio.picture()), undefined);
  });

  for (const widget of widgets) {
    it(`portico-${widget} can be used by everybody, in every state, language, theme, direction and width`, async () => {
      const own = cells.filter(cell => cell.widget === widget).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
      const found: string[] = [];
      for (const cell of own) {
        found.push(...(await studio.inspect(cell, 480, {colours: isNewInColour(cell)})).map(fault => `${nameOf(cell)}: ${fault}`));
        if (cell.width === 320 || !wide.includes(cell.state)) continue;
        await studio.narrow();
        found.push(...(await studio.faults()).map(fault => `${nameOf(cell)}, made narrow: ${fault}`));
      }
      assert.deepEqual(found, []);
    });
  }

  it('says how many cells were looked at', test => {
    test.diagnostic(`${cells.length} cells hold every pair of ${widgets.length} widgets, ${states.length} states, ${themes.length} themes, ${locales.length} locales, ${directions.length} directions and ${widths.length} widths`);
    assert.ok(cells.length >= widgets.length * locales.length);
  });

  it('fits with text twice as large, and in forced colours', async () => {
    const found: string[] = [];
    for (const widget of widgets) {
      await studio.show({...views.light, widget, state: 'opened', width: 640}, heightPx);
      for (const means of ['large', 'forced'] as const) {
        await studio.seenBy(means, async () => {
          await studio.rest();
          found.push(...(await studio.faults()).map(fault => `${widget}, ${means}: ${fault}`));
        });
      }
    }
    assert.deepEqual(found, []);
  });
});

/** What is brought on once is looked at in one go. */
const orderOf = ({state, width, locale}: Cell) => `${states.indexOf(state)} ${width} ${locale}`;

const coloured = new Set<string>();

/** Contrast is the same in every language and direction: it is measured once for each pair of what it depends on. */
function isNewInColour({widget, state, theme}: Cell): boolean {
  const pairs = [`${widget} ${state}`, `${widget} ${theme}`, `${state} ${theme}`];
  const isNew = pairs.some(pair => !coloured.has(pair));
  for (const pair of pairs) coloured.add(pair);
  return isNew;
}
