import {expect, nextFrame} from '@open-wc/testing';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import {DealListHarness, type StartOptions} from './deal-list.harness.ts';

const start = DealListHarness.start;

describe('states of the list of deals', () => {
  it('shows the place of the list while it loads', async () => {
    const list = await start({scenario: 'slow'});
    expect(list.findAll('.list-pane portico-ui-skeleton')).to.have.length(1);
    expect(list.findAll('[role=row]')).to.have.length(0);
  });

  it('says what will come when a tab is empty', async () => {
    const list = await start({scenario: 'empty'});
    for (const [tab, heading] of [['draft', 'No drafts'], ['in_review', 'Nothing in review'], ['protected', 'No protected deals'], ['closed', 'No closed deals']] as const) {
      await list.chooseTab(tab);
      expect(list.find('.rows portico-ui-empty-state').getAttribute('heading')).to.equal(heading);
    }
  });

  it('says what failed and tries again', async () => {
    const {backend} = await start({scenario: 'one'});
    backend.behaviour.refusal = 'input_invalid';
    const list = await start({backend});
    await list.until(() => list.element.deals.status === 'failed');
    expect(list.find('.rows portico-ui-empty-state').getAttribute('heading')).to.equal('The deals could not be loaded');
    backend.behaviour.refusal = null;
    await list.pressButton('Try again', '.rows');
    await list.until(() => list.element.deals.status === 'ready');
  });

  it('refuses whoever may not see deals, and asks for none', async () => {
    for (const options of [{scenario: 'forbidden'}, {as: 'vendor'}] as const) {
      const list = await start(options);
      await list.until(() => list.element.deals.status === 'forbidden');
      expect(list.find('portico-ui-empty-state').getAttribute('heading')).to.equal('You have no access to deals');
      if ('as' in options) expect(list.requests.filter(line => line.includes('deal-'))).to.deep.equal([]);
    }
  });

  for (const [slot, options] of [
    ['pending', {scenario: 'slow'}],
    ['empty', {scenario: 'empty'}],
    ['forbidden', {scenario: 'forbidden'}],
  ] as const satisfies readonly (readonly [string, StartOptions])[]) {
    it(`lets the page replace "${slot}"`, async () => {
      const list = await start(options);
      const own = document.createElement('p');
      own.slot = slot;
      own.textContent = 'Ours';
      list.element.append(own);
      await list.until(() => own.assignedSlot !== null);
      expect(own.checkVisibility()).to.equal(true);
    });
  }

  it('finds nothing, says so, and takes the filters away', async () => {
    const list = await start({tab: 'protected'});
    const all = list.rows.length;
    await list.fill('.search', 'zzzz');
    await list.until(() => list.findAll('.rows portico-ui-empty-state').length === 1);
    expect(list.find('.rows portico-ui-empty-state').getAttribute('heading')).to.equal('No deal matches');
    await list.pressButton('Clear filters', '.rows');
    await list.until(() => list.rows.length === all);
  });

  it('turns panes into pages with a way back where there is room for one', async () => {
    const list = await start({width: 360});
    const visible = (selector: string) => list.find(selector).checkVisibility({visibilityProperty: true});
    expect([visible('.list-pane'), visible('.detail-pane')]).to.deep.equal([true, false]);
    await list.clickRow(1);
    expect([visible('.list-pane'), visible('.detail-pane')]).to.deep.equal([false, true]);
    expect(list.focused?.id).to.equal('detail-title');
    const id = list.element.dealId;
    await list.click('.back');
    expect(visible('.list-pane')).to.equal(true);
    expect(list.focusedRow).to.equal(id);
  });

  for (const width of [280, 720, 1000]) {
    it(`fits into ${width} px, with names as long as they come`, async () => {
      const list = await start({width, scenario: 'longNames', tab: 'protected'});
      await list.clickRow(0);
      await list.until(() => list.findAll('.entry').length > 0);
      expect(list.element.scrollWidth).to.be.at.most(width);
      for (const pane of list.findAll('.list-pane, .detail-pane, .scroll')) expect(pane.scrollWidth, pane.className).to.be.at.most(pane.clientWidth + 1);
    });
  }

  it('stands from right to left with its amounts at the end of the line', async () => {
    const list = await start({locale: 'ar', tab: 'protected'});
    await list.until(() => getComputedStyle(list.element).direction === 'rtl');
    const row = list.row(0).getBoundingClientRect();
    const [amount, title] = ['.value', '.title'].map(selector => list.row(0).querySelector(selector)?.getBoundingClientRect());
    expect(amount?.left).to.be.closeTo(row.left + 16, 2);
    expect(title?.right).to.be.closeTo(row.right - 24, 2);
  });

  it('has every word in its table', async () => {
    const restore = usePseudoLocale();
    const list = await start({locale: pseudoLocale, tab: 'protected'});
    await list.click('.tool');
    await list.clickRow(0);
    await list.until(() => list.findAll('.entry').length > 0);
    const {stages} = list.element.deals;
    const data = list.element.deals.list.items.flatMap(({customer, contact, name, number, owner, benefits, lines, nextStep, openChanges}) => [
      customer.name, name, number, owner?.name, customer.website?.replace(/^https:\/\/(www\.)?/, ''), customer.taxId, customer.city, [contact.firstName, contact.lastName].join(' '), contact.email, benefits?.levelName, nextStep?.text,
      ...lines.map(({product}) => product), ...openChanges.map(({note}) => note),
    ]);
    const countries = new Intl.DisplayNames(pseudoLocale, {type: 'region'});
    const places = list.element.deals.list.items.flatMap(({customer}) => (customer.country ? [countries.of(customer.country) ?? ''] : []));
    const story = (list.element.deals.opened.story?.items ?? []).flatMap(({body, author}) => [body, author?.name]);
    const answers = list.element.deals.opened.deal?.answers.flatMap(({label, value}) => [label['en'], String(value)]) ?? [];
    const known = [...data, ...story, ...answers, ...stages.map(({name}) => name)].filter((text): text is string => Boolean(text)).sort((a, b) => b.length - a.length);
    expect(forgottenWords(list.element, {data: [...known, ...places, 'Aino Virtanen', 'Mika Korhonen', 'Nguyễn Thùy Linh', 'Aurora Robotics', '✓', /^[A-Z]{3}$/]})).to.deep.equal([]);
    restore();
  });
});

describe('the list with 100,000 deals', () => {
  it('draws what is in view, and reads on by pages while it is scrolled', async function () {
    this.timeout(30_000);
    const list = await start({scenario: 'huge', tab: 'protected'});
    expect(list.element.deals.counts?.protected ?? 0).to.be.above(20_000);
    expect(list.list.getAttribute('aria-rowcount')).to.equal(String(list.element.deals.counts?.protected));
    expect(list.rows.length).to.be.below(40);
    for (let step = 0; step < 60; step++) {
      list.list.scrollTop += 600;
      await nextFrame();
    }
    await list.until(() => list.element.deals.list.items.length > 300);
    await list.rest();
    expect(list.rows.length).to.be.below(60);
    const drawn = list.rows.map(row => Number(row.getAttribute('aria-rowindex')));
    expect(drawn).to.deep.equal(drawn.map((_, at) => (drawn[0] ?? 0) + at));
    const view = list.list.getBoundingClientRect();
    const seen = list.rows.filter(row => row.getBoundingClientRect().bottom > view.top && row.getBoundingClientRect().top < view.bottom);
    expect(seen.length * list.list.rowHeight).to.be.at.least(view.height - list.list.rowHeight);
  });
});

describe('everybody can use the list of deals', () => {
  it('without a fault with dialogs open, in the dark and from right to left', async function () {
    this.timeout(40_000);
    const list = await start({theme: 'dark', locale: 'ar', tab: 'protected'});
    await list.clickRow(0);
    await list.click('[data-act=set_stage]');
    await expect(list.portal).to.be.accessible();
  });
});
