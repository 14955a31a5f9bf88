import {expect} from '@open-wc/testing';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

describe('portico-lead-inbox, before the views that come later', () => {
  const {requestIdleCallback: idle} = window;

  // The page is never idle: only what somebody asks for comes.
  before(() => {
    window.requestIdleCallback = () => 0;
  });
  after(() => {
    window.requestIdleCallback = idle;
  });

  const start = async () => {
    const inbox = await LeadInboxHarness.start({early: true});
    expect(inbox.findAll('portico-ui-dialog'), 'parts that come later').to.have.length(0);
    return inbox;
  };

  it('opens the row that is pressed at first sight', async () => {
    const inbox = await start();
    const {rows, ids, titles} = inbox;
    rows[1]?.click();
    expect(inbox.element.inbox.opened.id).to.equal(ids[1]);
    await inbox.settled();
    expect(inbox.findAll('.detail-pane portico-ui-skeleton')).to.have.length(1);
    await inbox.until(() => inbox.findAll('[data-act=accept]').length === 1);
    expect(inbox.openTitle).to.equal(titles[1]);
    expect(inbox.element.offerId).to.equal(ids[1]);
    // A press that begins on a row must end on the same.
    expect(rows.every((row, index) => inbox.row(index) === row)).to.equal(true);
  });

  it('opens a row by key, and accepts one by a letter', async () => {
    const inbox = await start();
    const {rows, ids} = inbox;
    rows[0]?.focus();
    await inbox.press('ArrowDown', 'Enter');
    await inbox.until(() => inbox.element.offerId === ids[1]);
    await inbox.until(() => inbox.findAll('[data-act=accept]').length === 1);
    inbox.row(2).focus();
    await inbox.press('a');
    await inbox.until(() => inbox.backend.store.data.offers.get(ids[2] ?? '')?.status === 'accepted');
  });

  it('asks why at once when a lead is declined by a letter', async () => {
    const inbox = await start();
    inbox.rows[0]?.focus();
    await inbox.press('d');
    await inbox.until(() => inbox.findAll('[name=reason]').length === 1);
  });
});
