import {expect} from '@open-wc/testing';
import {DealListHarness} from './deal-list.harness.ts';

const start = DealListHarness.start;

describe('the list of deals while others act', () => {
  it('says so when the open deal is approved, keeps its row in place until another is opened, and counts it where it is', async () => {
    const list = await start({tab: 'in_review'});
    await list.until(() => list.backend.openStreams > 0);
    const at = list.element.deals.list.items.findIndex(({status}) => status === 'submitted');
    const id = list.ids[at] ?? '';
    const {in_review: before = 0} = list.element.deals.counts ?? {};
    await list.clickRow(at);
    list.backend.act.approveDeal(id);
    await list.until(() => list.findAll('.note').length > 0);
    await list.until(() => list.text('.note').includes('now protected'));
    expect(list.ids[at]).to.equal(id);
    expect(list.text('.scroll .tags')).to.contain('Protected');
    await list.until(() => list.element.deals.counts?.in_review === before - 1);
    await list.clickRow(at === 0 ? 1 : 0);
    expect(list.ids).not.to.contain(id);
  });

  it('puts what the vendor asks for under “Needs you”, with a mark, and keeps what is typed', async () => {
    const list = await start();
    await list.until(() => list.backend.openStreams > 0);
    const deal = list.backend.store.data.deals.values().find(each => each.status === 'submitted' && each.partnerOrgId === list.portal.controller?.me?.partnerOrg?.id);
    await list.clickRow(list.element.deals.list.items.findIndex(({status}) => status === 'approved'));
    await list.fill('[kind=textarea]', 'Half a sentence');
    const open = list.element.dealId;
    const top = list.find('.scroll').scrollTop;
    list.backend.act.askDeal(deal?.id, ['customer.taxId'], 'Which number is right?');
    await list.until(() => list.ids.includes(deal?.id ?? ''));
    const row = list.rows.find(({dataset}) => dataset['id'] === deal?.id);
    expect(row?.textContent).to.contain('The vendor asks for information.');
    expect(list.element.dealId).to.equal(open);
    expect(list.field('[kind=textarea]').value).to.equal('Half a sentence');
    expect(list.find('.scroll').scrollTop).to.equal(top);
  });

  it('marks a row that others changed, until it is opened', async () => {
    const list = await start({tab: 'in_review'});
    await list.until(() => list.backend.openStreams > 0);
    const at = list.element.deals.list.items.findIndex(({status}) => status === 'submitted');
    const id = list.ids[at] ?? '';
    expect(list.row(at).querySelector('.dot')).to.equal(null);
    list.backend.act.reviewDeal(id);
    const row = () => list.rows.find(({dataset}) => dataset['id'] === id);
    await list.until(() => row()?.textContent?.includes('Changed since you last looked') ?? false);
    row()?.click();
    await list.until(() => row()?.querySelector('.dot') === null);
  });

  it('keeps the rows in view and the focus when deals come in above', async () => {
    const list = await start({scenario: 'many', tab: 'in_review'});
    await list.until(() => list.backend.openStreams > 0);
    list.list.scrollTop = 900;
    await list.rest();
    const at = list.element.deals.list.items.findIndex((_, index) => list.list.rowElement(index) && list.row(index).getBoundingClientRect().top >= list.list.getBoundingClientRect().top);
    list.row(at + 1).focus();
    const id = list.focusedRow;
    const top = list.row(at + 1).getBoundingClientRect().top;
    const gone = list.element.deals.list.items.slice(0, at).find(({status}) => status === 'submitted');
    list.backend.act.approveDeal(gone?.id);
    await list.until(() => list.element.deals.find(gone?.id ?? '') === undefined);
    await list.rest();
    expect(list.focusedRow).to.equal(id);
    const row = list.rows.find(({dataset}) => dataset['id'] === id);
    expect(Math.abs((row?.getBoundingClientRect().top ?? 0) - top)).to.be.below(2);
  });
});

describe('the list of deals by keyboard', () => {
  it('moves with letters and arrows, opens with Enter, comes back with Escape', async () => {
    const list = await start();
    const {ids} = list;
    list.row(0).focus();
    await list.press('j', 'ArrowDown', 'k');
    expect(list.focusedRow).to.equal(ids[1]);
    await list.press('End');
    expect(list.focusedRow).to.equal(ids.at(-1));
    await list.press('Home', 'Enter');
    expect(list.element.dealId).to.equal(ids[0]);
    expect(list.focused?.id).to.equal('detail-title');
    await list.press('j');
    expect(list.element.dealId).to.equal(ids[1]);
    await list.press('Escape');
    expect(list.element.dealId).to.equal(undefined);
    expect(list.focusedRow).to.equal(ids[1]);
    await list.press('/');
    expect(list.focused?.className).to.contain('search');
  });

  it('sets the stage, asks for the form and lists the keys; single letters can be switched off', async () => {
    const list = await start({tab: 'protected'});
    const asked: string[] = [];
    list.element.addEventListener('portico-deal-register', () => asked.push('register'));
    list.row(0).focus();
    await list.press('n', 's');
    expect(asked).to.deep.equal(['register']);
    expect(list.find('portico-ui-dialog').getAttribute('heading')).to.equal('Set stage');
    await list.press('Escape');
    expect(list.focusedRow, 'the focus is where it was').to.equal(list.ids[0]);
    await list.press('?');
    expect(list.findAll('kbd').length).to.be.greaterThan(8);
    await list.press('Escape');
    list.element.shortcuts = 'off';
    list.row(0).focus();
    await list.press('j', 'n');
    expect(asked).to.have.length(1);
    expect(list.focusedRow).to.equal(list.ids[0]);
    await list.press('ArrowDown');
    expect(list.focusedRow).to.equal(list.ids[1]);
  });
});
