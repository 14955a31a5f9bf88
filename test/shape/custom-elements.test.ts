import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {files, read} from './sources.ts';

// What editors and frameworks read of the installed package. `check` builds it first.
const home = 'packages/widgets/';
const manifest = JSON.parse(read(`${home}package.json`)) as {customElements?: string; files?: string[]; exports: Record<string, unknown>};

interface Named {
  readonly name: string;
}

interface Element extends Named {
  readonly tagName: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

interface Module {
  readonly path: string;
  readonly declarations: readonly Element[];
  readonly exports: readonly {readonly kind: string; readonly name: string; readonly declaration: {readonly name: string; readonly module: string}}[];
}

describe('dist/custom-elements.json', () => {
  const {modules} = JSON.parse(read(`${home}${manifest.customElements ?? ''}`)) as {modules: Module[]};
  const elements = modules.flatMap(({declarations}) => declarations);
  const tags = files
    .filter(path => path.startsWith(`${home}src/define/`) && !path.endsWith('/all.ts'))
    .map(path => /define\('([\w-]+)'|defineElement\('([\w-]+)'/.exec(read(path)))
    .map(match => match?.[1] ?? match?.[2] ?? '');

  it('is named by the package and shipped with it', () => {
    assert.equal(manifest.customElements, 'dist/custom-elements.json');
    assert.equal(manifest.exports['./custom-elements.json'], './dist/custom-elements.json');
    assert.ok(manifest.files?.includes('dist'));
  });

  it('has every tag that define/ defines, with the module that defines it', () => {
    assert.ok(tags.length > 0);
    assert.deepEqual(elements.map(({tagName}) => tagName).sort(), [...tags].sort());
    const definitions = modules.flatMap(({path, exports}) =>
      exports.filter(({kind}) => kind === 'custom-element-definition').map(({name, declaration}) => [name, path, declaration.module]),
    );
    for (const {path, declarations} of modules) {
      for (const {tagName} of declarations) {
        const short = tagName.replace('portico-', '');
        assert.deepEqual(definitions.find(([name]) => name === tagName), [tagName, `dist/define/${short}.js`, path]);
      }
    }
  });

  it('names built files, which are there', () => {
    for (const {path} of modules) assert.ok(read(`${home}${path}`).length > 0, path);
  });

  for (const tag of tags) {
    it(`names attributes, events, slots, parts and properties of <${tag}> as its source does`, () => {
      const element = elements.find(({tagName}) => tagName === tag);
      const source = read(files.find(path => path.startsWith(`${home}src/`) && read(path).includes(`@tag ${tag}\n`)) ?? '');
      const inSource = (pattern: RegExp) => [...source.matchAll(pattern)].map(match => match[1] ?? '');
      const names = (list: readonly Named[] = []) => list.map(({name}) => name);
      assert.deepEqual(names(element?.events), inSource(/@fires \{\w+\} ([\w-]+)/g));
      assert.deepEqual(names(element?.slots), inSource(/@slot (?:([a-z-]+) )?-/g));
      assert.deepEqual(names(element?.cssParts), inSource(/@csspart ([\w-]+)/g));
      assert.ok((element?.attributes?.length ?? 0) > 0);
      const properties = names(element?.cssProperties);
      // What stands on the platform alone takes its looks from the page.
      const themed = source.includes('extends Base ') ? [] : ['--portico-color-accent', '--portico-radius', '--portico-space'];
      for (const name of [...inSource(/@cssproperty \[?(--[\w-]+)/g), ...themed])
        assert.ok(properties.includes(name), name);
      assert.equal(new Set(properties).size, properties.length);
    });
  }
});
