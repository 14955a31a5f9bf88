import {aTimeout, expect} from '@open-wc/testing';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

const start = LeadInboxHarness.start;

describe('the lead inbox while others act', () => {
  it('shows a lead that arrives, with its count', async () => {
    const inbox = await start();
    const {leadOfferId} = inbox.backend.act.newLead();
    await inbox.until(() => inbox.ids.includes(leadOfferId));
    await inbox.until(() => inbox.find('portico-ui-tabs').shadowRoot?.querySelector('#tab-new')?.textContent?.includes('7') ?? false);
  });

  it('keeps the rows in view, the focus and the selection when leads arrive above', async () => {
    const inbox = await start({scenario: 'many'});
    inbox.list.scrollTop = 1500;
    await inbox.rest();
    const at = inbox.element.inbox.list.items.findIndex((_, index) => inbox.list.rowElement(index) && inbox.row(index).getBoundingClientRect().top >= inbox.list.getBoundingClientRect().top);
    inbox.row(at + 1).focus();
    await inbox.press('x');
    const id = inbox.focusedRow;
    const top = inbox.row(at + 1).getBoundingClientRect().top;
    const count = inbox.element.inbox.list.items.length;
    for (let arrivals = 0; arrivals < 3; arrivals++) inbox.backend.act.newLead({priority: 'hot'});
    await inbox.until(() => inbox.element.inbox.list.items.length === count + 3);
    await inbox.rest();
    const row = inbox.rows.find(({dataset}) => dataset['id'] === id);
    expect(inbox.focusedRow).to.equal(id);
    expect(inbox.element.inbox.selection.ids).to.deep.equal([id]);
    expect(Math.abs((row?.getBoundingClientRect().top ?? 0) - top)).to.be.below(2);
  });

  it('says so when the open lead is withdrawn, keeps its row in place, and lets go of it afterwards', async () => {
    const inbox = await start();
    const id = inbox.ids[1] ?? '';
    await inbox.clickRow(1);
    inbox.backend.act.withdraw(id);
    await inbox.until(() => inbox.findAll('.note').length > 0);
    expect(inbox.text('.note')).to.contain('The vendor has withdrawn this lead.');
    expect(inbox.ids[1]).to.equal(id);
    expect(inbox.findAll('[data-act]')).to.have.length(0);
    await inbox.clickRow(0);
    expect(inbox.ids).not.to.contain(id);
  });

  it('says so too when that happens while the lead opens', async () => {
    const inbox = await start();
    const id = inbox.ids[0] ?? '';
    inbox.backend.behaviour.latencyMs = 40;
    inbox.row(0).click();
    await inbox.until(() => inbox.requests.some(line => line.endsWith('/view')));
    inbox.backend.act.withdraw(id);
    await inbox.until(() => inbox.findAll('.note').length > 0);
    expect(inbox.text('.note')).to.contain('The vendor has withdrawn this lead.');
  });

  it('keeps what is typed while the lead changes and a colleague writes', async () => {
    const inbox = await start();
    await inbox.chooseTab('working');
    await inbox.clickRow(0);
    await inbox.until(() => inbox.findAll('.entry').length > 0);
    const id = inbox.element.offerId ?? '';
    inbox.field('[kind=textarea]').focus();
    await inbox.type('She said that');
    inbox.backend.act.vendorNote(id, 'Ask for the drawings.');
    await inbox.until(() => inbox.text('.story').includes('Ask for the drawings.'));
    await inbox.type(' it is urgent');
    expect(inbox.field('[kind=textarea]').value).to.equal('She said that it is urgent');
  });

  it('does not open with a tick: the countdown is no live region', async () => {
    const inbox = await start();
    for (const meter of inbox.findAll('portico-ui-deadline-meter')) {
      expect(meter.closest('[aria-live], [role=status], [role=alert]')).to.equal(null);
      expect(meter.shadowRoot?.querySelector('[aria-live], [role=status], [role=alert], [role=timer]')).to.equal(null);
    }
  });

  it('catches up after the stream was cut', async () => {
    const inbox = await start();
    await inbox.until(() => inbox.backend.openStreams > 0);
    inbox.backend.cutStreams();
    const {leadOfferId} = inbox.backend.act.newLead();
    await inbox.until(() => inbox.ids.includes(leadOfferId));
  });

  it('shows a burst of arrivals without asking for each', async () => {
    const inbox = await start({scenario: 'many'});
    await inbox.until(() => inbox.backend.openStreams > 0);
    await aTimeout(100);
    const before = inbox.element.inbox.counts?.new ?? 0;
    const asked = inbox.requests.length;
    for (let arrivals = 0; arrivals < 50; arrivals++) inbox.backend.act.newLead();
    await inbox.until(() => inbox.element.inbox.counts?.new === before + 50);
    await inbox.rest();
    expect(inbox.requests.length - asked).to.be.below(12);
  });
});

describe('what is typed into the lead inbox', () => {
  const words = 'They decide on Friday.';

  async function typedInto() {
    const inbox = await start();
    await inbox.chooseTab('working');
    await inbox.clickRow(0);
    await inbox.until(() => inbox.findAll('.composer').length === 1);
    await inbox.fill('[kind=textarea]', words);
    return inbox;
  }

  it('is there again after another lead was open', async () => {
    const inbox = await typedInto();
    await inbox.clickRow(1);
    expect(inbox.field('[kind=textarea]').value).to.equal('');
    await inbox.clickRow(0);
    expect(inbox.field('[kind=textarea]').value).to.equal(words);
  });

  it('survives the removal of the element', async () => {
    const inbox = await typedInto();
    const {element} = inbox;
    const parent = element.parentElement;
    element.remove();
    await aTimeout(20);
    parent?.append(element);
    await inbox.until(() => inbox.findAll('.composer').length === 1);
    expect(inbox.field('[kind=textarea]').value).to.equal(words);
  });

  it('survives a session that ends and is renewed', async () => {
    const inbox = await typedInto();
    inbox.backend.endSessions();
    await inbox.press('Escape');
    await inbox.chooseTab('new');
    await inbox.chooseTab('working');
    await inbox.clickRow(0);
    await inbox.until(() => inbox.findAll('.composer').length === 1);
    expect(inbox.field('[kind=textarea]').value).to.equal(words);
  });

  it('survives a dialog that is closed and opened again', async () => {
    const inbox = await start();
    await inbox.clickRow(0);
    await inbox.click('[data-act=decline]');
    await inbox.fill('[name=reason]', 'duplicate');
    await inbox.fill('[name=comment]', words);
    await inbox.press('Escape');
    await inbox.click('[data-act=decline]');
    expect(inbox.field('[name=comment]').value).to.equal(words);
    expect(inbox.field('[name=reason]').value).to.equal('duplicate');
  });

  it('is kept with the reason when a decline fails', async () => {
    const inbox = await start();
    const id = inbox.ids[0] ?? '';
    await inbox.clickRow(0);
    await inbox.click('[data-act=decline]');
    await inbox.fill('[name=reason]', 'spam');
    await inbox.fill('[name=comment]', words);
    inbox.backend.behaviour.refusal = 'forbidden';
    await inbox.pressButton('Decline', 'portico-ui-dialog');
    await inbox.until(() => inbox.element.inbox.acts.failureOf(id) !== undefined);
    inbox.backend.behaviour.refusal = null;
    expect(inbox.ids[0]).to.equal(id);
    await inbox.clickRow(0);
    await inbox.click('[data-act=decline]');
    expect(inbox.field('[name=comment]').value).to.equal(words);
  });
});
