import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Links} from './links.ts';
import {nameParts, partTags} from './own-parts.ts';
import {shareFiles} from './shared-files.ts';

const share = (needs: Record<string, string[]>, bytes: Record<string, number>) =>
  shareFiles(new Map(Object.entries(needs)), module => bytes[module] ?? 0)
    .map(({users, modules}) => `${[...users].sort().join('+')}: ${[...modules].sort().join(' ')}`)
    .sort();

describe('modules that several widgets need', () => {
  it('make a file for those that need them', () => {
    assert.deepEqual(share({inbox: ['lit', 'list', 'inbox'], desk: ['lit', 'list', 'desk'], form: ['lit', 'form']}, {lit: 90_000, list: 60_000, inbox: 30_000, desk: 30_000, form: 60_000}), [
      'desk+form+inbox: lit',
      'desk+inbox: list',
      'desk: desk',
      'form: form',
      'inbox: inbox',
    ]);
  });

  it('go with others where a request would cost more than what comes in vain', () => {
    assert.deepEqual(share({inbox: ['lit', 'menu', 'inbox'], desk: ['lit', 'menu', 'desk'], form: ['lit', 'form']}, {lit: 90_000, menu: 3_000, inbox: 30_000, desk: 30_000, form: 60_000})[0], 'desk+form+inbox: lit menu');
  });
});

describe('what comes with a module', () => {
  const code: Record<string, string> = {
    widget: "import { call } from 'client';\nimport 'lit';\nrun();",
    greedy: "import * as all from 'client';",
    client: "export { call } from 'call';\n// Not for everybody.\nexport { keep as store, drop } from 'deep';",
    deep: "export { hold as keep } from 'hold'; export { drop } from 'drop';",
    saver: "import { store as mine } from 'client';",
  };
  const importsOf = (module: string) => [...(code[module] ?? '').matchAll(/(?:from |import )'(\w+)'/g)].map(match => match[1] ?? '');
  const links = new Links({importsOf, codeOf: module => code[module] ?? 'code();', resolve: async name => name});
  const reach = async (module: string) => [...(await links.reachable([module]))].sort().join(' ');

  it('is followed by name through modules that only hand on', async () => {
    assert.equal(await reach('widget'), 'call client lit widget');
    assert.equal(await reach('saver'), 'client deep hold saver');
  });

  it('is all of a module that is taken as a whole', async () => {
    assert.equal(await reach('greedy'), 'call client deep drop greedy hold');
  });
});

describe('parts of widgets', () => {
  it('bear the version wherever they are named, and nothing else does', () => {
    const tags = ['portico-ui-dialog', 'portico-lead-desk-detail'];
    assert.equal(
      nameParts('<portico-ui-dialog @portico-ui-dialog-close> portico-ui-dialog::part(x) "portico-lead-desk-detail" portico-lead-desk portico-error', tags, '1.2.3'),
      '<portico-ui-1-2-3-dialog @portico-ui-dialog-close> portico-ui-1-2-3-dialog::part(x) "portico-ui-1-2-3-lead-desk-detail" portico-lead-desk portico-error',
    );
  });

  it('are found where they are registered', () => {
    const tags = partTags();
    assert.ok(['portico-ui-button', 'portico-ui-dialog', 'portico-lead-desk-detail'].every(tag => tags.includes(tag)));
    assert.deepEqual(tags.filter(tag => ['portico-portal', 'portico-lead-inbox', 'portico-error'].includes(tag)), []);
  });
});
