import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {tables} from '../src/strings/strings.ts';
import {englishNames, orderOf, toWordsByPlace} from './words-by-place.ts';

const strings = new URL('../src/strings/', import.meta.url);
const english = englishNames(fileURLToPath(new URL('en', strings)));

describe('words by their place', () => {
  it('stand in the order of the English, without their names', () => {
    const names = new Map([['menu', ['open', 'close-it', 'many']]]);
    const code = "import {plural} from '../plural.ts';\n\nexport const strings: MenuStrings = {\n  many: n => plural('fi', n, {one: '# asia', other: '# asiaa'}),\n  open: 'Avaa',\n  'close-it': `Sulje, ${'x'}`,\n};\n";
    assert.equal(toWordsByPlace('menu', code, names), "import {plural} from '../plural.ts';\n\nexport const strings: MenuStrings = ['Avaa',`Sulje, ${'x'}`,n => plural('fi', n, {one: '# asia', other: '# asiaa'})] as never;\n");
  });

  it('follow the words of the first view when a part adds English of its own', () => {
    const names = new Map([['menu-later', ['c']], ['menu', ['b', 'a']], ['other', ['d']]]);
    assert.deepEqual(orderOf('menu', new Set(['c', 'a', 'b']), names), ['b', 'a', 'c']);
  });

  it('do not build when a translation has other words than the English', () => {
    assert.throws(() => orderOf('menu', new Set(['a', 'z']), new Map([['menu', ['a']]])), /The words of menu .* z\./);
  });

  it('are found where a page has them: every table has the order of its file', async () => {
    for (const file of readdirSync(strings).filter(name => name.endsWith('.strings.ts'))) {
      const module = (await import(new URL(file, strings).href)) as Record<string, unknown>;
      // What adds the words of a part when its code comes.
      for (const [name, add] of Object.entries(module)) if (name.startsWith('add') && typeof add === 'function') (add as () => void)();
    }
    assert.ok(tables.size > 30);
    for (const {area, source} of tables) assert.deepEqual(Object.keys(source), orderOf(area, new Set(Object.keys(source)), english), area);
  });
});
