import {expect, fixture, nextFrame, waitUntil} from '@open-wc/testing';
import {html} from 'lit';
import {usePseudoLocale, pseudoLocale} from '../strings/pseudo.ts';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {LeadInboxHarness, type StartOptions} from './lead-inbox.harness.ts';

const start = LeadInboxHarness.start;

describe('states of the lead inbox', () => {
  it('shows the place of the list while it loads', async () => {
    const inbox = await start({scenario: 'slow'});
    expect(inbox.findAll('.list-pane portico-ui-skeleton')).to.have.length(1);
    expect(inbox.findAll('[role=row]')).to.have.length(0);
  });

  for (const width of [320, 600, 1000]) {
    it(`has a place of the same size for its tools before they come, ${width} px wide`, async () => {
      const column = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px"></div>`);
      const element = document.createElement('portico-lead-inbox');
      const placesOf = (selector: string) => [...element.renderRoot.querySelectorAll(selector)].map(each => each.getBoundingClientRect()).map(({x, y, width: wide, height}) => [x, y, wide, height].map(Math.round));
      column.append(element);
      await element.updateComplete;
      const bones = placesOf('.tools > .bone, .page');
      expect(bones).to.have.length(5);
      await waitUntil(() => element.renderRoot.querySelector('.tools portico-ui-menu'));
      await nextFrame();
      expect(placesOf('.tools > *, .page')).to.deep.equal(bones);
    });
  }

  it('says what will come when a tab is empty', async () => {
    const inbox = await start({scenario: 'empty'});
    for (const [tab, heading] of [['new', 'No new leads'], ['working', 'No leads in work'], ['closed', 'No closed leads']] as const) {
      if (tab !== 'new') await inbox.chooseTab(tab);
      expect(inbox.find('.rows portico-ui-empty-state').getAttribute('heading')).to.equal(heading);
    }
  });

  it('says what failed and tries again', async () => {
    const backend = (await start({scenario: 'empty'})).backend;
    backend.behaviour.refusal = 'input_invalid';
    const inbox = await start({backend});
    await inbox.until(() => inbox.element.inbox.status === 'failed');
    expect(inbox.find('.rows portico-ui-empty-state').getAttribute('heading')).to.equal('The leads could not be loaded');
    backend.behaviour.refusal = null;
    await inbox.pressButton('Try again', '.rows');
    await inbox.until(() => inbox.element.inbox.status === 'ready');
  });

  it('tells a person who may not see leads', async () => {
    const inbox = await start({scenario: 'forbidden'});
    await inbox.until(() => inbox.element.inbox.status === 'forbidden');
    expect(inbox.find('portico-ui-empty-state').getAttribute('heading')).to.equal('You have no access to leads');
  });

  it('refuses vendor staff, who have a desk of their own', async () => {
    const inbox = await start({as: 'vendor'});
    expect(inbox.element.inbox.status).to.equal('forbidden');
    expect(inbox.requests.filter(line => line.includes('lead-offers'))).to.deep.equal([]);
  });

  it('keeps the leads on screen when the connection goes, with a note', async function () {
    this.timeout(40_000);
    const inbox = await start();
    await inbox.until(() => inbox.backend.openStreams > 0);
    inbox.backend.behaviour.offline = true;
    inbox.backend.cutStreams();
    for (let waited = 0; waited < 150 && !inbox.portal.controller?.offline; waited++) await inbox.rest();
    await inbox.settled();
    expect(inbox.text('.note')).to.contain('You are offline.');
    expect(inbox.rows).to.have.length(6);
    await expect(inbox.portal).to.be.accessible();
  });

  for (const [slot, options] of [
    ['pending', {scenario: 'slow'}],
    ['empty', {scenario: 'empty'}],
    ['forbidden', {scenario: 'forbidden'}],
  ] as const satisfies readonly (readonly [string, StartOptions])[]) {
    it(`lets the page replace "${slot}"`, async () => {
      const inbox = await start(options);
      const own = document.createElement('p');
      own.slot = slot;
      own.textContent = 'Ours';
      inbox.element.append(own);
      await inbox.until(() => own.assignedSlot !== null);
      expect(own.checkVisibility()).to.equal(true);
    });
  }

  it('finds nothing, says so, and takes the filters away', async () => {
    const inbox = await start();
    await inbox.fill('.search', 'zzzz');
    await inbox.until(() => inbox.findAll('.rows portico-ui-empty-state').length === 1);
    expect(inbox.find('.rows portico-ui-empty-state').getAttribute('heading')).to.equal('No lead matches');
    await inbox.pressButton('Clear filters', '.rows');
    await inbox.until(() => inbox.rows.length === 6);
    expect(inbox.field('.search').value).to.equal('');
  });

  it('filters and counts what it filters by', async () => {
    const inbox = await start();
    await inbox.click('.tool');
    await inbox.until(() => inbox.findAll('.filters portico-ui-field').length === 3);
    inbox.find('.filters portico-ui-checkbox').shadowRoot?.querySelector('input')?.click();
    await inbox.until(() => inbox.rows.length > 0 && inbox.rows.every(row => row.hasAttribute('data-unread')));
    expect(inbox.text('.tool')).to.equal('1 filter');
    await expect(inbox.portal).to.be.accessible();
  });

  it('sorts by score', async () => {
    const inbox = await start({scenario: 'many'});
    inbox.element.sort = 'score';
    await inbox.rest();
    await inbox.until(() => inbox.element.inbox.list.status === 'ready');
    const scores = inbox.element.inbox.list.items.map(({teaser}) => teaser.score ?? -1);
    expect(scores).to.deep.equal([...scores].sort((a, b) => b - a));
  });
});

describe('the lead inbox where there is room for one pane', () => {
  it('turns panes into pages with a way back', async () => {
    const inbox = await start({width: 360});
    const visible = (selector: string) => inbox.find(selector).checkVisibility({visibilityProperty: true});
    expect(visible('.list-pane')).to.equal(true);
    expect(visible('.detail-pane')).to.equal(false);
    await inbox.clickRow(2);
    expect(visible('.list-pane')).to.equal(false);
    expect(visible('.detail-pane')).to.equal(true);
    expect(inbox.focused?.id).to.equal('detail-title');
    await expect(inbox.portal).to.be.accessible();
    const id = inbox.element.offerId;
    await inbox.click('.back');
    expect(visible('.list-pane')).to.equal(true);
    expect(inbox.focusedRow).to.equal(id);
  });

  it('shows the way back too where the page was scrolled down to the lead', async () => {
    const inbox = await start({width: 360});
    document.body.style.minBlockSize = '3000px';
    try {
      scrollTo(0, inbox.element.getBoundingClientRect().top + 120);
      await inbox.clickRow(2);
      expect(inbox.focused?.id).to.equal('detail-title');
      expect(inbox.find('.back').getBoundingClientRect().top).to.be.at.least(0);
    } finally {
      document.body.style.minBlockSize = '';
    }
  });

  for (const width of [280, 360, 720, 1000]) {
    it(`fits into ${width} px`, async () => {
      const inbox = await start({width, scenario: 'longNames'});
      await inbox.clickRow(0);
      expect(inbox.element.scrollWidth).to.be.at.most(width);
      for (const pane of inbox.findAll('.list-pane, .detail-pane, .scroll')) expect(pane.scrollWidth, pane.className).to.be.at.most(pane.clientWidth + 1);
    });
  }
});

describe('everybody can use the lead inbox', function () {
  // Axe looks at each several times, on a busy machine. States without leads and the other looks: test/looks and the stories.
  this.timeout(60_000);
  for (const options of [{theme: 'dark', locale: 'ar'}, {scenario: 'longNames', width: 320}] as const satisfies readonly StartOptions[]) {
    it(`without a fault in ${JSON.stringify(options)}`, async () => {
      const inbox = await start(options);
      await expect(inbox.portal).to.be.accessible();
      await inbox.clickRow(0);
      await expect(inbox.portal).to.be.accessible();
      await inbox.click('[data-act=decline]');
      await expect(inbox.portal).to.be.accessible();
      await inbox.press('Escape');
      inbox.element.inbox.close();
      await inbox.chooseTab('working');
      await inbox.clickRow(0);
      await inbox.until(() => inbox.findAll('.entry').length > 0);
      await expect(inbox.portal).to.be.accessible();
      inbox.element.inbox.close();
      await inbox.chooseTab('closed');
      await inbox.clickRow(0);
      await expect(inbox.portal).to.be.accessible();
      await inbox.press('?');
    });
  }

  it('has every word in its table', async () => {
    const restore = usePseudoLocale();
    const inbox = await start({locale: pseudoLocale});
    const offers = inbox.element.inbox.list.items;
    const data = offers.flatMap(({teaser, channelManager, assignee}) => [teaser.title, teaser.industry, teaser.timeline, teaser.region, ...teaser.products, channelManager?.name, assignee?.name].filter(text => text !== null && text !== undefined));
    await inbox.click('.tool');
    await inbox.clickRow(0);
    const countries = new Intl.DisplayNames(pseudoLocale, {type: 'region'});
    const names = offers.flatMap(({teaser}) => (teaser.country ? [countries.of(teaser.country) ?? ''] : []));
    expect(forgottenWords(inbox.element, {data: [...data.sort((a, b) => b.length - a.length), ...names, 'Aino Virtanen', 'Mika Korhonen', 'Nguyễn Thùy Linh', /^Aurora.*$/]})).to.deep.equal([]);
    restore();
  });
});
