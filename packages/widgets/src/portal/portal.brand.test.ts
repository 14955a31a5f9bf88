import {expect} from '@open-wc/testing';
import {createMockBackend} from '@portico/mocks';
import type {PorticoErrorEvent} from '../base/error.event.ts';
import {PortalHarness} from './portal.harness.ts';

describe('the brand of a portal', () => {
  const valueOf = (harness: PortalHarness, name: string) => getComputedStyle(harness.element).getPropertyValue(`--portico-${name}`);
  const accent = (harness: PortalHarness) => valueOf(harness, 'color-accent');
  const sheetOf = (text: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  };

  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  it('is the programme’s, unless the page says another', async () => {
    const harness = await PortalHarness.start();
    await harness.until(() => accent(harness) !== '');
    const own = accent(harness);
    harness.element.brand = '#b00020; radius: 12px; theme: dark';
    await harness.until(() => accent(harness) !== own);
    expect(valueOf(harness, 'radius')).to.equal('12px');
    expect(getComputedStyle(harness.element).colorScheme).to.equal('dark');
    harness.element.theme = 'light';
    await harness.element.updateComplete;
    expect(getComputedStyle(harness.element).colorScheme).to.equal('light');
    harness.element.removeAttribute('brand');
    harness.element.brand = undefined as unknown as string;
    await harness.until(() => accent(harness) === own);
    expect(valueOf(harness, 'radius')).to.equal('');
    expect(harness.count('GET /program')).to.equal(0);
  });

  it('leaves to the page what a stylesheet says: of the portal, and, where the brand is the programme’s, of anything around', async () => {
    document.adoptedStyleSheets = [sheetOf(':root { --portico-color-accent: rebeccapurple; --portico-radius: 2px } portico-portal { --portico-color-focus: red }')];
    const harness = await PortalHarness.start();
    await harness.until(() => valueOf(harness, 'color-success') !== '');
    expect(accent(harness)).to.equal('rebeccapurple');
    expect(valueOf(harness, 'color-focus')).to.equal('red');
    harness.element.brand = '#b00020; radius: 12px';
    await harness.until(() => valueOf(harness, 'radius') === '12px');
    expect(accent(harness)).to.contain('#b00020');
    expect(valueOf(harness, 'color-focus')).to.equal('red');
  });

  it('leaves no trace where there is none', async () => {
    const backend = createMockBackend();
    backend.store.data.program = {...backend.store.data.program, brand: null};
    const harness = await PortalHarness.start({backend, brand: '#b00020; logo: data:image/gif;base64,R0lGODlhAQABAAAAACw='});
    await harness.until(() => accent(harness) !== '');
    const logo = harness.find('[part=logo]') as HTMLImageElement;
    expect(logo.src).to.match(/^data:image\/gif;base64,R0/);
    harness.element.brand = undefined as unknown as string;
    await harness.live();
    await harness.until(() => accent(harness) === '');
    expect(harness.findAll('[part=logo]')).to.have.length(0);
    expect(harness.element.style.length).to.equal(0);
  });

  it('that cannot be read leaves the theme as it is, and tells the page what to write', async () => {
    const harness = await PortalHarness.start();
    const told = harness.next<PorticoErrorEvent>('portico-error');
    harness.element.addEventListener('portico-error', event => event.preventDefault());
    harness.element.brand = 'blue-ish; radius: wide; shape: round';
    const {code, message} = (await told).detail;
    expect(code).to.equal('brand');
    expect(message).to.contain('color: “blue-ish” is no colour that can be read; write #0f766e,');
    expect(message).to.contain('radius: “wide” is no radius; write 0px to 32px.');
    expect(message).to.contain('shape: There is no such field; write color, second-color,');
    expect(accent(harness)).to.equal('');
  });
});
