import {expect} from '@open-wc/testing';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

const start = LeadInboxHarness.start;

describe('portico-lead-inbox by keyboard', () => {
  it('moves with letters and arrows, opens with Enter and comes back with Escape', async () => {
    const inbox = await start();
    const {ids} = inbox;
    inbox.row(0).focus();
    await inbox.press('j', 'ArrowDown', 'k');
    expect(inbox.focusedRow).to.equal(ids[1]);
    await inbox.press('End');
    expect(inbox.focusedRow).to.equal(ids[5]);
    await inbox.press('Home', 'Enter');
    expect(inbox.element.offerId).to.equal(ids[0]);
    expect(inbox.focused?.id).to.equal('detail-title');
    await inbox.press('j');
    expect(inbox.element.offerId).to.equal(ids[1]);
    expect(inbox.focused?.id).to.equal('detail-title');
    await inbox.press('Escape');
    expect(inbox.element.offerId).to.equal(undefined);
    expect(inbox.focusedRow).to.equal(ids[1]);
  });

  it('is one stop for the Tab key, at the row that was left', async () => {
    const inbox = await start();
    inbox.row(0).focus();
    await inbox.press('j', 'j');
    expect(inbox.rows.filter(row => row.tabIndex === 0).map(row => row.dataset['id'])).to.deep.equal([inbox.ids[2]]);
  });

  it('selects one by one, by stretches and all, and lets go with Escape', async () => {
    const inbox = await start();
    const selected = () => inbox.rows.filter(row => row.ariaSelected === 'true').length;
    inbox.row(0).focus();
    await inbox.press('x', 'j', 'x');
    expect(selected()).to.equal(2);
    await inbox.press('Shift+ArrowDown', 'Shift+ArrowDown');
    expect(selected()).to.equal(4);
    await inbox.press('Control+a');
    expect(selected()).to.equal(6);
    expect(inbox.text('.bulk-count')).to.equal('6 selected');
    await inbox.press('Escape');
    expect(selected()).to.equal(0);
  });

  it('accepts and declines the row with the focus', async () => {
    const inbox = await start();
    const [id = ''] = inbox.ids;
    inbox.row(0).focus();
    await inbox.press('a');
    await inbox.until(() => inbox.backend.store.data.offers.get(id)?.status === 'accepted');
    expect(inbox.element.offerId).to.equal(id);
    await inbox.press('j', 'd');
    expect(inbox.find('portico-ui-dialog').hasAttribute('open')).to.equal(true);
    await inbox.press('Escape');
    expect(inbox.focusedRow).to.equal(inbox.ids[1]);
  });

  it('goes to the search with a slash and lists its keys with a question mark', async () => {
    const inbox = await start();
    inbox.row(0).focus();
    await inbox.press('/');
    expect(inbox.focused?.className).to.equal('search');
    inbox.row(0).focus();
    await inbox.press('?');
    expect(inbox.findAll('kbd').map(({textContent}) => textContent)).to.include('J');
  });

  it('leaves letters alone while somebody types', async () => {
    const inbox = await start();
    inbox.find('.search').focus();
    await inbox.type('ajxd/?');
    await inbox.rest();
    expect(inbox.field('.search').value).to.equal('ajxd/?');
    expect(inbox.element.inbox.selection.size).to.equal(0);
    expect(inbox.findAll('portico-ui-dialog[open]')).to.have.length(0);
  });

  it('leaves single letters to the page when they are switched off', async () => {
    const inbox = await start();
    inbox.element.shortcuts = 'off';
    await inbox.settled();
    const [first, second] = inbox.ids;
    inbox.row(0).focus();
    await inbox.press('j', 'x', 'a', '?');
    expect(inbox.focusedRow).to.equal(first);
    expect(inbox.element.inbox.selection.size).to.equal(0);
    expect(inbox.element.offerId).to.equal(undefined);
    await inbox.press('ArrowDown', 'Space');
    expect(inbox.focusedRow).to.equal(second);
    expect(inbox.element.inbox.selection.size).to.equal(1);
  });
});
