import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {toLegacy} from './small-decorators.ts';

const besideLit = dirname(dirname(createRequire(import.meta.url).resolve('lit')));
const moduleOf = (name: string) => {
  const path = join(besideLit, '@lit/reactive-element/decorators', name);
  return {path, code: readFileSync(path, 'utf8')};
};
const load = (code: string | undefined) => import(`data:text/javascript,${encodeURIComponent(code ?? '')}`) as Promise<Record<string, unknown>>;

type Decorator = (proto: object, name: string) => PropertyDescriptor | undefined;

describe('small decorators', () => {
  it('make properties as Lit’s do, of fields and of accessors', async () => {
    const {path, code} = moduleOf('property.js');
    const {property} = (await load(toLegacy(path, code))) as {property: (options: object) => Decorator};
    const made: unknown[] = [];
    class Element {
      static createProperty(name: string, options: object) {
        made.push([name, options]);
        Object.defineProperty(this.prototype, name, {get: () => 'wrapped', configurable: true});
      }
      get portal() {
        return 'own';
      }
    }
    assert.equal(property({reflect: true})(Element.prototype, 'tab'), undefined);
    assert.equal(property({attribute: false})(Element.prototype, 'portal')?.get?.(), 'wrapped');
    assert.deepEqual(made, [['tab', {reflect: true}], ['portal', {attribute: false}]]);
  });

  it('find elements as Lit’s do', async () => {
    const {path, code} = moduleOf('query.js');
    const {query} = (await load(toLegacy(path, code))) as {query: (selector: string) => Decorator};
    const found = query('.a')({}, 'a');
    assert.equal(found?.get?.call({renderRoot: {querySelector: (selector: string) => `found ${selector}`}}), 'found .a');
    assert.equal(found?.get?.call({}), null);
  });

  it('leave the others alone, and refuse a Lit they do not know', () => {
    const {path, code} = moduleOf('state.js');
    assert.equal(toLegacy(path, code), undefined);
    assert.throws(() => toLegacy(moduleOf('query.js').path, 'export const query = 1;'), /no longer exports/);
  });

  it('do all that our elements ask of them', () => {
    const src = fileURLToPath(new URL('../src/', import.meta.url));
    for (const file of globSync('**/*.ts', {cwd: src})) {
      const code = readFileSync(join(src, file), 'utf8');
      // A second argument would ask for the first answer to be kept.
      assert.doesNotMatch(code, /@query\([^)]*,\s*true/, file);
    }
  });
});
