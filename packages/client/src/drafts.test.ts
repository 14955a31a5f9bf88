import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TestClock} from '@portico/mocks/test-clock';
import {createClient} from './client.ts';
import {createDrafts, type DraftsOptions} from './drafts.ts';
import {memoryStore, type LocalStore} from './local-store.ts';
import {tokenOf} from './testing/token-of.ts';

/** Stands in for IndexedDB, which Node has not: test/e2e looks at the real one. */
const disk = (): LocalStore => ({...memoryStore(), persistent: true});
const form = 'decline 0193';

async function page(options: DraftsOptions, clock = new TestClock(), sub = 'aino') {
  const who = {sub};
  const client = createClient({apiUrl: 'http://nowhere.test', fetchSession: async () => tokenOf(who.sub), clock});
  await client.session.token();
  return {clock, client, who, drafts: createDrafts(client, options)};
}

describe('drafts', () => {
  it('come back after a reload, for 7 days', async () => {
    const options = {secret: () => 'secret', store: disk()};
    const first = await page(options);
    first.drafts.write(form, {reason: 'other', comment: 'Kaisa called'});
    await first.drafts.flush();
    assert.equal(first.drafts.persistent, true);
    const second = await page(options, first.clock);
    assert.deepEqual(await second.drafts.read(form), {reason: 'other', comment: 'Kaisa called'});
    first.clock.advance(7 * 24 * 3_600_000 + 1);
    assert.equal(await (await page(options, first.clock)).drafts.read(form), undefined);
    assert.deepEqual(await options.store.entries(), []);
  });

  it('are written once typing pauses for half a second', async () => {
    const store = disk();
    const {drafts, clock} = await page({secret: () => 'secret', store});
    for (const comment of ['K', 'Ka', 'Kai']) {
      drafts.write(form, {comment});
      clock.advance(499);
      await new Promise(resolve => setTimeout(resolve, 5));
      assert.deepEqual(await store.entries(), []);
    }
    clock.advance(1);
    await drafts.flush();
    assert.equal((await store.entries()).length, 1);
  });

  it('cannot be read on the device without the secret', async () => {
    const store = disk();
    const {drafts, clock} = await page({secret: () => 'secret', store});
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    const [[, kept] = []] = await store.entries();
    const bytes = new Uint8Array((kept as {sealed: {data: ArrayBuffer}}).sealed.data);
    assert.ok(!Buffer.from(bytes).includes('Kaisa'));
    assert.equal(await (await page({secret: () => 'another', store}, clock)).drafts.read(form), undefined);
  });

  it('without a secret never touch the device', async () => {
    const store = disk();
    const {drafts} = await page({store});
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    assert.deepEqual(await store.entries(), []);
    assert.equal(drafts.persistent, false);
    assert.deepEqual(await drafts.read(form), {comment: 'Kaisa called'});
  });

  it('are forgotten when they are sent', async () => {
    const options = {secret: () => 'secret', store: disk()};
    const {drafts, clock} = await page(options);
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    drafts.write(form, {comment: 'Kaisa called twice'});
    await drafts.clear(form);
    clock.advance(10_000);
    await drafts.flush();
    assert.equal(await drafts.read(form), undefined);
    assert.deepEqual(await options.store.entries(), []);
  });

  it('are gone from page and device after logout()', async () => {
    const options = {secret: () => 'secret', store: disk()};
    const {drafts, client} = await page(options);
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    drafts.write('another', {comment: 'half'});
    client.session.logout();
    await drafts.flush();
    assert.deepEqual(await options.store.entries(), []);
    await client.session.token();
    assert.equal(await drafts.read(form), undefined);
  });

  it('survive a session that ends and comes back', async () => {
    const {drafts, client} = await page({});
    drafts.write(form, {comment: 'Kaisa called'});
    client.session.expire();
    assert.deepEqual(await drafts.read(form), {comment: 'Kaisa called'});
    await client.session.token();
    assert.deepEqual(await drafts.read(form), {comment: 'Kaisa called'});
  });

  it('are never shown to another person', async () => {
    const options = {secret: () => 'secret', store: disk()};
    const {drafts, client, who} = await page(options);
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    who.sub = 'mika';
    await client.session.renew(client.session.current);
    assert.equal(await drafts.read(form), undefined);
    drafts.write(form, {comment: 'mine'});
    await drafts.flush();
    who.sub = 'aino';
    await client.session.renew(client.session.current);
    assert.deepEqual(await drafts.read(form), {comment: 'Kaisa called'});
  });

  it('stay in memory when the device refuses them', async () => {
    const store: LocalStore = {...disk(), set: () => Promise.reject(new Error('The disk is full.'))};
    const {drafts} = await page({secret: () => 'secret', store});
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    assert.deepEqual(await drafts.read(form), {comment: 'Kaisa called'});
  });

  it('say when the browser denies storage, and stay in memory', async () => {
    let told = 0;
    // Node has no IndexedDB, which is how a browser that denies it looks.
    const {drafts} = await page({secret: () => 'secret', onDenied: () => told++});
    assert.equal(drafts.denied, false);
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    assert.deepEqual([drafts.denied, drafts.persistent, told], [true, false, 1]);
    assert.deepEqual(await drafts.read(form), {comment: 'Kaisa called'});
  });

  it('say when the disk is full, and when it takes them again', async () => {
    const store = disk();
    let full = true;
    const states: boolean[] = [];
    const failing: LocalStore = {...store, set: (key, value) => (full ? Promise.reject(new DOMException('Full.', 'QuotaExceededError')) : store.set(key, value))};
    const {drafts} = await page({secret: () => 'secret', store: failing, onDenied: () => states.push(drafts.denied)});
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    full = false;
    drafts.write(form, {comment: 'Kaisa called back'});
    await drafts.flush();
    assert.deepEqual(states, [true, false]);
    assert.equal((await store.entries()).length, 1);
  });

  it('without a secret are denied nothing', async () => {
    const {drafts} = await page({});
    drafts.write(form, {comment: 'Kaisa called'});
    await drafts.flush();
    assert.equal(drafts.denied, false);
  });
});
