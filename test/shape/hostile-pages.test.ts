import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findLines, sources} from './sources.ts';

const inBrowser = sources.filter(
  path => /^packages\/(client|widgets)\/src\//.test(path) && path.endsWith('.ts') && !/\.(test|stories|harness)\.ts$/.test(path),
);
const widgets = inBrowser.filter(path => path.startsWith('packages/widgets/'));

/** The one module that may call the intrinsics which old libraries on a host's page replace; it guards them for all others. */
const guards = ['packages/client/src/json.ts'];

describe('on hostile pages', () => {
  const elsewhere = inBrowser.filter(path => !guards.includes(path));

  it('nothing calls Array.from, which Prototype and MooTools replace', () => {
    assert.deepEqual(findLines(elsewhere, /\bArray\.from\b/), []);
  });

  it('nothing walks an array with for…in, which sees the members they add', () => {
    assert.deepEqual(findLines(elsewhere, /\bfor\s*\(\s*(?:const|let|var)\s+\w+\s+in\b/), []);
  });

  it('nothing calls JSON.stringify directly, which obeys their toJSON', () => {
    assert.deepEqual(findLines(elsewhere, /\bJSON\.stringify\b/), []);
  });
});

describe('under a strict content security policy', () => {
  it('no template writes a style attribute', () => {
    assert.deepEqual(findLines(widgets, /\sstyle=|\bstyleMap\b|setAttribute\(\s*['"]style['"]/), []);
  });

  it('no markup is made from strings', () => {
    assert.deepEqual(
      findLines(widgets, /\bunsafe(HTML|SVG|Static)\b|\bsrcdoc\b|\.(inner|outer)HTML\b|insertAdjacentHTML|\bnew Function\b|\beval\(/),
      [],
    );
  });

  it('every bound address goes through safeUrl', () => {
    assert.deepEqual(findLines(widgets, /\s[.?]?(?:href|src|action|formaction|poster|data)=["']?\$\{(?!\s*(?:safeUrl\(|ifDefined\(safeUrl\())/), []);
  });
});
