import {expect} from '@open-wc/testing';
import type {DealRegistration} from '@portico/contract';
import type {DealTab} from '@portico/contract/deal-transitions';
import {hold} from '../base/held.harness.ts';
import {LaterRuns} from '../base/later-runs.ts';
import {DealListHarness} from './deal-list.harness.ts';

/** Starts a list with the first deal open that allows an act, and takes the connection away. */
async function startAndDisconnect(act: DealRegistration['actions'][number], tab: DealTab, outbox = true) {
  const list = await DealListHarness.start({tab, outbox});
  await list.clickRow(list.element.deals.list.items.findIndex(({actions}) => actions.includes(act)));
  await list.until(() => list.backend.openStreams > 0);
  await disconnect(list);
  return {list, id: list.element.dealId ?? ''};
}

async function disconnect(list: DealListHarness) {
  list.backend.behaviour.offline = true;
  list.backend.cutStreams();
  for (let waited = 0; waited < 200 && !list.portal.controller?.offline; waited++) {
    // A network that flickers: what waits for the next attempt makes it now.
    globalThis.dispatchEvent(new Event('online'));
    await list.rest();
  }
  await list.settled();
}

async function reconnect(list: DealListHarness) {
  list.backend.behaviour.offline = false;
  globalThis.dispatchEvent(new Event('online'));
  await list.rest();
}

const deal = (list: DealListHarness, id: string) => list.backend.store.data.deals.get(id);

/** Chooses an act in the menu of the open deal. */
async function choose(list: DealListHarness, act: string) {
  list.find('.actions portico-ui-menu').dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id: act}));
  await list.rest();
}

/** Withdraws the open deal, which waits on the device then. */
async function withdraw(list: DealListHarness, id: string) {
  await choose(list, 'withdraw');
  await list.fill('[name=reason]', 'no_budget');
  await list.pressButton('Withdraw', 'portico-ui-dialog');
  await list.until(() => list.element.deals.acts.storedOn(id) === 'withdraw');
}

/** Brings the connection back to a server on which somebody has changed the deal, which refuses what waited. */
async function reconnectToOther(list: DealListHarness, id: string) {
  const row = deal(list, id);
  if (row) row.version += 1;
  await reconnect(list);
  await list.until(() => list.element.deals.acts.failureOf(id) !== undefined);
}

/** Sets the next stage of the open deal. */
async function setStage(list: DealListHarness) {
  await list.click('[data-act=set_stage]');
  await list.fill('[name=probability]', '55');
  await list.pressButton('Save', 'portico-ui-dialog');
}

describe('the deal list without a connection', function () {
  this.timeout(60_000);

  it('saves a stage and an activity on the device, which is not the same as done, and sends each once when there is a connection', async () => {
    const {list, id} = await startAndDisconnect('set_stage', 'protected');
    const stagesSet = () => list.backend.store.dealStory(id).filter(({event}) => event === 'set_stage').length;
    const before = stagesSet();
    await setStage(list);
    await list.until(() => list.element.deals.acts.storedOn(id) === 'set_stage');
    expect(list.findAll('.note').map(({textContent}) => textContent).join()).to.contain('Set stage: Saved on this device, not sent yet');
    expect(list.text('.row[aria-current]')).to.contain('Saved on this device');
    await list.until(() => list.notices.includes('Saved on this device'), 'it says where it is');
    expect(list.notices).not.to.contain('Stage set');
    expect(deal(list, id)?.probability).not.to.equal(55);
    expect(list.findAll('.actions'), 'nothing is done twice').to.have.length(0);
    await list.fill('[kind=textarea]', 'Talked on the train.');
    await list.pressButton('Log call', '.composer');
    await list.until(() => list.findAll('[data-unsent]').length === 1 && list.text('[data-unsent]').includes('Saved on this device, not sent yet'));
    expect(list.text('[data-unsent]')).to.contain('Talked on the train.');
    await expect(list.portal).to.be.accessible();
    await reconnect(list);
    await list.until(() => deal(list, id)?.probability === 55);
    await list.until(() => list.findAll('[data-unsent]').length === 0);
    expect(list.backend.store.dealStory(id).filter(({body}) => body === 'Talked on the train.')).to.have.length(1);
    await list.until(() => list.element.deals.acts.storedOn(id) === undefined && list.findAll('[data-act=set_stage]').length === 1);
    expect(list.element.deals.opened.deal?.probability).to.equal(55);
    expect(stagesSet()).to.equal(before + 1);
    await list.until(() => list.notices.includes('Stage set'), 'it says when it is done');
    expect(list.notices).not.to.contain('Saved on this device');
  });

  it('saves on the device what was tried before anybody knew that the connection is gone, and sends it once', async () => {
    const list = await DealListHarness.start({tab: 'protected', outbox: true});
    await list.clickRow(list.element.deals.list.items.findIndex(({actions}) => actions.includes('set_stage')));
    const id = list.element.dealId ?? '';
    const stagesSet = () => list.backend.store.dealStory(id).filter(({event}) => event === 'set_stage').length;
    const before = stagesSet();
    list.backend.behaviour.offline = true;
    await setStage(list);
    await list.until(() => list.element.deals.acts.storedOn(id) === 'set_stage');
    await list.until(() => list.notices.includes('Saved on this device'), 'it says where it is');
    expect(list.notices).not.to.contain('Stage set');
    expect(list.element.deals.acts.failureOf(id)).to.equal(undefined);
    await list.fill('[kind=textarea]', 'Talked in the tunnel.');
    await list.pressButton('Log call', '.composer');
    await list.until(() => list.findAll('[data-unsent]').length === 1 && list.text('[data-unsent]').includes('Saved on this device, not sent yet'));
    await reconnect(list);
    await list.until(() => deal(list, id)?.probability === 55 && list.findAll('[data-unsent]').length === 0);
    expect(list.backend.store.dealStory(id).filter(({body}) => body === 'Talked in the tunnel.')).to.have.length(1);
    await list.until(() => list.element.deals.acts.storedOn(id) === undefined);
    expect(stagesSet()).to.equal(before + 1);
  });

  it('sends what waits after a reload, too, and asks for longer protection once', async () => {
    const {list, id} = await startAndDisconnect('request_extension', 'protected');
    await choose(list, 'request_extension');
    await list.fill('[name=note]', 'The budget was confirmed.');
    await list.fill('[name=protectedUntilOn]', new Date(Date.parse(deal(list, id)?.protectedUntil ?? '') + 20 * 86_400_000).toISOString().slice(0, 10));
    await list.pressButton('Ask', 'portico-ui-dialog');
    await list.until(() => list.element.deals.acts.storedOn(id) === 'request_extension');
    const {backend} = list;
    list.portal.remove();
    backend.behaviour.offline = false;
    const again = await DealListHarness.start({backend, tab: 'protected', outbox: true});
    await again.until(() => deal(again, id) !== undefined && [...backend.store.data.dealChanges.values()].some(({dealRegistrationId, note}) => dealRegistrationId === id && note === 'The budget was confirmed.'));
    await again.until(() => (again.element.deals.find(id)?.openChanges.length ?? 0) > 0);
    expect([...backend.store.data.dealChanges.values()].filter(({note}) => note === 'The budget was confirmed.')).to.have.length(1);
    expect(again.element.deals.acts.storedOn(id)).to.equal(undefined);
  });

  it('takes a withdrawal back that was not sent, and keeps one that is refused when it is sent, with the reason', async () => {
    const {list, id} = await startAndDisconnect('withdraw', 'in_review');
    await withdraw(list, id);
    expect(list.ids).to.include(id);
    await list.pressButton('Take back', '.note');
    await list.until(() => list.element.deals.acts.storedOn(id) === undefined && list.findAll('.actions portico-ui-menu').length === 1);
    expect(list.ids).to.include(id);
    await withdraw(list, id);
    await reconnectToOther(list, id);
    expect(list.text('.note[data-tone=danger]')).to.contain('changed');
    await list.until(() => list.notices.includes('changed'), 'it says so wherever the person is by now');
    expect(deal(list, id)?.endedAt, 'the first was never sent, the second refused').to.equal(null);
    await list.pressButton('Got it', '.note[data-tone=danger]');
    await list.until(() => list.element.deals.acts.failureOf(id) === undefined);
  });

  it('shows on its row from the start what was refused before a reload, while the views that come later are not there', async () => {
    const {list, id} = await startAndDisconnect('withdraw', 'in_review');
    await withdraw(list, id);
    await reconnectToOther(list, id);
    list.portal.remove();
    const {requestIdleCallback: idle} = window;
    window.requestIdleCallback = () => 0;
    try {
      const again = await DealListHarness.start({backend: list.backend, tab: 'in_review', outbox: true, early: true});
      await again.until(() => again.findAll(`[data-id="${id}"] .failure`).length === 1);
      again.element.deals.acts.forgive(id);
      await again.until(() => again.findAll('.failure').length === 0);
    } finally {
      window.requestIdleCallback = idle;
    }
  });

  it('tells the page of what was sent while the code that acts was on its way', async () => {
    const {list, id} = await startAndDisconnect('set_stage', 'protected');
    await setStage(list);
    await list.until(() => list.element.deals.acts.storedOn(id) === 'set_stage');
    const {backend} = list;
    list.portal.remove();
    backend.behaviour.offline = false;
    using work = hold(LaterRuns.prototype, 'load');
    const done: string[] = [];
    const again = await DealListHarness.start({backend, tab: 'protected', outbox: true, early: true});
    again.element.addEventListener('portico-deal-action-done', ({detail: {action, deal}}) => done.push(`${action} ${deal.id} ${deal.probability}`));
    await again.until(() => deal(again, id)?.probability === 55 && again.portal.controller?.outbox?.entries.length === 0);
    expect(done).to.deep.equal([]);
    work.letIn();
    await again.until(() => done.length > 0);
    await again.rest();
    expect(done).to.deep.equal([`set_stage ${id} 55`]);
  });
});
