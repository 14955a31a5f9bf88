import {expect} from '@open-wc/testing';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

const start = LeadInboxHarness.start;
const storyOf = (inbox: LeadInboxHarness, id: string) => inbox.backend.store.story(offerOf(inbox, id)?.leadId ?? '');
const offerOf = (inbox: LeadInboxHarness, id: string) => inbox.backend.store.data.offers.get(id);

/** Opens the first lead in work. */
async function startWorking(options: Parameters<typeof start>[0] = {}) {
  const inbox = await start(options);
  await inbox.chooseTab('working');
  await inbox.clickRow(0);
  await inbox.until(() => inbox.findAll('.entry').length > 0);
  return {inbox, id: inbox.element.offerId ?? ''};
}

async function chooseFromMenu(inbox: LeadInboxHarness, words: string) {
  const menu = inbox.find('.actions portico-ui-menu');
  menu.shadowRoot?.querySelector<HTMLElement>('.trigger')?.click();
  await inbox.rest();
  [...(menu.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])].find(item => item.textContent?.trim() === words)?.click();
  await inbox.rest();
}

describe('acts of the lead inbox', () => {
  it('acts on all that are selected, and each row that fails says why', async () => {
    const inbox = await start();
    const [first = '', second = '', third = ''] = inbox.ids;
    await inbox.clickRow(0, {ctrlKey: true});
    await inbox.clickRow(2, {shiftKey: true});
    expect(inbox.text('.bulk-count')).to.equal('3 selected');
    const blocked = offerOf(inbox, second);
    if (blocked) blocked.status = 'expired';
    await inbox.pressButton('Accept', '.bulk');
    await inbox.until(() => offerOf(inbox, first)?.status === 'accepted' && offerOf(inbox, third)?.status === 'accepted');
    await inbox.until(() => inbox.findAll('.row .failure').length === 1);
    expect(inbox.ids).to.include(second).and.not.include(first).and.not.include(third);
    expect(inbox.text('.row .failure')).to.contain('The time to respond has passed.');
    expect(inbox.notices).to.contain('2 leads accepted');
    expect(inbox.element.inbox.selection.ids).to.deep.equal([second]);
  });

  it('declines and reassigns many with one reason, and the focus goes to what is left', async () => {
    const inbox = await start();
    const [first = '', second = '', third = '', fourth = ''] = inbox.ids;
    inbox.row(0).focus();
    await inbox.press('x', 'Shift+ArrowDown', 'd');
    expect(inbox.find('portico-ui-dialog').getAttribute('heading')).to.equal('Decline 2 leads');
    await inbox.fill('[name=reason]', 'no_capacity');
    await inbox.pressButton('Decline', 'portico-ui-dialog');
    await inbox.until(() => [first, second].every(id => offerOf(inbox, id)?.status === 'declined'));
    await inbox.rest();
    expect(inbox.ids[0]).to.equal(third);
    expect(inbox.focusedRow).to.equal(third);
    await inbox.press('x', 'Shift+ArrowDown');
    inbox.find('.bulk portico-ui-menu').shadowRoot?.querySelector<HTMLElement>('.trigger')?.click();
    await inbox.rest();
    inbox.find('.bulk portico-ui-menu').shadowRoot?.querySelector<HTMLElement>('.item')?.click();
    await inbox.until(() => inbox.field('[name=assignee]').options.length > 2);
    const mika = inbox.field('[name=assignee]').options.find(({label}) => label === 'Mika Korhonen')?.value ?? '';
    await inbox.fill('[name=assignee]', mika);
    await inbox.pressButton('Reassign', 'portico-ui-dialog');
    await inbox.until(() => [third, fourth].every(id => offerOf(inbox, id)?.assigneeId === mika));
    expect(inbox.ids, 'they stay under New').to.include(third).and.include(fourth);
  });

  it('reassigns to a colleague', async () => {
    const {inbox, id} = await startWorking();
    await chooseFromMenu(inbox, 'Reassign…');
    await inbox.until(() => inbox.field('[name=assignee]').options.length > 2);
    const option = inbox.field('[name=assignee]').options.find(({label}) => label === 'Nguyễn Thùy Linh');
    await inbox.fill('[name=assignee]', option?.value ?? '');
    await inbox.pressButton('Reassign', 'portico-ui-dialog');
    await inbox.until(() => offerOf(inbox, id)?.assigneeId === option?.value);
    expect(inbox.text('.tags')).to.contain('Nguyễn Thùy Linh');
  });

  for (const [words, button, status, reason] of [
    ['Give back…', 'Give back', 'returned', 'no_response'],
    ['Close as lost…', 'Close as lost', 'closed_lost', 'chose_competitor'],
  ] as const) {
    it(`asks for a reason to ${button.toLowerCase()}`, async () => {
      const {inbox, id} = await startWorking();
      await chooseFromMenu(inbox, words);
      await inbox.pressButton(button, 'portico-ui-dialog');
      expect(inbox.find('portico-ui-dialog').hasAttribute('open'), 'stays open without a reason').to.equal(true);
      await inbox.fill('[name=reason]', reason);
      await inbox.pressButton(button, 'portico-ui-dialog');
      await inbox.until(() => offerOf(inbox, id)?.status === status);
      expect(offerOf(inbox, id)?.endReason).to.equal(reason);
      expect(inbox.ids).not.to.contain(id);
    });
  }

  it('closes as won with an amount in minor units', async () => {
    const {inbox, id} = await startWorking();
    await chooseFromMenu(inbox, 'Close as won…');
    const inputs: unknown[] = [];
    inbox.element.addEventListener('portico-lead-offer-action', ({detail}) => inputs.push(detail.input['amount']));
    await inbox.fill('[name=amount]', '1234.5');
    await inbox.pressButton('Close as won', 'portico-ui-dialog');
    await inbox.until(() => offerOf(inbox, id)?.status === 'closed_won');
    expect(inputs).to.deep.equal([{amountMinor: 123_450, currency: 'EUR'}]);
  });

  it('converts to a deal that is filled in from the lead', async () => {
    const {inbox, id} = await startWorking();
    await inbox.click('[data-act=convert]');
    expect(inbox.field('[name=dealName]').value).to.contain(':');
    await inbox.pressButton('Convert', 'portico-ui-dialog');
    await inbox.until(() => offerOf(inbox, id)?.status === 'converted');
    expect(offerOf(inbox, id)?.dealRegistrationId).to.be.a('string');
    expect(inbox.notices).to.contain('Deal registration made');
  });

  it('logs a call that is seen at once', async () => {
    const {inbox, id} = await startWorking();
    await inbox.fill('[kind=textarea]', 'She wants a visit in week 12.');
    inbox.backend.behaviour.latencyMs = 200;
    inbox.find('.composer [data-variant=primary]').click();
    await inbox.until(() => inbox.findAll('[data-unsent]').length === 1);
    expect(inbox.field('[kind=textarea]').value).to.equal('');
    await inbox.until(() => inbox.findAll('[data-unsent]').length === 0);
    expect(inbox.text('.entry')).to.contain('She wants a visit in week 12.');
    const logged = storyOf(inbox, id).filter(entry => entry.body === 'She wants a visit in week 12.');
    expect(logged).to.have.length(1);
    expect(logged[0]).to.include({kind: 'call', visibility: 'shared'});
  });

  it('keeps an internal note inside', async () => {
    const {inbox, id} = await startWorking();
    await inbox.click('.kind:last-child input');
    await inbox.fill('[kind=textarea]', 'Price is a problem for us.');
    inbox.find('.composer portico-ui-checkbox').shadowRoot?.querySelector('input')?.click();
    await inbox.pressButton('Save note', '.composer');
    await inbox.until(() => inbox.findAll('.internal').length > 0 && inbox.findAll('[data-unsent]').length === 0);
    const note = storyOf(inbox, id).find(entry => entry.kind === 'note' && entry.body.startsWith('Price'));
    expect(note?.visibility).to.equal('partner_internal');
  });

  it('keeps the words of an activity that fails, and sends it once when tried again', async () => {
    const {inbox, id} = await startWorking();
    inbox.backend.behaviour.refusal = 'forbidden';
    await inbox.fill('[kind=textarea]', 'Sent the price list.');
    await inbox.pressButton('Log call', '.composer');
    await inbox.until(() => inbox.findAll('[data-unsent] .failure').length === 1);
    expect(inbox.text('[data-unsent]')).to.contain('Sent the price list.').and.contain('Your role does not allow this.');
    inbox.backend.behaviour.refusal = null;
    await inbox.pressButton('Try again', '[data-unsent]');
    await inbox.until(() => inbox.findAll('[data-unsent]').length === 0);
    expect(storyOf(inbox, id).filter(entry => entry.body === 'Sent the price list.')).to.have.length(1);
  });

  it('plans the next step in place', async () => {
    const {inbox, id} = await startWorking();
    const title = inbox.find('#next-step-title').parentElement;
    title?.querySelector('button')?.click();
    await inbox.rest();
    await inbox.fill('[max-length="300"]', 'Bring the quote');
    await inbox.fill('[kind=date]', '2030-03-04');
    await inbox.pressButton('Save', '.step-form');
    await inbox.until(() => offerOf(inbox, id)?.nextStep?.text === 'Bring the quote');
    expect(offerOf(inbox, id)?.nextStep?.dueOn).to.equal('2030-03-04');
    expect(inbox.text('.step')).to.contain('Bring the quote');
    expect(inbox.findAll('.note'), 'one’s own change is no news').to.have.length(0);
  });
});
