import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {widgetFiles} from './widget-files.ts';

describe('the files of the widgets', () => {
  const home = mkdtempSync(join(tmpdir(), 'portico-widgets-'));
  const folder = join(home, 'cdn');
  for (const place of ['1.2.3/chunks', 'v1']) mkdirSync(join(folder, place), {recursive: true});
  for (const file of ['cdn/1.2.3/portico.js', 'cdn/1.2.3/chunks/base-abc.js', 'cdn/v1/portico.js', 'secret.js']) writeFileSync(join(home, file), `// ${file}`);
  after(() => rmSync(home, {recursive: true}));
  const ask = (path: string, init?: RequestInit) => widgetFiles({folder})(new Request(`http://portico.example/cdn/${path}`, init));

  it('of a version are kept for good, and for five minutes where they move with the newest', async () => {
    const kept = await Promise.all(['1.2.3/portico.js', '1.2.3/chunks/base-abc.js', 'v1/portico.js'].map(async path => (await ask(path)).headers.get('cache-control')));
    assert.deepEqual(kept, ['public, max-age=31536000, immutable', 'public, max-age=31536000, immutable', 'public, max-age=300']);
  });

  it('are modules that pages of any origin may load and check', async () => {
    const answer = await ask('v1/portico.js');
    assert.equal(await answer.text(), '// cdn/v1/portico.js');
    assert.deepEqual(['content-type', 'access-control-allow-origin', 'x-content-type-options'].map(name => answer.headers.get(name)), ['text/javascript; charset=utf-8', '*', 'nosniff']);
  });

  it('are not sent again to a browser that has them', async () => {
    const etag = (await ask('v1/portico.js')).headers.get('etag') ?? '';
    assert.equal((await ask('v1/portico.js', {headers: {'if-none-match': etag}})).status, 304);
  });

  it('are all that is served', async () => {
    for (const path of ['', 'v1', 'v1/none.js', '..%2fsecret.js', '%2e%2e/secret.js', '%', '1.2.3/..%2f..%2f..%2fsecret.js']) assert.equal((await ask(path)).status, 404, path);
    assert.equal((await ask('v1/portico.js', {method: 'POST'})).status, 404);
  });
});
