import {expect} from '@open-wc/testing';
import {createMockBackend, type MockBackend} from '@portico/mocks';
import {hold} from '../base/held.harness.ts';
import {LaterRuns} from '../base/later-runs.ts';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

/** Starts an inbox, opens a lead under a tab, and takes the connection away. */
async function startAndDisconnect(tab: 'new' | 'working', options: {outbox: boolean}) {
  const inbox = await LeadInboxHarness.start(options);
  if (tab !== 'new') await inbox.chooseTab(tab);
  await inbox.clickRow(0);
  await inbox.until(() => inbox.backend.openStreams > 0);
  await inbox.rest();
  inbox.backend.behaviour.offline = true;
  inbox.backend.cutStreams();
  for (let waited = 0; waited < 200 && !inbox.portal.controller?.offline; waited++) {
    // A network that flickers: what waits for the next attempt makes it now.
    globalThis.dispatchEvent(new Event('online'));
    await inbox.rest();
  }
  await inbox.settled();
  return inbox;
}

async function reconnect(inbox: LeadInboxHarness) {
  inbox.backend.behaviour.offline = false;
  globalThis.dispatchEvent(new Event('online'));
  await inbox.rest();
}

describe('the lead inbox without a connection', function () {
  this.timeout(60_000);

  it('saves an act on the device, which is not the same as done, and sends it when there is a connection', async () => {
    const inbox = await startAndDisconnect('new', {outbox: true});
    const id = inbox.element.offerId ?? '';
    await inbox.click('[data-act=accept]');
    await inbox.until(() => inbox.findAll('.stored').length === 1);
    expect(inbox.text('.stored')).to.contain('Accept: Saved on this device, not sent yet');
    await inbox.until(() => inbox.notices.includes('Saved on this device'), 'it says where it is');
    expect(inbox.notices).not.to.contain('Lead accepted');
    expect(inbox.backend.store.data.offers.get(id)?.status).to.equal('viewed');
    expect(inbox.findAll('[data-act]'), 'nothing is done twice').to.have.length(0);
    await expect(inbox.portal).to.be.accessible();
    await inbox.clickRow(1);
    await inbox.clickRow(0);
    expect(inbox.findAll('.stored'), 'reading it takes nothing back').to.have.length(1);
    await reconnect(inbox);
    await inbox.until(() => inbox.backend.store.data.offers.get(id)?.status === 'accepted');
    await inbox.until(() => inbox.findAll('.stored').length === 0 && inbox.findAll('.ways a').length > 0);
    await inbox.until(() => inbox.notices.includes('Lead accepted'), 'it says when it is done');
    expect(inbox.notices).not.to.contain('Saved on this device');
  });

  it('saves an act on the device that was tried before anybody knew that the connection is gone', async () => {
    const inbox = await LeadInboxHarness.start({outbox: true});
    await inbox.clickRow(0);
    const id = inbox.element.offerId ?? '';
    const errors: string[] = [];
    inbox.element.addEventListener('portico-error', ({detail: {code}}) => errors.push(code));
    inbox.backend.behaviour.offline = true;
    await inbox.click('[data-act=accept]');
    await inbox.until(() => inbox.findAll('.stored').length === 1);
    await inbox.until(() => inbox.notices.includes('Saved on this device'), 'it says where it is');
    expect(inbox.notices).not.to.contain('Lead accepted');
    expect(inbox.element.inbox.acts.failureOf(id)).to.equal(undefined);
    expect(errors).to.deep.equal([]);
    await reconnect(inbox);
    await inbox.until(() => inbox.backend.store.data.offers.get(id)?.status === 'accepted');
    await inbox.until(() => inbox.findAll('.stored').length === 0 && inbox.findAll('.ways a').length > 0);
  });

  it('does once what the server took while its answer was lost', async () => {
    const backend = createMockBackend();
    let isLosing = false;
    const fetch: MockBackend['fetch'] = async (...request) => {
      const answer = await backend.fetch(...request);
      if (isLosing) throw new TypeError('Failed to fetch');
      return answer;
    };
    const inbox = await LeadInboxHarness.start({backend: {...backend, fetch}, outbox: true});
    await inbox.chooseTab('working');
    await inbox.clickRow(0);
    const id = inbox.element.offerId ?? '';
    isLosing = true;
    await inbox.fill('[kind=textarea]', 'Talked in the tunnel.');
    await inbox.pressButton('Log call', '.composer');
    await inbox.until(() => inbox.findAll('[data-unsent]').length === 1 && inbox.text('[data-unsent]').includes('Saved on this device, not sent yet'));
    isLosing = false;
    await reconnect(inbox);
    await inbox.until(() => inbox.findAll('[data-unsent]').length === 0);
    const leadId = inbox.backend.store.data.offers.get(id)?.leadId ?? '';
    expect(inbox.backend.store.story(leadId).filter(({body}) => body === 'Talked in the tunnel.')).to.have.length(1);
  });

  it('takes an act back that was not sent', async () => {
    const inbox = await startAndDisconnect('new', {outbox: true});
    const id = inbox.element.offerId ?? '';
    await inbox.click('[data-act=accept]');
    await inbox.until(() => inbox.findAll('.stored').length === 1);
    await inbox.pressButton('Remove', '.note');
    await inbox.until(() => inbox.findAll('.stored').length === 0);
    await reconnect(inbox);
    await inbox.rest();
    expect(inbox.backend.store.data.offers.get(id)?.status).to.equal('viewed');
  });

  it('keeps an act that is refused when it is sent, with the reason', async () => {
    const inbox = await startAndDisconnect('new', {outbox: true});
    const id = inbox.element.offerId ?? '';
    await inbox.click('[data-act=accept]');
    await inbox.until(() => inbox.findAll('.stored').length === 1);
    const offer = inbox.backend.store.data.offers.get(id);
    if (offer) offer.status = 'expired';
    await reconnect(inbox);
    await inbox.until(() => inbox.element.inbox.acts.failureOf(id) !== undefined);
    expect(inbox.text('.detail-pane')).to.contain('The time to respond has passed.');
    await inbox.until(() => inbox.notices.includes('The time to respond has passed.'), 'it says so wherever the person is by now');
    expect(inbox.notices).not.to.contain('Lead accepted');
  });

  it('saves an activity on the device and sends it once', async () => {
    const inbox = await startAndDisconnect('working', {outbox: true});
    const id = inbox.element.offerId ?? '';
    await inbox.fill('[kind=textarea]', 'Talked on the train.');
    await inbox.pressButton('Log call', '.composer');
    await inbox.until(() => inbox.findAll('[data-unsent]').length === 1 && inbox.text('[data-unsent]').includes('Saved on this device, not sent yet'));
    expect(inbox.text('[data-unsent]')).to.contain('Talked on the train.');
    await reconnect(inbox);
    await inbox.until(() => inbox.findAll('[data-unsent]').length === 0);
    const leadId = inbox.backend.store.data.offers.get(id)?.leadId ?? '';
    expect(inbox.backend.store.story(leadId).filter(({body}) => body === 'Talked on the train.')).to.have.length(1);
  });

  it('fails clearly where nothing is kept on the device, with the words still there', async () => {
    const inbox = await startAndDisconnect('working', {outbox: false});
    await inbox.fill('[kind=textarea]', 'Talked on the train.');
    await inbox.pressButton('Log call', '.composer');
    for (let waited = 0; waited < 400 && inbox.findAll('[data-unsent] .failure').length === 0; waited++) await inbox.rest();
    expect(inbox.text('[data-unsent]')).to.contain('There is no connection.').and.contain('Talked on the train.');
  });

  it('tells the page of what was sent while the code that acts was on its way', async () => {
    const inbox = await startAndDisconnect('new', {outbox: true});
    const id = inbox.element.offerId ?? '';
    await inbox.click('[data-act=accept]');
    await inbox.until(() => inbox.findAll('.stored').length === 1);
    const {backend} = inbox;
    inbox.portal.remove();
    backend.behaviour.offline = false;
    using work = hold(LaterRuns.prototype, 'load');
    const done: string[] = [];
    const again = await LeadInboxHarness.start({backend, outbox: true, early: true});
    again.element.addEventListener('portico-lead-offer-action-done', ({detail: {action, offer}}) => done.push(`${action} ${offer.id} ${offer.status}`));
    await again.until(() => backend.store.data.offers.get(id)?.status === 'accepted' && again.portal.controller?.outbox?.entries.length === 0);
    expect(done).to.deep.equal([]);
    work.letIn();
    await again.until(() => done.length > 0);
    await again.rest();
    expect(done).to.deep.equal([`accept ${id} accepted`]);
  });
});

describe('what is typed, after a reload', () => {
  it('is there again for the same person, and for nobody else', async () => {
    const typed = await LeadInboxHarness.start();
    const {people, offers} = typed.backend.store.data;
    const mika = [...people.values()].find(({name}) => name === 'Mika Korhonen');
    const id = [...offers.values()].find(({status, assigneeId}) => status === 'working' && assigneeId === mika?.id)?.id;
    typed.element.offerId = id;
    await typed.until(() => typed.findAll('.composer').length === 1);
    await typed.fill('[kind=textarea]', 'They decide on Friday.');
    await (await typed.portal.controller?.openDrafts())?.flush();
    typed.portal.remove();
    const again = await LeadInboxHarness.start({backend: typed.backend});
    again.element.offerId = id;
    await again.until(() => again.findAll('.composer').length === 1 && again.field('[kind=textarea]').value !== '');
    expect(again.field('[kind=textarea]').value).to.equal('They decide on Friday.');
    again.portal.remove();
    const other = await LeadInboxHarness.start({backend: {...typed.backend, fetchSession: typed.backend.fetchSessionAs('partner', mika?.id)}});
    other.element.offerId = id;
    await other.until(() => other.findAll('.composer').length === 1);
    await other.rest();
    expect(other.field('[kind=textarea]').value).to.equal('');
    other.portal.logout();
  });
});
