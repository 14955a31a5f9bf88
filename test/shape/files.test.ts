import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {files, findLines, read, sources} from './sources.ts';

describe('files', () => {
  it('have at most 300 lines each', () => {
    // A table of words is one list in each language, and cutting it would hide a missing word.
    const counted = sources.filter(path => !path.startsWith('packages/widgets/src/strings/'));
    const long = counted.map(path => ({path, lines: read(path).split('\n').length - 1})).filter(({lines}) => lines > 300);
    assert.deepEqual(long, [], 'Cut by role: docs/architecture.md says how.');
  });

  it('are not called utils, helpers, common or misc', () => {
    assert.deepEqual(
      files.filter(path => path.split('/').some(part => /^(utils?|helpers?|common|misc)(\.|$)/i.test(part))),
      [],
    );
  });

  it('hold no work left for later', () => {
    // What nothing in the tree may say is said here, to be looked for.
    const marks = /\b(TODO|FIXME|XXX)\b/;
    assert.deepEqual(
      sources.filter(path => !path.startsWith('test/shape/') && marks.test(read(path))),
      [],
    );
  });

  it('skip no test, single none out and silence no type', () => {
    const tests = sources.filter(path => !path.startsWith('test/shape/'));
    assert.deepEqual(findLines(tests, /\b(describe|it|test|suite)\.(skip|only|todo)\(|\b[fx](it|describe)\(/), []);
    assert.deepEqual(
      // Looked for here, and allowed nowhere.
      tests.flatMap(path => (/@ts-(ignore|nocheck)|\bas any\b/.test(read(path)) ? [path] : [])),
      [],
    );
  });

  it('silence a lint rule only with a reason', () => {
    const silenced = sources
      .filter(path => !path.startsWith('test/shape/'))
      .flatMap(path => read(path).match(/^.*(?:oxlint|eslint)-disable.*$/gm) ?? []);
    assert.deepEqual(
      silenced.filter(line => !/-- \S+/.test(line)),
      [],
      'Write the reason after two hyphens.',
    );
  });
});
