import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {themePropertyRows} from '../../packages/widgets/build/theme-properties.ts';
import {themedWidgets} from '../../scripts/generate/theming.ts';
import {codeOf, read, sources} from './sources.ts';

const home = 'packages/widgets/src/';
const widgets = await themedWidgets();
const code = new Map(sources.filter(path => path.startsWith(home) && !/\.(test|harness|stories)\.ts$/.test(path)).map(path => [path.slice(home.length), codeOf(path)]));
const ofFolders = (...folders: string[]) => [...code].filter(([path]) => folders.includes(path.split('/')[0] ?? '')).map(([, text]) => text);

describe('what a page can style', () => {
  it('is a custom property with a description, wherever one is read', () => {
    const documented = new Set([...themePropertyRows, ...widgets.flatMap(({properties}) => properties)].map(({name}) => name));
    const found = [...code].flatMap(([path, text]) => [...text.matchAll(/--portico-[a-z\d]+(?:-[a-z\d]+)*(?![\w-]|\$\{)/g)].map(([name]) => ({path, name})));
    assert.ok(found.length > 20);
    assert.deepEqual(found.filter(({name}) => !documented.has(name)), []);
    assert.equal(new Set(themePropertyRows.map(({name}) => name)).size, themePropertyRows.length);
  });

  it('is tried in the theme studio on every widget', () => {
    // The portal is around them all; public pages give material their own looks.
    const tried = [...[...read('examples/theme-studio/choices.ts').matchAll(/\{id: '([a-z-]+)'/g)].map(match => `portico-${match[1]}`), 'portico-portal', 'portico-collateral'];
    assert.deepEqual(widgets.map(({tag}) => tag).filter(tag => !tried.includes(tag)), []);
  });

  for (const {tag, folder, parts, slots} of widgets) {
    it(`has names in <${tag}>: the parts that it draws are those that it documents`, () => {
      const own = ofFolders(folder).join('\n');
      const drawn = new Set([...own.matchAll(/\spart="([a-z -]+)"/g), ...own.matchAll(/\spart=([a-z][a-z-]*)[ >]/g)].flatMap(match => (match[1] ?? '').split(' ')));
      const names = parts.map(({name}) => name);
      assert.ok(names.length > 0);
      assert.deepEqual([...drawn].filter(name => !names.includes(name)), []);
      // What widgets share draws some of them.
      const shared = [own, ...ofFolders('base', 'ui', 'theme')].join('\n');
      assert.deepEqual(names.filter(name => !new RegExp(String.raw`\bpart(?:=|: |\.add\()[^>\n]{0,60}\b${name}\b`).test(shared)), []);
    });

    it(`has a slot in <${tag}> for each state that stands in for its content`, () => {
      const shared = [...ofFolders(folder), ...ofFolders('base', 'ui')].join('\n');
      const names = slots.map(({name}) => name);
      if (names.includes('pending')) for (const state of ['error', 'offline', 'forbidden']) assert.ok(names.includes(state), state);
      else assert.deepEqual(names, ['']);
      assert.deepEqual(names.filter(name => name !== '' && !new RegExp(String.raw`<slot name=(?:["']?${name}["' >]|\$\{|"\$\{)`).test(shared)), []);
    });
  }
});
