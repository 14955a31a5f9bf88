import {expect} from '@open-wc/testing';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import {CollateralLibraryHarness, type StartOptions} from './collateral-library.harness.ts';

const start = CollateralLibraryHarness.start;
const heading = (library: CollateralLibraryHarness) => library.find('portico-ui-empty-state').getAttribute('heading');

describe('states of the library', () => {
  it('says what will come when a tab is empty', async () => {
    const library = await start({scenario: 'empty'});
    for (const [tab, words] of [['all', 'No material yet'], ['new', 'Nothing new'], ['favourites', 'No favourites'], ['outdated', 'All your copies are current']] as const) {
      if (tab !== 'all') await library.chooseTab(tab);
      expect(heading(library)).to.equal(words);
    }
  });

  it('finds nothing, says so, and takes the filters away', async () => {
    const library = await start();
    await library.searchFor('zzzz');
    expect(heading(library)).to.equal('No material matches');
    await library.click('portico-ui-empty-state .button');
    await library.until(() => library.cards.length > 10);
    expect(library.search.value).to.equal('');
  });

  it('says what failed and tries again', async () => {
    const {backend} = await start({scenario: 'one'});
    backend.behaviour.refusal = 'input_invalid';
    const library = await start({backend});
    expect(heading(library)).to.equal('The material could not be loaded');
    backend.behaviour.refusal = null;
    await library.click('portico-ui-empty-state .button');
    await library.until(() => library.element.collateral.status === 'ready');
  });

  it('refuses whoever may not see material, and asks for none', async () => {
    for (const options of [{scenario: 'forbidden'}, {as: 'vendor'}] as const) {
      const library = await start(options);
      expect(heading(library)).to.equal('You have no access to material');
      if ('as' in options) expect(library.requests.filter(line => line.includes('/assets'))).to.deep.equal([]);
    }
  });

  it('lets the page replace every state', async () => {
    for (const [slot, options] of [['pending', {scenario: 'slow'}], ['empty', {scenario: 'empty'}], ['error', {scenario: 'failing'}], ['offline', {scenario: 'offline'}], ['forbidden', {scenario: 'forbidden'}]] as const satisfies readonly (readonly [string, StartOptions])[]) {
      const library = await start(options);
      const own = document.createElement('p');
      own.slot = slot;
      own.textContent = 'Ours';
      library.element.append(own);
      await library.until(() => own.assignedSlot !== null, slot);
      expect(own.checkVisibility(), slot).to.equal(true);
      library.portal.remove();
    }
  });

  it('turns panes into pages with a way back where there is room for one', async () => {
    const library = await start({width: 360});
    const visible = (selector: string) => library.find(selector).checkVisibility({visibilityProperty: true});
    await library.press('Aurora Edge deck', 'open');
    expect([visible('.list-pane'), visible('.detail-pane')]).to.deep.equal([false, true]);
    await library.click('.back');
    expect(visible('.list-pane')).to.equal(true);
    expect(library.focusedCard).to.equal('Aurora Edge deck');
  });

  it('fits into any width, with names as long as they come', async () => {
    const dots = {between: 0, outside: 0};
    for (const width of [280, 720, 1000]) {
      const library = await start({width, locale: 'de'});
      await library.press('Großanlagen', 'open');
      await library.until(() => library.findAll('.version').length > 0);
      expect(library.element.scrollWidth, String(width)).to.be.at.most(width);
      for (const pane of library.findAll('.list-pane, .detail-pane, .scroll, .rows')) expect(pane.scrollWidth, `${width} ${pane.className}`).to.be.at.most(pane.clientWidth + 1);
      // What is between two parts of a line is at neither of its ends.
      for (const dot of library.findAll('.dot')) {
        const [at, before, line] = [dot, dot.parentElement?.previousElementSibling, dot.closest('.meta')].map(each => each?.getBoundingClientRect() ?? new DOMRect());
        const isBetween = before!.bottom > at!.top && before!.right <= at!.left + 1;
        expect(isBetween || at!.right <= line!.left + 1, `${width} ${dot.closest('.meta')?.textContent}`).to.equal(true);
        dots[isBetween ? 'between' : 'outside']++;
      }
      for (const line of library.findAll('.meta')) expect(line.textContent).to.not.match(/^\s*·|·\s*(·|$)/);
      library.portal.remove();
    }
    expect(Math.min(dots.between, dots.outside)).to.be.greaterThan(0);
  });

  it('reads on by pages while it is scrolled, and draws what is in view', async () => {
    const library = await start({scenario: 'huge'});
    const {list} = library.element.collateral;
    expect(list.items.length).to.equal(60);
    const rows = library.find('.rows');
    for (let step = 0; step < 4; step++) {
      rows.scrollTop = rows.scrollHeight;
      await library.until(() => !list.loading);
      await library.rest();
    }
    expect(list.items.length).to.be.at.least(240);
    expect(new Set(list.items.map(({id}) => id)).size).to.equal(list.items.length);
    expect(library.cards.length).to.be.at.most(180);
    const view = rows.getBoundingClientRect();
    expect(library.cards.some(card => card.getBoundingClientRect().top < view.bottom && card.getBoundingClientRect().bottom > view.top)).to.equal(true);
    // Home, from far below: the card is drawn, gets the focus and is in view.
    library.cards.at(-1)?.querySelector<HTMLElement>('.open')?.focus();
    await library.keys('Home');
    await library.until(() => library.focused?.closest<HTMLElement>('.piece')?.dataset['id'] === list.items[0]?.id);
  });

  it('has every word in its table', async () => {
    const restore = usePseudoLocale();
    const library = await start({locale: pseudoLocale});
    await library.press('Aurora Vision datasheet', 'open');
    await library.until(() => library.findAll('.version').length > 2);
    const {items} = library.element.collateral.list;
    const {facets, stages} = library.element.collateral;
    const names = new Intl.DisplayNames(pseudoLocale, {type: 'language'});
    const languages = (facets?.language ?? []).map(({value}) => names.of(value) ?? value);
    const data = [...items.flatMap(({title, summary, owner, products, industries, personas, tags}) => [title, summary, owner?.name, ...products, ...industries, ...personas, ...tags]), ...stages.map(({name}) => name), ...Object.values(facets ?? {}).flatMap(values => values.map(({value}) => value)), ...(library.element.collateral.opened.versions ?? []).map(({changeNote}) => changeNote)];
    const known = data.filter((text): text is string => Boolean(text)).sort((a, b) => b.length - a.length);
    expect(forgottenWords(library.element, {data: [...known, ...languages, 'edge-basic', 'brand-2027', 'PDF']})).to.deep.equal([]);
    restore();
  });

  it('is without a fault with a piece open, in the dark and from right to left', async function () {
    this.timeout(40_000);
    const library = await start({theme: 'dark', locale: 'ar'});
    await library.press('Aurora Vision datasheet', 'open');
    await library.until(() => library.findAll('.version').length > 2);
    expect(getComputedStyle(library.element).direction).to.equal('rtl');
    await expect(library.portal).to.be.accessible();
  });
});
