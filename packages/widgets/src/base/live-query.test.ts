import {expect} from '@open-wc/testing';
import type {PortalController} from '../portal/portal.controller.ts';
import {burst, FakePortal, host, type QueryHost, rest} from './live.harness.ts';

async function start(prepare: (portal: FakePortal) => void = () => {}) {
  const portal = new FakePortal();
  prepare(portal);
  const element = await host<QueryHost>('test-query-host', portal);
  return {portal, element, query: element.query};
}

const drawn = (element: QueryHost) => element.renderRoot.textContent?.trim();

describe('a live query', () => {
  it('reads once the portal is ready and there is something to read', async () => {
    const {portal, element} = await start(fake => (fake.ready = false));
    expect([drawn(element), portal.reads.length]).to.deep.equal(['pending', 0]);
    element.name = null;
    portal.ready = true;
    element.requestUpdate();
    await rest();
    expect(portal.reads).to.deep.equal([]);
    element.name = 'x';
    element.requestUpdate();
    await rest();
    expect([drawn(element), portal.reads]).to.deep.equal(['x0', ['value x']]);
  });

  it('reads anew for other arguments, and shows no value of the old ones', async () => {
    const {portal, element} = await start();
    portal.hold();
    element.name = 'y';
    element.requestUpdate();
    await rest();
    expect(drawn(element)).to.equal('pending');
    await portal.answer();
    expect(drawn(element)).to.equal('y0');
  });

  it('drops an answer to arguments that are no longer asked for', async () => {
    const {portal, element} = await start(fake => fake.hold());
    element.name = 'y';
    element.requestUpdate();
    await rest();
    expect(portal.signals[0]?.aborted).to.equal(true);
    await portal.answer(1);
    await portal.answer(0);
    expect(drawn(element)).to.equal('y0');
  });

  it('says when it cannot be read, and recovers', async () => {
    const {portal, element, query} = await start(fake => (fake.failure = new Error('Down.')));
    expect([drawn(element), (query.error as Error).message]).to.deep.equal(['failed', 'Down.']);
    portal.failure = undefined;
    query.refresh();
    await rest();
    expect([drawn(element), query.error]).to.deep.equal(['x0~', undefined]);
  });

  it('takes a value that is known from elsewhere', async () => {
    const {portal, element, query} = await start();
    query.value = 'given';
    await rest();
    expect([drawn(element), portal.reads.length]).to.deep.equal(['given', 1]);
  });
});

describe('a live query that hears of changes', () => {
  it('reads again, and keeps the old value meanwhile', async () => {
    const {portal, element} = await start();
    portal.hold();
    portal.put({id: 'a'});
    await burst();
    expect(drawn(element)).to.equal('x0~');
    await portal.answer();
    expect(drawn(element)).to.equal('x1~');
  });

  it('keeps the old value when that fails', async () => {
    const {portal, element, query} = await start();
    portal.failure = new Error('Down.');
    portal.tell(null);
    await burst();
    expect([drawn(element), (query.error as Error).message]).to.deep.equal(['x0', 'Down.']);
  });

  it('reads a burst once, and what comes during a reading after it', async () => {
    const {portal, element} = await start();
    for (const id of 'abcdefgh') portal.put({id});
    await burst();
    expect(portal.reads.length).to.equal(2);
    portal.hold();
    portal.put({id: 'i'});
    await burst();
    portal.put({id: 'j'});
    await burst();
    expect(portal.reads.length).to.equal(3);
    await portal.answer();
    await burst();
    expect([drawn(element), portal.reads.length]).to.deep.equal(['x10~', 4]);
  });

  it('hears of its own resources only, and of what concerns it', async () => {
    const {portal, element} = await start();
    portal.tell('a', 'person');
    element.concerns = ({resourceId}) => resourceId === 'mine';
    portal.tell('other');
    await burst();
    expect(portal.reads.length).to.equal(1);
    portal.tell('mine', 'program');
    await burst();
    expect(portal.reads.length).to.equal(2);
    portal.tell(null);
    await burst();
    expect(portal.reads.length).to.equal(3);
  });
});

describe('a live query out of the page', () => {
  it('aborts its reading and hears of nothing', async () => {
    const {portal, element} = await start(fake => fake.hold());
    element.requestUpdate();
    element.remove();
    await rest();
    expect([portal.signals[0]?.aborted, portal.subscriptions]).to.deep.equal([true, 0]);
    portal.tell(null);
    await burst();
    expect(portal.reads.length).to.equal(1);
  });

  it('shows its value when it comes back, and reads what it missed', async () => {
    const {portal, element} = await start();
    const parent = element.parentElement;
    element.remove();
    await rest();
    portal.put({id: 'a'});
    portal.hold();
    parent?.append(element);
    await rest();
    expect([drawn(element), portal.subscriptions]).to.deep.equal(['x0~', 1]);
    await portal.answer();
    expect(drawn(element)).to.equal('x1~');
  });

  it('comes back from a reading that was broken off', async () => {
    const {portal, element} = await start(fake => fake.hold());
    const parent = element.parentElement;
    element.remove();
    await rest();
    await portal.answer();
    parent?.append(element);
    await rest();
    expect(drawn(element)).to.equal('x0~');
  });

  it('shows nothing of one portal under another', async () => {
    const {element} = await start();
    const other = new FakePortal();
    other.fill('ab');
    other.hold();
    element.portal = other as unknown as PortalController;
    await rest();
    expect(drawn(element)).to.equal('pending');
    await other.answer();
    expect(drawn(element)).to.equal('x2');
  });
});
