import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {files, read} from './sources.ts';

const pages = ['README.md', ...files.filter(path => /^docs\/(guides|widgets)\/.*\.md$/.test(path))];
const tests = files.filter(path => /^test\/(e2e|embed|shape|site)\/.*\.ts$/.test(path)).map(read);

/** What is read by tests of their own: commands by guide-commands, what a page says of a policy by the tests that serve under it. */
const others = ['sh', 'sql', ''];

const blocks = pages.flatMap(path => [...read(path).matchAll(/^ *```([^\n]*)\n([\s\S]*?)^ *```$/gm)].map(([, words = '']) => ({path, words, language: words.split(' ')[0] ?? '', name: / name=(\S+)/.exec(words)?.[1]})));

describe('code in the README, the guides and the pages of widgets', () => {
  it('is drawn live, stands in a file of an example, or is run by a test that names it', () => {
    assert.ok(blocks.length > 90);
    const forgotten = blocks.filter(({path, words, language, name}) => {
      if (others.includes(language) || / live\b/.test(words)) return false;
      if (name === undefined) return true;
      if (name.includes('/')) return !files.includes(name);
      const page = path.split('/').at(-1)!.replace('.md', '');
      return !tests.some(text => text.includes(page) && (text.includes(`'${name}'`) || text.includes(`'./${name}'`)));
    });
    assert.deepEqual(forgotten.map(({path, words}) => `${path}: \`\`\`${words}`), [], 'Give each a name, and run it under that name.');
  });
});
