import {expect} from '@open-wc/testing';
import type {PortalController} from '../portal/portal.controller.ts';
import {burst, FakePortal, host, type ListHost, rest} from './live.harness.ts';

async function start(ids = 'bdfhj', prepare: (portal: FakePortal) => void = () => {}) {
  const portal = new FakePortal();
  portal.fill(ids);
  prepare(portal);
  const element = await host<ListHost>('test-list-host', portal);
  return {portal, element, list: element.list};
}

describe('a live list', () => {
  it('reads the first page, and the next ones when they are asked for', async () => {
    const {portal, element, list} = await start();
    expect([element.ids, list.status, list.hasMore]).to.deep.equal(['bdf', 'ready', true]);
    list.loadMore();
    list.loadMore();
    await rest();
    expect([element.ids, list.hasMore]).to.deep.equal(['bdfhj', false]);
    list.loadMore();
    await rest();
    expect(portal.reads).to.deep.equal(['page', 'page 3']);
  });

  it('waits for the portal, and for something to read', async () => {
    const {portal, element} = await start('bdf', fake => (fake.ready = false));
    expect([element.list.status, portal.reads.length]).to.deep.equal(['pending', 0]);
    element.group = null;
    portal.ready = true;
    element.requestUpdate();
    await rest();
    expect(portal.reads).to.deep.equal([]);
    element.group = 'a';
    element.requestUpdate();
    await rest();
    expect(element.ids).to.equal('bdf');
  });

  it('starts anew under other arguments, and drops an answer to the old ones', async () => {
    const {portal, element, list} = await start();
    portal.fill('xyz', 'z');
    portal.hold();
    list.refresh();
    element.group = 'z';
    element.requestUpdate();
    await rest();
    expect([element.ids, list.status]).to.deep.equal(['', 'pending']);
    expect(portal.signals[1]?.aborted).to.equal(true);
    await portal.answer(1);
    await portal.answer(0);
    expect([element.ids, list.status]).to.deep.equal(['xyz', 'ready']);
  });

  it('says when it cannot be read, and recovers', async () => {
    const {portal, element, list} = await start('bdf', fake => (fake.failure = new Error('Down.')));
    expect([list.status, (list.error as Error).message]).to.deep.equal(['failed', 'Down.']);
    portal.failure = undefined;
    list.refresh();
    expect(list.status).to.equal('pending');
    await rest();
    expect([element.ids, list.status, list.error]).to.deep.equal(['bdf', 'ready', undefined]);
  });

  it('keeps its rows when a refresh fails', async () => {
    const {portal, element, list} = await start('bdf');
    portal.failure = new Error('Down.');
    list.refresh();
    await rest();
    expect([element.ids, list.status, (list.error as Error).message]).to.deep.equal(['bdf', 'ready', 'Down.']);
  });
});

describe('a live list that hears of changes', () => {
  it('reads the one row again and puts it in its place', async () => {
    const {portal, element} = await start('bdf');
    portal.put({id: 'b', rank: 25});
    await burst();
    expect(element.ids).to.equal('dbf');
    portal.put({id: 'e', rank: 26});
    await burst();
    expect(element.ids).to.equal('dbef');
    expect(portal.reads).to.deep.equal(['page', 'row b', 'row e']);
  });

  it('leaves a row that comes beyond the last one read to its page', async () => {
    const {portal, element, list} = await start();
    portal.put({id: 'g', rank: 35});
    await burst();
    expect(element.ids).to.equal('bdf');
    list.loadMore();
    await rest();
    expect(element.ids).to.equal('bdfghj');
  });

  it('takes off a row that is gone, or belongs elsewhere', async () => {
    const {portal, element} = await start('bdf');
    portal.drop('d');
    portal.put({id: 'f', group: 'z'});
    await burst();
    expect(element.ids).to.equal('b');
  });

  it('takes no older version than it has', async () => {
    const {portal, element, list} = await start('bdf');
    portal.hold();
    portal.put({id: 'b', rank: 25});
    await burst();
    list.take({id: 'b', version: 9, rank: 35, group: 'a'});
    await portal.answer();
    expect(element.ids).to.equal('dfb');
  });

  it('reads a burst at once: each row once, and many of them by pages', async () => {
    const {portal, element} = await start('bdf');
    for (let again = 0; again < 5; again++) portal.put({id: 'b', rank: 25});
    portal.put({id: 'd', rank: 1});
    await burst();
    expect(portal.reads).to.deep.equal(['page', 'row b', 'row d']);
    for (let at = 0; at < 30; at++) portal.put({id: String.fromCharCode(0x100 + at), rank: 100 + at});
    await burst();
    expect(portal.reads.slice(3)).to.deep.equal(['page']);
    expect(element.ids).to.equal('dbf');
    expect(element.list.hasMore).to.equal(true);
  });

  it('reads what it has loaded again when changes may have been missed, and keeps the rows meanwhile', async () => {
    const {portal, element, list} = await start();
    list.loadMore();
    await rest();
    portal.rows = portal.rows.filter(({id}) => id !== 'd');
    portal.hold();
    portal.tell(null);
    await rest();
    expect([element.ids, list.status, list.loading]).to.deep.equal(['bdfhj', 'ready', true]);
    await portal.answer();
    expect(element.ids).to.equal('bfhj');
  });

  it('reads all of it again with the first change after a failure, so that nothing old stays', async () => {
    const {portal, element, list} = await start('bdf');
    portal.failure = new Error('Down.');
    portal.put({id: 'b', rank: 99});
    await burst();
    expect([element.ids, list.status, (list.error as Error).message]).to.deep.equal(['bdf', 'ready', 'Down.']);
    portal.failure = undefined;
    portal.put({id: 'd', rank: 50});
    await burst();
    await rest();
    expect([element.ids, list.error]).to.deep.equal(['fdb', undefined]);
    expect(portal.reads).to.deep.equal(['page', 'row b', 'page']);
  });

  it('reads a change that comes during a reading after it', async () => {
    const {portal, element, list} = await start('bdf');
    portal.hold();
    list.refresh();
    portal.put({id: 'b', rank: 99});
    await burst();
    expect(portal.reads).to.deep.equal(['page', 'page']);
    await portal.answer();
    expect(portal.reads).to.deep.equal(['page', 'page', 'row b']);
    expect(element.ids).to.equal('dfb');
  });

  it('reads the next page although changes come while it is asked for', async () => {
    const {portal, element, list} = await start();
    portal.hold();
    list.refresh();
    list.loadMore();
    await rest();
    await portal.answer();
    expect(element.ids).to.equal('bdfhj');
  });
});

describe('a row in hand', () => {
  it('keeps its place although it no longer belongs, until it is let go', async () => {
    const {portal, element, list} = await start('bdf');
    element.held.add('d');
    portal.put({id: 'd', group: 'z', rank: 99});
    await burst();
    expect([element.ids, list.items[1]?.group]).to.deep.equal(['bdf', 'z']);
    portal.tell(null);
    await rest();
    expect(element.ids).to.equal('bdf');
    element.held.clear();
    list.settle();
    expect(element.ids).to.equal('bf');
  });

  it('shows an act at once and keeps the feed’s hands off it until the answer', async () => {
    const {portal, element, list} = await start('bdf');
    const end = list.begin('b', row => ({...row, rank: 25}));
    expect(element.ids).to.equal('dbf');
    portal.put({id: 'b', rank: 15});
    portal.tell(null);
    await burst();
    expect(list.items.find(({id}) => id === 'b')).to.deep.include({version: 1, rank: 25});
    end({id: 'b', version: 3, rank: 99, group: 'a'});
    await burst();
    expect(element.ids).to.equal('dfb');
  });

  it('goes back to where it was when the act fails', async () => {
    const {element, list} = await start('bdf');
    const end = list.begin('b', row => ({...row, group: 'z'}));
    expect(element.ids).to.equal('df');
    end();
    expect([element.ids, list.items[0]?.group]).to.deep.equal(['bdf', 'a']);
  });

  it('is read again after its act when others changed it meanwhile', async () => {
    const {portal, element, list} = await start('bdf');
    const end = list.begin('b', row => row);
    portal.put({id: 'b', rank: 99});
    await burst();
    expect(portal.reads).to.deep.equal(['page']);
    end();
    await burst();
    expect(element.ids).to.equal('dfb');
  });

  it('waits for the last of several acts', async () => {
    const {portal, element, list} = await start('bdf');
    const [first, second] = [list.begin('b', row => ({...row, rank: 25})), list.begin('b', row => ({...row, rank: 26}))];
    portal.put({id: 'b', rank: 15});
    first({id: 'b', version: 2, rank: 15, group: 'a'});
    await burst();
    expect(portal.reads).to.deep.equal(['page']);
    second({id: 'b', version: 3, rank: 99, group: 'a'});
    await burst();
    expect(element.ids).to.equal('dfb');
  });
});

describe('a live list out of the page', () => {
  it('aborts its readings and hears of nothing', async () => {
    const {portal, element, list} = await start('bdf');
    portal.hold();
    list.refresh();
    await rest();
    element.remove();
    await rest();
    expect(portal.signals.at(-1)?.aborted).to.equal(true);
    expect(portal.subscriptions).to.equal(0);
    await portal.answer();
    portal.put({id: 'b', rank: 99});
    await burst();
    expect(portal.reads).to.deep.equal(['page', 'page']);
  });

  it('does not subscribe in an update that was due when it left', async () => {
    const {portal, element} = await start('bdf');
    element.requestUpdate();
    element.remove();
    await rest();
    expect(portal.subscriptions).to.equal(0);
  });

  it('shows its rows when it comes back, and reads what it missed', async () => {
    const {portal, element, list} = await start('bdf');
    const parent = element.parentElement;
    element.remove();
    await rest();
    portal.put({id: 'b', rank: 99});
    portal.hold();
    parent?.append(element);
    await rest();
    expect([element.ids, list.status, portal.subscriptions]).to.deep.equal(['bdf', 'ready', 1]);
    await portal.answer();
    expect(element.ids).to.equal('dfb');
  });

  it('shows nothing of one portal under another', async () => {
    const {element, list} = await start('bdf');
    const other = new FakePortal();
    other.fill('xyz');
    other.hold();
    element.portal = other as unknown as PortalController;
    await rest();
    expect([element.ids, list.status]).to.deep.equal(['', 'pending']);
    await other.answer();
    expect(element.ids).to.equal('xyz');
  });
});
