import {expect} from '@open-wc/testing';
import {createMockBackend} from '@portico/mocks';
import type {Portal} from './portal.ts';
import {PortalHarness} from './portal.harness.ts';

describe('the brand of a portal', () => {
  const accent = (portal: Portal) => portal.style.getPropertyValue('--portico-color-accent');

  it('is the programme’s, unless the page says another', async () => {
    const harness = await PortalHarness.start();
    await harness.until(() => accent(harness.element) !== '');
    const own = accent(harness.element);
    harness.element.brand = '#b00020';
    await harness.until(() => accent(harness.element) !== own);
    harness.element.removeAttribute('brand');
    harness.element.brand = undefined as unknown as string;
    await harness.until(() => accent(harness.element) === own);
    expect(harness.count('GET /program')).to.equal(0);
  });

  it('leaves no trace where there is none', async () => {
    const backend = createMockBackend();
    backend.store.data.program = {...backend.store.data.program, brandColor: null};
    const harness = await PortalHarness.start({backend, brand: '#b00020'});
    await harness.until(() => accent(harness.element) !== '');
    harness.element.brand = undefined as unknown as string;
    await harness.live();
    await harness.until(() => accent(harness.element) === '');
    expect(harness.element.style.length).to.equal(0);
  });

  it('that is no colour leaves the theme as it is', async () => {
    const harness = await PortalHarness.start({brand: 'blue-ish'});
    await harness.live();
    expect(harness.element.style.length).to.equal(0);
  });
});
