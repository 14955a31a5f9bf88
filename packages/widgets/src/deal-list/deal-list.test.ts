import {expect} from '@open-wc/testing';
import {DealListHarness} from './deal-list.harness.ts';

const start = DealListHarness.start;

describe('<portico-deal-list>', () => {
  it('begins with what needs the person, soonest first, and says on each row what the vendor decided and how far the deal is', async () => {
    const list = await start();
    expect(list.element.tab).to.equal('attention');
    const now = list.portal.controller?.now() ?? 0;
    expect(list.ids.length).to.be.greaterThan(1);
    const deals = list.element.deals.list.items;
    const soon = now + 30 * 86_400_000;
    for (const {status, protectedUntil, progressDueAt, name} of deals) expect(status === 'action_required' || [protectedUntil, progressDueAt].some(at => at && Date.parse(at) <= soon), name ?? '').to.equal(true);
    const at = deals.findIndex(({status}) => status === 'approved');
    const row = list.row(at);
    expect(row.querySelector('portico-ui-badge')?.textContent).to.equal('Protected');
    const stage = list.element.deals.stages.find(({key}) => key === deals[at]?.stage)?.name;
    expect(row.querySelector('.stage')?.textContent?.trim()).to.equal(`${stage} · ${deals[at]?.probability}%`);
    expect(row.querySelector('portico-ui-deadline-meter')?.textContent).to.match(/Protected until|Show progress by/);
    expect(row.querySelector('.dot[data-need]'), 'a mark').to.not.equal(null);
    const asked = list.row(deals.findIndex(({status}) => status === 'action_required'));
    expect(asked.textContent).to.contain('The vendor asks for information.').and.to.contain('Information wanted');
    expect(asked.querySelector('portico-ui-deadline-meter')?.textContent).to.contain('Answer by');
  });

  it('has a tab for each part of a deal’s life, with counts that are the server’s', async () => {
    const list = await start();
    const {counts} = list.element.deals;
    const tabs = list.find('portico-ui-tabs').shadowRoot;
    for (const [id, words] of [['draft', 'Draft'], ['in_review', /Submitted|In review|Awaiting approval|Information wanted/], ['protected', /Protected|Opportunity/], ['closed', /Won|Lost|Rejected|Withdrawn|Duplicate|ended|Lapsed|Cancelled|Voided/]] as const) {
      await list.chooseTab(id);
      expect(tabs?.querySelector(`#tab-${id} .count`)?.textContent).to.equal(String(counts?.[id]));
      expect(list.element.deals.list.items).to.have.length(counts?.[id] ?? 0);
      for (const row of list.rows) expect(row.querySelector('portico-ui-badge')?.textContent ?? '').to.match(new RegExp(words));
    }
  });

  it('begins where there is something when nothing needs anybody', async () => {
    const list = await start({scenario: 'empty'});
    expect(list.text('portico-ui-empty-state')).to.equal('');
    expect(list.find('portico-ui-empty-state').getAttribute('heading')).to.equal('Nothing needs you now');
    const one = await start({scenario: 'one'});
    expect(one.element.tab).to.equal('draft');
    expect(one.ids).to.have.length(1);
  });

  it('sorts by amount and searches by customer, as the server does', async () => {
    const list = await start({tab: 'protected'});
    list.element.sort = 'amount';
    await list.until(() => list.element.deals.list.status === 'ready');
    await list.rest();
    const amounts = list.element.deals.list.items.map(({estimatedAmount}) => estimatedAmount?.amountMinor ?? -1);
    expect(amounts).to.deep.equal(amounts.toSorted((a, b) => b - a)).and.to.have.length.greaterThan(2);
    const name = list.element.deals.list.items[2]?.customer.name ?? '';
    await list.fill('.search', name.slice(0, 6));
    await list.until(() => list.element.deals.query.q !== '' && list.element.deals.list.status === 'ready');
    await list.rest();
    expect(list.titles).to.include(name);
    expect(list.ids.length).to.be.lessThan(amounts.length);
  });

  it('filters by owner and by stage', async () => {
    const list = await start({tab: 'protected'});
    const all = list.element.deals.list.items;
    list.find('.tool').click();
    await list.until(() => list.field('[name=owner]').options.length > 2);
    const {stage} = all[0] ?? {};
    await list.fill('[name=stage]', stage ?? '');
    await list.until(() => list.element.deals.list.status === 'ready' && list.element.deals.list.items.length < all.length);
    expect(list.element.deals.list.items.every(deal => deal.stage === stage)).to.equal(true);
    await list.fill('[name=owner]', 'me');
    await list.until(() => list.element.deals.list.status === 'ready' && list.element.deals.query.owner === 'me');
    const me = list.portal.controller?.me?.person?.id;
    expect(list.element.deals.list.items.every(({owner}) => owner?.id === me)).to.equal(true);
    expect(list.text('.tool')).to.contain('2 filters');
    await list.pressButton('Clear filters', '.filters');
    await list.until(() => list.element.deals.list.items.length === all.length);
  });

  it('asks the page for the form, and is a link where the page has an address for it', async () => {
    const list = await start({tab: 'draft'});
    const asked: string[] = [];
    list.element.addEventListener('portico-deal-register', event => {
      event.preventDefault();
      asked.push('register');
    });
    list.element.addEventListener('portico-deal-edit', event => {
      event.preventDefault();
      asked.push(event.detail.deal.id);
    });
    await list.click('.register');
    await list.clickRow(0);
    await list.click('[data-act=edit]');
    expect(asked).to.deep.equal(['register', list.element.dealId]);
    list.element.formHref = '/deals/form?id={id}';
    await list.rest();
    expect(list.find<HTMLAnchorElement>('a.register').getAttribute('href')).to.match(/\/deals\/form\?id=$/);
    expect(list.find<HTMLAnchorElement>('a[data-act=edit]').getAttribute('href')).to.contain(`/deals/form?id=${list.element.dealId}`);
    await list.click('a[data-act=edit]');
    expect(asked, 'the page took it over').to.have.length(3);
  });

  it('says what the vendor asked for, and names it to the page', async () => {
    const list = await start();
    const {items} = list.element.deals.list;
    const at = items.findIndex(({status}) => status === 'action_required');
    await list.clickRow(at);
    const request = items[at]?.infoRequest;
    expect(list.text('.asked')).to.contain(request?.comment ?? '?').and.to.contain('Without an answer by');
    let fields: readonly string[] = [];
    list.element.addEventListener('portico-deal-edit', event => (fields = event.detail.fields));
    await list.click('[data-act=edit]');
    expect(fields).to.deep.equal(request?.fields);
  });

  it('says how many more fit', async () => {
    const list = await start();
    const {counts} = list.element.deals;
    const left = 20 - (counts?.in_review ?? 0) - (counts?.protected ?? 0);
    expect(list.text('.top')).to.contain(`${left} of 20 open registrations left`);
    await list.fill('.search', 'oy');
    await list.until(() => list.element.deals.query.q === 'oy');
    await list.until(() => list.text('.top').includes(`${left} more open registrations fit`));
  });

  it('exports what the person may see', async () => {
    const list = await start();
    let file = '';
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      file = this.download;
    };
    try {
      list.findAll('portico-ui-menu').at(-1)?.dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id: 'export'}));
      await list.until(() => list.notices.includes('Deals exported'));
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(file).to.match(/\.csv$/);
  });
});
