import {expect} from '@open-wc/testing';
import {CollateralLibraryHarness} from './collateral-library.harness.ts';

const start = CollateralLibraryHarness.start;

describe('portico-collateral-library while the vendor works', () => {
  it('takes a recalled piece off within seconds, says why, and moves nothing', async () => {
    const library = await start();
    const before = library.titles;
    await library.press('Tampere Paper Works', 'open');
    const at = performance.now();
    await library.vendorActs('Tampere Paper Works', 'recall', {reason: 'A figure is wrong.'});
    await library.until(() => library.card('Tampere Paper Works').hasAttribute('data-gone'));
    expect(performance.now() - at).to.be.below(5000);
    expect(library.said('Tampere Paper Works')).to.include('Recalled by the vendor: A figure is wrong.');
    expect(library.card('Tampere Paper Works').querySelectorAll('img, [data-act=download]')).to.have.length(0);
    await library.until(() => library.findAll('.actions, .preview').length === 0);
    expect(library.text('.detail-pane .note')).to.include('A figure is wrong.');
    await library.until(() => library.notices.includes('was recalled by the vendor'));
    expect(library.titles).to.deep.equal(before);
    await library.press('Tampere Paper Works', 'hide');
    expect(library.titles).to.deep.equal(before.filter(title => !title.startsWith('Tampere')));
    expect(library.focusedCard).to.not.equal(undefined);
  });

  it('leads from what was replaced to what is to be used now', async () => {
    const library = await start();
    await library.press('Factory tour', 'open');
    const next = library.element.collateral.list.items.find(({title}) => title.startsWith('Tampere'));
    await library.vendorActs('Factory tour', 'supersede', {replacedById: next?.id});
    await library.until(() => library.said('Factory tour', '.line') === `Replaced by other material: ${next?.title}`);
    await library.until(() => library.findAll('[data-act=replacement]').length === 1);
    await library.click('[data-act=replacement]');
    await library.until(() => library.openTitle === next?.title && library.element.assetId === next?.id);
    expect(library.focused?.id).to.equal('detail-title');
  });

  it('takes off what the partner is not entitled to any more, without a word of why', async () => {
    const library = await start();
    await library.vendorActs('Factory tour', 'archive');
    await library.until(() => library.card('Factory tour').hasAttribute('data-gone'));
    expect(library.said('Factory tour', '.line')).to.equal('No longer available');
    await library.choose('type', 'video');
    await library.choose('type', 'video');
    expect(library.titles).to.not.include('Factory tour');
  });

  it('counts what is published meanwhile, and lists it when asked', async () => {
    const library = await start();
    const before = library.titles;
    const draft = (await library.asVendor('POST', '/assets', {title: 'Wiring plan', type: 'link', linkUrl: 'https://aurora.example/wiring', classification: 'public'})) as {id: string; version: number};
    for (const act of ['submit', 'approve', 'publish']) {
      const {version} = (await library.asVendor('GET', `/assets/${draft.id}`)) as {version: number};
      await library.asVendor('POST', `/assets/${draft.id}/${act}`, {}, version);
    }
    await library.until(() => library.findAll('[data-act=arrived]').length === 1);
    expect(library.titles).to.deep.equal(before);
    expect(library.text('.news')).to.include('1 new piece of material');
    await library.click('[data-act=arrived]');
    await library.until(() => library.titles[0] === 'Wiring plan');
    expect(library.findAll('.news')).to.have.length(0);
  });

  it('turns a copy out of date when a new version comes, in its place', async () => {
    const library = await start();
    const before = library.titles;
    expect(library.said('Tampere Paper Works')).to.not.include('out of date');
    const asset = library.element.collateral.list.items.find(({title}) => title.startsWith('Tampere'));
    const held = asset?.current.find(({id}) => id === asset.held?.versionId);
    const {items} = (await library.asVendor('GET', `/assets/${asset?.id}/versions`)) as {items: {storedFile: {id: string}}[]};
    const draft = (await library.asVendor('POST', `/assets/${asset?.id}/versions`, {language: held?.language, storedFileId: items[0]?.storedFile.id})) as {id: string; version: number};
    await library.asVendor('POST', `/asset-versions/${draft.id}/publish`, {}, draft.version);
    await library.until(() => library.said('Tampere Paper Works').includes('out of date'));
    expect(library.titles).to.deep.equal(before);
  });

  it('says that it is offline, keeps what it shows, and catches up', async () => {
    const library = await start();
    await library.until(() => library.backend.openStreams > 0);
    library.backend.behaviour.offline = true;
    library.backend.cutStreams();
    await library.until(() => {
      // Each makes it try again at once.
      globalThis.dispatchEvent(new Event('online'));
      return library.element.portal?.offline === true;
    });
    await library.until(() => library.findAll('.note').length > 0);
    expect(library.text('.note')).to.include('You are offline');
    expect(library.cards.length).to.be.above(10);
    library.backend.behaviour.offline = false;
    await library.until(() => {
      globalThis.dispatchEvent(new Event('online'));
      return library.findAll('.note').length === 0;
    });
  });
});
