import assert from 'node:assert/strict';
import {readFileSync, realpathSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {it} from 'node:test';
import {parseSync} from 'vite';
import {patchLit} from './lit-patches.ts';
import {refuseMissed, toSmallLit} from './small-lit.ts';

const lit = realpathSync(join(dirname(createRequire(import.meta.url).resolve('lit')), '../lit-html'));
const path = join(lit, 'lit-html.js').replaceAll('\\', '/');
const code = patchLit(path, readFileSync(path, 'utf8')) ?? '';

it('leaves of Lit what widgets ask for', () => {
  const small = toSmallLit(path, code) ?? '';
  assert.deepEqual(parseSync('lit-html.js', small).errors, []);
  assert.ok(code.includes('<math>') && !small.includes('<math>'));
  assert.equal(toSmallLit(path.replace('lit-html.js', 'is-server.js'), ''), undefined);
  assert.equal(toSmallLit(path.replace('/lit-html.js', '/development/lit-html.js'), ''), undefined);
});

it('refuses a Lit that is no longer what it knows', () => {
  assert.throws(() => toSmallLit(path, code.replace('2===i||3===i', '2===i||3==i')), /change small-lit.ts/);
});

it('refuses a widget that asks for what is cut', () => {
  for (const asked of ['@property({type: Array}) rows = [];', '@property({useDefault: true}) kind = "";', 'html`<!-- ${name} -->`', '@property({converter: value => value}) name;', "import {cache} from 'lit/directives/cache.js';"]) assert.throws(() => refuseMissed('a.ts', asked), /which small-lit.ts leaves out/);
  assert.doesNotThrow(() => refuseMissed('a.ts', '@property({type: Number, converter: words}) rows = 0; html`<!-- rows --><p>${name}</p>`'));
});
