import {expect} from '@open-wc/testing';
import type {LeadOfferActionEvent} from './lead-inbox.events.ts';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

const start = LeadInboxHarness.start;
const statusOf = (inbox: LeadInboxHarness, id: string) => inbox.backend.store.data.offers.get(id)?.status;

describe('portico-lead-inbox', () => {
  it('lists new leads by deadline, with counts on the tabs', async () => {
    const inbox = await start();
    expect(inbox.rows).to.have.length(6);
    const tabs = inbox.find('portico-ui-tabs');
    expect(tabs.shadowRoot?.querySelector('#tab-new')?.textContent).to.contain('6');
    const due = inbox.element.inbox.list.items.map(({acceptBy}) => acceptBy ?? '');
    expect(due).to.deep.equal([...due].sort());
  });

  it('shows a teaser only, and name and contact once accepted', async () => {
    const inbox = await start();
    await inbox.clickRow(0);
    expect(inbox.text('.detail-pane')).to.contain('Name and contact are shown once you accept.');
    expect(inbox.findAll('.card')).to.have.length(0);
    const [id = ''] = inbox.ids;
    await inbox.click('[data-act=accept]');
    await inbox.until(() => statusOf(inbox, id) === 'accepted' && inbox.findAll('.card').length === 1);
    expect(inbox.text('.card')).to.contain('@');
    expect(inbox.find<HTMLAnchorElement>('.ways a').protocol).to.equal('tel:');
    expect(inbox.notices).to.contain('Lead accepted');
  });

  it('keeps an accepted lead in its place until another is opened', async () => {
    const inbox = await start();
    const [id = ''] = inbox.ids;
    await inbox.clickRow(0);
    await inbox.click('[data-act=accept]');
    await inbox.until(() => statusOf(inbox, id) === 'accepted');
    expect(inbox.ids[0]).to.equal(id);
    await inbox.clickRow(1);
    expect(inbox.ids).not.to.contain(id);
  });

  it('declines with a reason, and the focus goes to the next row', async () => {
    const inbox = await start();
    const [id = '', next = ''] = inbox.ids;
    inbox.row(0).focus();
    await inbox.press('Enter', 'd');
    await inbox.pressButton('Decline', 'portico-ui-dialog');
    expect(statusOf(inbox, id)).to.equal('viewed');
    await inbox.fill('[name=reason]', 'no_capacity');
    await inbox.fill('[name=comment]', 'Ask us again in spring.');
    await inbox.pressButton('Decline', 'portico-ui-dialog');
    await inbox.until(() => statusOf(inbox, id) === 'declined');
    const offer = inbox.backend.store.data.offers.get(id);
    expect(offer).to.include({endReason: 'no_capacity', endComment: 'Ask us again in spring.'});
    expect(inbox.ids).not.to.contain(id);
    await inbox.rest();
    expect(inbox.focusedRow).to.equal(next);
  });

  it('puts a row back and says why when the server refuses', async () => {
    const inbox = await start();
    const [first = '', id = ''] = inbox.ids;
    await inbox.clickRow(1);
    await inbox.until(() => statusOf(inbox, id) === 'viewed');
    inbox.backend.behaviour.latencyMs = 150;
    inbox.find('[data-act=accept]').click();
    inbox.backend.store.data.offers.get(id)!.status = 'expired';
    await inbox.settled();
    expect(inbox.row(1).textContent).to.contain('Accepted');
    expect(inbox.findAll('[data-act=accept]')).to.have.length(0);
    await inbox.until(() => inbox.element.inbox.acts.failureOf(id) !== undefined);
    expect(inbox.ids.slice(0, 2)).to.deep.equal([first, id]);
    expect(inbox.text('.detail-pane')).to.contain('The time to respond has passed.');
    expect(inbox.notices).to.contain('The time to respond has passed.');
  });

  it('asks the page first: a cancelled act changes nothing', async () => {
    const inbox = await start();
    const [id = ''] = inbox.ids;
    const asked: string[] = [];
    inbox.element.addEventListener('portico-lead-offer-action', event => {
      asked.push((event as LeadOfferActionEvent).detail.action);
      event.preventDefault();
    });
    await inbox.clickRow(0);
    await inbox.click('[data-act=accept]');
    expect(asked).to.deep.equal(['accept']);
    expect(statusOf(inbox, id)).to.equal('viewed');
    expect(inbox.findAll('[data-act=accept]')).to.have.length(1);
  });
});
