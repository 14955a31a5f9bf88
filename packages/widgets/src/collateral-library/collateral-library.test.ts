import {expect} from '@open-wc/testing';
import {CollateralLibraryHarness} from './collateral-library.harness.ts';

const start = CollateralLibraryHarness.start;

describe('portico-collateral-library', () => {
  it('shows what the partner may have, what it is, and which copies are out of date', async () => {
    const library = await start();
    expect(library.cards.length).to.be.above(12);
    expect(library.said('Aurora Vision datasheet')).to.include('v2 · en +2 · PDF');
    expect(library.said('Aurora Vision datasheet')).to.include('You hold v1, out of date');
    expect(library.said('Price list for distributors', '.line')).to.equal('Kind of partner: Distributor');
    expect(library.card('Price list for distributors').querySelector('[data-act=download]')).to.equal(null);
    expect(library.titles).to.not.include('Roadmap 2028');
  });

  it('finds by words after a rest, keeps what was typed, and says how many', async () => {
    const library = await start();
    await library.searchFor('camera ');
    expect(library.search.value).to.equal('camera ');
    expect(library.requests.filter(line => line.includes('/assets?') && line.includes('q='))).to.have.length(1);
    expect(library.titles).to.include('Sổ tay camera giám sát nhà máy');
    expect(library.requests.at(-1)?.includes('q=camera') ?? false).to.equal(true);
    expect(library.findAll('[role=status]').map(each => each.textContent?.trim()).join()).to.match(/pieces found/);
    expect(library.element.getAttribute('q')).to.equal('camera');
  });

  it('is narrowed by facets that count, several values at once, and tells the page by attributes', async () => {
    const library = await start();
    await library.choose('type', 'deck');
    await library.choose('type', 'case_study');
    expect(library.element.getAttribute('type')).to.equal('deck,case_study');
    expect(library.titles).to.have.members(['Aurora Edge deck', 'Tampere Paper Works saves 40 stops a year']);
    expect(library.facet('type').items.find(({id}) => id === 'datasheet')?.label).to.match(/^Datasheet \(\d+\)$/);
    await library.click('.clear');
    await library.until(() => library.cards.length > 10);
    expect(library.element.hasAttribute('type')).to.equal(false);
  });

  it('begins where a link points: tab, words, facet', async () => {
    const library = await start({q: 'aurora', type: 'datasheet,deck'});
    expect(library.search.value).to.equal('aurora');
    expect(library.titles).to.include('Aurora Edge deck');
    expect(library.titles).to.not.include('Aurora on the dryer, photograph');
    expect(library.find('portico-ui-menu.facet').textContent).to.include('Type: 2');
  });

  it('makes favourites at once, and takes them back with a reason', async () => {
    const library = await start();
    const pressed = (title: string) => library.card(title).querySelector('[data-act=star]')?.getAttribute('aria-pressed');
    const before = Number(library.tabCount('favourites'));
    await library.press('Aurora Edge deck', 'star');
    expect(pressed('Aurora Edge deck')).to.equal('true');
    await library.until(() => library.tabCount('favourites') === String(before + 1));
    library.backend.behaviour.refusal = 'rate_limited';
    await library.press('Configurator', 'star');
    await library.until(() => library.notices.includes('Too much at once'));
    expect(pressed('Configurator')).to.equal('false');
    library.backend.behaviour.refusal = null;
    await library.chooseTab('favourites');
    expect(library.titles).to.have.members(['Aurora Edge deck', 'Aurora Vision datasheet']);
  });

  it('downloads the present version of the language chosen, and the copy is current from then on', async () => {
    const library = await start();
    await library.press('Aurora Vision datasheet', 'download');
    await library.until(() => library.downloads.length === 1);
    expect(library.downloads).to.deep.equal(['aurora-vision.pdf']);
    await library.choose('language', 'fi');
    await library.press('Aurora Vision datasheet', 'download');
    await library.until(() => library.downloads.length === 2);
    expect(library.downloads[1]).to.equal('aurora-vision-fi.pdf');
    await library.until(() => !library.said('Aurora Vision datasheet').includes('out of date'));
    await library.until(() => library.tabCount('outdated') === '0');
  });

  it('counts what is new since the last visit, until the person has looked', async () => {
    const library = await start();
    const fresh = Number(library.tabCount('new'));
    expect(fresh).to.be.above(2);
    expect(library.requests.some(line => line.includes('/assets/visited'))).to.equal(false);
    await library.chooseTab('new');
    expect(library.cards).to.have.length(fresh);
    await library.chooseTab('all');
    await library.until(() => library.tabCount('new') === '0');
    expect(library.requests.filter(line => line === 'POST /v1/assets/visited')).to.have.length(1);
  });

  it('opens a piece with its pages and versions, and gives the focus back', async () => {
    const library = await start();
    await library.press('Aurora Vision datasheet', 'open');
    await library.until(() => library.findAll('.version').length > 2);
    expect(library.openTitle).to.equal('Aurora Vision datasheet');
    expect(library.focused?.id).to.equal('detail-title');
    expect(library.element.assetId).to.equal(library.element.collateral.opened.id);
    expect(library.text('.version[data-status=superseded]')).to.include('Replaced');
    expect(library.find<HTMLImageElement>('.preview img').alt).to.equal('Aurora Vision datasheet, page 1');
    await library.until(() => library.requests.includes('POST /v1/asset-events'));
    await library.keys('Escape');
    expect(library.focusedCard).to.equal('Aurora Vision datasheet');
  });

  it('says what unlocks a locked piece, all of it', async () => {
    const library = await start();
    await library.press('Why Aurora wins', 'open');
    expect(library.findAll('.unlocks li').map(each => each.textContent?.trim())).to.deep.equal(['1 certification: edge-basic']);
    expect(library.findAll('.actions')).to.have.length(0);
  });

  it('is worked by keys alone', async () => {
    const library = await start({width: 1000});
    library.card(library.titles[0] ?? '').querySelector<HTMLElement>('.open')?.focus();
    await library.keys('ArrowRight');
    expect(library.focusedCard).to.equal(library.titles[1]);
    await library.keys('k', 's');
    const [first = ''] = library.titles;
    await library.until(() => library.card(first).querySelector('[data-act=star]')?.getAttribute('aria-pressed') === 'true');
    await library.keys('Enter');
    await library.until(() => library.findAll('#detail-title').length > 0);
    expect(library.openTitle).to.equal(first);
    await library.keys('Escape', '/');
    expect(library.focused === library.search).to.equal(true);
  });
});
