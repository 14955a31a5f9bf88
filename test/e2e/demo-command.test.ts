import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openDemo} from './shared-demo.ts';
import {callApi, startDemo} from './stage.ts';

describe('npm run demo', () => {
  it('refuses a second start on the same folder and says why, stops cleanly, and goes on with its data', async () => {
    // The first start of all, on an empty folder, is the one that this folder was made by.
    const shared = await openDemo();
    const {data, demo: first} = shared;
    const file = await first.readFile();
    assert.match(file.secretKey, /^portico_sk_/);
    assert.ok(file.people.some(person => person.side === 'vendor') && file.people.some(person => person.side === 'partner'));
    await assert.rejects(startDemo(data.path), (error: Error) => {
      assert.match(error.message, new RegExp(`\\b${first.process.pid}\\b`), 'the sentence names the process that has the folder');
      assert.doesNotMatch(error.message, /\n\s+at /, 'no stack');
      return true;
    });
    const made = await callApi(file, 'POST', '/leads', {externalId: 'kept', title: 'Kept over a restart', company: {name: 'Kept Oy', country: 'FI'}});
    assert.equal(made.status, 201);
    await assertWorksByName(first.url.replace('127.0.0.1', 'localhost'));
    assert.equal(await first.stop(), 0);
    // Stays for other files; that it stops as cleanly is looked at in the end.
    shared.demo = await startDemo(data.path);
    const again = await shared.demo.readFile();
    assert.equal(again.secretKey, file.secretKey);
    const {body} = await callApi(again, 'GET', '/leads?externalId=kept');
    assert.equal(body.items[0]?.title, 'Kept over a restart');
  });
});

/** Whoever types `localhost` gets the same demo: the page's own backend, a session, reading and writing from that origin. */
async function assertWorksByName(origin: string): Promise<void> {
  const page = (await (await fetch(`${origin}/partner/people.json`)).json()) as {apiUrl: string; people: {id: string}[]};
  assert.equal(page.apiUrl, origin);
  const post = (url: string, body: object, headers: object = {}) =>
    fetch(url, {method: 'POST', headers: {'content-type': 'application/json', origin, ...headers}, body: JSON.stringify(body)});
  const {token} = (await (await post(`${origin}/partner/session`, {personId: page.people[0]?.id})).json()) as {token: string};
  const authorization = `Bearer ${token}`;
  const listed = await fetch(`${origin}/v1/lead-offers?tab=new&limit=1`, {headers: {authorization, origin}});
  assert.equal(listed.status, 200);
  const [offer] = ((await listed.json()) as {items: {id: string; version: number}[]}).items;
  const done = await post(`${origin}/v1/lead-offers/${offer?.id}/accept`, {}, {authorization, 'if-match': `"${offer?.version}"`, 'idempotency-key': crypto.randomUUID()});
  assert.equal(done.status, 200, await done.text());
}
