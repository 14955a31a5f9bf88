import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {patchLit} from './lit-patches.ts';

const besideLit = dirname(dirname(createRequire(import.meta.url).resolve('lit')));
const modules = [
  'lit-html/lit-html.js',
  'lit-element/lit-element.js',
  '@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/css-tag.js',
];
const globals = /\b(?:globalThis|global|window|[a-z])\.(?:lit\w+|reactiveElement\w+|ShadyCSS)\b/;

describe('lit patches', () => {
  for (const module of modules) {
    for (const build of ['', 'development/']) {
      it(`take the named globals out of ${dirname(module)}/${build}${basename(module)}`, () => {
        const {path, code} = litModule(module, build);
        assert.match(code, globals);
        const patched = patchLit(path, code) ?? '';
        assert.doesNotMatch(patched.replaceAll(/\w+\.lit(IssuedWarnings|Nonce)/g, ''), globals);
      });
    }
  }

  it('rename the policy of Trusted Types', () => {
    for (const build of ['', 'development/']) {
      const {path, code} = litModule('lit-html/lit-html.js', build);
      const patched = patchLit(path, code) ?? '';
      assert.doesNotMatch(patched, /createPolicy\(\s*['"]lit-html/);
      assert.match(patched, /createPolicy\("portico-lit"/);
    }
  });

  it('leave other modules alone', () => assert.equal(patchLit('/somewhere/node_modules/ky/index.js', 'globalThis.litHtmlVersions'), undefined));

  it('refuse a Lit that is no longer what they know', () => {
    assert.throws(() => patchLit('/somewhere/node_modules/lit-html/lit-html.js', 'export const html = 1;'), /no longer uses the global/);
  });
});

function litModule(module: string, build: string): {path: string; code: string} {
  // By path and not by name: the packages' export maps show one build at a time.
  const path = join(besideLit, dirname(module), build, basename(module));
  return {path, code: readFileSync(path, 'utf8')};
}
