import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {files, read} from './sources.ts';

// The pages in examples/ are built and worked in by test/frameworks; here the guide is held to them.
const guide = read('docs/guides/use-your-framework.md');
const shown = [...guide.matchAll(/^```\w+ name=(\S+)\n([\s\S]*?)^```$/gm)].map(([, path = '', code = '']) => ({path, code}));

describe('docs/guides/use-your-framework.md', () => {
  it('shows code as it stands in the pages', () => {
    const changed = shown.filter(({path, code}) => {
      // Readers have the module under another name.
      const text = read(path).replaceAll('../../host-page/host.ts', './session.ts');
      // What is a part of a file loses the space before it.
      return !Array.from({length: 20}, (_, indent) => code.replace(/^(?=.)/gm, ' '.repeat(indent))).some(part => `\n${text}`.includes(`\n${part}`));
    });
    assert.deepEqual(changed, []);
  });

  it('has every framework that is tested, with code and the folder of its page', () => {
    const tested = files.flatMap(path => /^(examples\/[\w-]+)\/cases\.html$/.exec(path)?.[1] ?? []);
    assert.ok(tested.length >= 6);
    for (const folder of tested) {
      assert.ok(guide.includes(`| \`${folder}\` |`), folder);
      assert.ok(shown.some(({path}) => path.startsWith(`${folder}/src/`)), folder);
    }
  });

  it('names what else the list of Trusted Types needs, as it was when the pages were tested', () => {
    const tested = [...read('test/frameworks/hosts.ts').matchAll(/^ {2}\{name: '([\w-]+)'(?:, policy: \{'trusted-types': '([\w-]+)'\})?.*\},$/gm)];
    assert.ok(tested.length >= 6);
    for (const [, name = '', policy] of tested) {
      const row = guide.split('\n').find(line => line.includes(`| \`examples/${name}\` |`));
      assert.equal(row?.split('|').at(-3)?.replaceAll('`', '').trim(), policy ?? '', name);
    }
  });
});
