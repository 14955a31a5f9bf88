import {expect, oneEvent} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import type {LeadActionEvent} from './lead-desk.events.ts';
import {LeadDeskHarness} from './lead-desk.harness.ts';

const start = LeadDeskHarness.start;
const leadOf = (desk: LeadDeskHarness, id: string) => desk.backend.store.data.leads.get(id);
const firstWith = (desk: LeadDeskHarness, status: string) => desk.ids.find(id => desk.statusOf(id) === status) ?? '';

describe('portico-lead-desk', () => {
  it('lists every lead with its status, partner, deadline and last event, newest first, with counts on the tabs', async () => {
    const desk = await start();
    const tabs = desk.find('portico-ui-tabs').shadowRoot;
    expect(tabs?.querySelector('#tab-all')?.textContent).to.contain(String(desk.backend.store.data.leads.values().length));
    const received = desk.ids.map(id => leadOf(desk, id)?.receivedAt ?? '');
    expect(received).to.deep.equal([...received].sort().reverse());
    const row = desk.rowOf(firstWith(desk, 'On offer'));
    expect(row.querySelector('.partner')?.textContent).to.match(/Oy|GmbH/);
    expect(row.querySelector('.deadline')?.textContent).to.match(/to respond|overdue/);
    expect(row.querySelector('.last')?.textContent).to.match(/Offered|Opened/);
  });

  it('is a grid that counts its rows, the header first', async () => {
    const desk = await start();
    const grid = desk.find('[role=grid]');
    expect(grid.getAttribute('aria-rowcount')).to.equal(String(desk.backend.store.data.leads.values().length + 1));
    expect(desk.rows.slice(0, 3).map(row => row.getAttribute('aria-rowindex'))).to.deep.equal(['2', '3', '4']);
    expect(desk.findAll('.head [role=columnheader]')).to.have.length(8);
  });

  it('filters by tab, by status and by what needs attention', async () => {
    const desk = await start();
    await desk.chooseTab('working');
    expect(new Set(desk.ids.map(id => desk.statusOf(id)))).to.deep.equal(new Set(['Accepted', 'Working']));
    await desk.chooseTab('all');
    await desk.press('Needs attention');
    expect(desk.ids.length).to.be.above(0);
    for (const id of desk.ids) expect(leadOf(desk, id)?.attention).to.be.a('string');
    await desk.press('Needs attention');
    expect(desk.rows.length).to.be.above(10);
  });

  it('searches by the beginnings of words, after a pause', async () => {
    const desk = await start();
    const before = desk.requests.length;
    const search = desk.find('.search').shadowRoot?.querySelector('input');
    if (search) search.value = 'saimaa';
    search?.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    expect(desk.requests.length).to.equal(before);
    await desk.until(() => desk.ids.length > 0 && desk.ids.length < 5);
    for (const row of desk.rows) expect(row.textContent).to.contain('Saimaa');
    expect(desk.text('.filters [role=status]')).to.equal(`${desk.rows.length} leads`);
  });

  it('opens a lead in full: company, contact, how it was routed, what happened', async () => {
    const desk = await start({group: 'working'});
    const [id = ''] = desk.ids;
    const detail = await desk.open(id);
    const lead = leadOf(desk, id);
    const text = desk.textOf(detail);
    for (const known of [lead?.title, lead?.company.name, lead?.contact.email, lead?.need]) expect(text).to.contain(known);
    expect(text).to.contain('With a partner');
    expect(text).to.match(/Close by .+ left/);
    await desk.until(() => desk.textOf(detail).includes('is the named partner of the rule'));
    expect(desk.textOf(detail)).to.contain('Accepted');
    expect(deepAll(detail, 'a[href^="mailto:"]')).to.have.length(1);
  });

  it('asks the page before it opens a lead', async () => {
    const desk = await start();
    desk.element.addEventListener('portico-lead-select', event => event.preventDefault(), {once: true});
    desk.rows[0]?.click();
    await desk.rest();
    expect(desk.detail).to.equal(null);
  });

  it('offers a lead to a partner, at once on screen, and lets it be undone', async () => {
    const desk = await start({group: 'unplaced'});
    const id = firstWith(desk, 'Not placed');
    await desk.open(id);
    await desk.press('Offer to a partner', desk.detail);
    const dialog = await desk.dialogOpen();
    await desk.until(() => deepAll(dialog, 'input[type=radio]').length > 1);
    const fitting = deepAll(dialog, '.option').find(option => option.querySelector('.fits'));
    fitting?.querySelector('input')?.click();
    await desk.rest();
    await desk.press('Offer', dialog.shadowRoot?.querySelector('portico-ui-button'));
    await desk.until(() => leadOf(desk, id)?.status === 'offered');
    await desk.until(() => desk.dialog === undefined);
    expect(desk.statusOf(id)).to.equal('On offer');
    expect(desk.notices).to.contain('Offered to');
  });

  it('offers to a partner whom the rules pass over only after a second yes, and sends that as an override', async () => {
    const desk = await start({group: 'unplaced'});
    const id = firstWith(desk, 'Not placed');
    await desk.open(id);
    await desk.press('Offer to a partner', desk.detail);
    const dialog = await desk.dialogOpen();
    await desk.until(() => deepAll(dialog, '.fails').length > 0);
    deepAll(dialog, '.option').find(option => option.querySelector('.fails'))?.querySelector('input')?.click();
    await desk.rest();
    const button = dialog.shadowRoot?.querySelector('portico-ui-button');
    expect(button?.textContent).to.contain('Offer anyway');
    await desk.press('Offer anyway', button);
    expect(leadOf(desk, id)?.status).to.equal('unroutable');
    dialog.shadowRoot?.querySelector('portico-ui-checkbox')?.shadowRoot?.querySelector('input')?.click();
    await desk.press('Offer anyway', button);
    await desk.until(() => leadOf(desk, id)?.status === 'offered');
    expect(desk.backend.store.decisions(id).some(({overridden}) => overridden)).to.equal(true);
  });

  it('withdraws with a reason, and needs one', async () => {
    const desk = await start({group: 'working'});
    const [id = ''] = desk.ids;
    await desk.open(id);
    await desk.press('Withdraw', desk.detail);
    const dialog = await desk.dialogOpen();
    const confirm = dialog.shadowRoot?.querySelector('portico-ui-button');
    await desk.press('Withdraw', confirm);
    expect(leadOf(desk, id)?.status).to.match(/accepted|working/);
    await desk.fill('Reason', 'no_progress');
    await desk.fill('Comment', 'We will call them ourselves.');
    await desk.press('Withdraw', confirm);
    await desk.until(() => desk.dialog === undefined);
    const offer = desk.backend.store.data.offers.values().find(each => each.leadId === id && each.endReason === 'no_progress');
    expect(offer).to.include({status: 'withdrawn', endComment: 'We will call them ourselves.'});
    // The row stays while its lead is open, and goes when another is.
    expect(desk.ids).to.contain(id);
    await desk.open(desk.ids.find(other => other !== id) ?? '');
    expect(desk.ids).not.to.contain(id);
  });

  it('gives a lead from one partner to another in one go', async () => {
    const desk = await start({group: 'offered'});
    const [id = ''] = desk.ids;
    const before = desk.backend.store.data.offers.values().find(each => each.leadId === id)?.partnerOrgId;
    await desk.open(id);
    await desk.press('Give to another', desk.detail);
    const dialog = await desk.dialogOpen();
    await desk.until(() => deepAll(dialog, 'input[type=radio]').length > 1);
    await desk.fill('Reason', 'no_progress');
    const option = deepAll(dialog, '.option').find(each => each.querySelector('.name')?.textContent?.startsWith('Bergmann'));
    option?.querySelector('input')?.click();
    await desk.rest();
    dialog.shadowRoot?.querySelector('portico-ui-checkbox')?.shadowRoot?.querySelector('input')?.click();
    await desk.rest();
    dialog.shadowRoot?.querySelector('portico-ui-button')?.click();
    await desk.until(() => desk.dialog === undefined);
    const offers = desk.backend.store.data.offers.values().filter(each => each.leadId === id);
    expect(offers.find(each => each.partnerOrgId === before)?.status).to.equal('withdrawn');
    expect(offers.some(each => each.partnerOrgId !== before && each.status === 'offered')).to.equal(true);
  });

  it('takes an act back with the reason when the server refuses, and keeps what was filled in', async () => {
    const desk = await start({group: 'working'});
    const [id = ''] = desk.ids;
    const was = desk.statusOf(id);
    await desk.open(id);
    await desk.press('Withdraw', desk.detail);
    const dialog = await desk.dialogOpen();
    await desk.fill('Reason', 'compliance');
    await desk.fill('Comment', 'Not lost.');
    desk.backend.behaviour.refusal = 'forbidden';
    const failed = oneEvent(desk.element, 'portico-error');
    dialog.shadowRoot?.querySelector('portico-ui-button')?.click();
    await failed;
    await desk.rest();
    expect(desk.textOf(dialog)).to.contain('Your role does not allow this.');
    expect(desk.statusOf(id)).to.equal(was);
    const comment = deepAll<HTMLTextAreaElement>(dialog, 'textarea')[0];
    expect(comment?.value).to.equal('Not lost.');
  });

  it('says nothing of a failure that the page reports itself, and keeps the dialog', async () => {
    const desk = await start({group: 'working'});
    const [id = ''] = desk.ids;
    await desk.open(id);
    await desk.press('Withdraw', desk.detail);
    const dialog = await desk.dialogOpen();
    await desk.fill('Reason', 'compliance');
    desk.backend.behaviour.refusal = 'forbidden';
    desk.element.addEventListener('portico-error', event => event.preventDefault());
    dialog.shadowRoot?.querySelector('portico-ui-button')?.click();
    await desk.rest();
    expect(desk.dialog).to.equal(dialog);
    expect(desk.textOf(dialog)).not.to.contain('Your role does not allow this.');
  });

  it('lets the page stop an act', async () => {
    const desk = await start({group: 'unplaced'});
    const id = firstWith(desk, 'New');
    await desk.open(id);
    let seen: LeadActionEvent | undefined;
    desk.element.addEventListener('portico-lead-action', event => {
      seen = event;
      event.preventDefault();
    });
    await desk.press('Route by rules', desk.detail);
    expect(seen?.detail.action).to.equal('route');
    expect(seen?.detail.leads.map(lead => lead.id)).to.deep.equal([id]);
    expect(leadOf(desk, id)?.status).to.equal('new');
  });

  it('sets many leads aside at once and says what it left as it was', async () => {
    const desk = await start({group: 'unplaced'});
    const chosen = desk.ids.slice(0, 3);
    for (const id of chosen) desk.rowOf(id).querySelector('input')?.click();
    await desk.rest();
    expect(desk.text('.bulk')).to.contain('3 selected');
    await desk.press('Set aside', desk.find('.bulk'));
    const dialog = await desk.dialogOpen();
    dialog.shadowRoot?.querySelector('portico-ui-button')?.click();
    await desk.until(() => desk.dialog === undefined);
    for (const id of chosen) expect(leadOf(desk, id)?.status).to.equal('quarantined');
  });

  it('edits score and priority, and sends only what was changed', async () => {
    const desk = await start({group: 'working'});
    const [id = ''] = desk.ids;
    const before = leadOf(desk, id);
    await desk.open(id);
    desk.detail?.shadowRoot?.querySelector('portico-ui-menu')?.shadowRoot?.querySelector('button')?.click();
    await desk.rest();
    await desk.press('Edit', desk.detail);
    await desk.dialogOpen();
    await desk.fill('Score', '97');
    await desk.fill('Priority', 'low');
    desk.dialog?.shadowRoot?.querySelector('portico-ui-button')?.click();
    await desk.until(() => leadOf(desk, id)?.score === 97);
    expect(leadOf(desk, id)).to.include({priority: 'low', timeline: before?.timeline, need: before?.need});
  });
});
