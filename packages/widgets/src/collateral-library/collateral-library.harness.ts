import {aTimeout, fixture, nextFrame} from '@open-wc/testing';
import {createMockBackend, type MockBackend, type MockBackendOptions} from '@portico/mocks';
import {sendKeys} from '@web/test-runner-commands';
import {html, nothing} from 'lit';
import {addressOf} from '../base/address.harness.ts';
import {ElementHarness} from '../base/element.harness.ts';
import {defineElement} from '../base/define-element.ts';
import {Portal} from '../portal/portal.ts';
import type {UiMenu} from '../ui/menu/menu.ts';
import {ToastHarness} from '../ui/toast/toast.harness.ts';
import type {UiToast} from '../ui/toast/toast.ts';
import type {UiTabs} from '../ui/tabs/tabs.ts';
import type {CollateralDownloadEvent} from './collateral-library.events.ts';
import {CollateralLibrary} from './collateral-library.ts';
import type {LibraryTab} from './library.model.ts';

defineElement('portico-portal', Portal);
defineElement('portico-collateral-library', CollateralLibrary);

export interface StartOptions extends MockBackendOptions {
  /** Width of the page's column, in pixels. */
  width?: number;
  locale?: string;
  theme?: 'light' | 'dark';
  backend?: MockBackend;
  tab?: LibraryTab;
  q?: string;
  type?: string;
}

/** Drives a library in a test, on a pretend backend of its own. Downloads are noted and load nothing. */
export class CollateralLibraryHarness extends ElementHarness<CollateralLibrary> {
  readonly backend: MockBackend;
  readonly portal: Portal;
  /** Method and path of every request since the start, with its query. */
  readonly requests: string[] = [];
  /** Names of the files that the browser would have loaded. */
  readonly downloads: string[] = [];

  constructor(portal: Portal, backend: MockBackend) {
    super(portal.querySelector('portico-collateral-library') as CollateralLibrary);
    this.portal = portal;
    this.backend = backend;
  }

  /** Puts a library into the page and waits until it has something to show. */
  static async start({width = 1000, locale = 'en', theme = 'light', backend: given, tab, q, type, ...options}: StartOptions = {}): Promise<CollateralLibraryHarness> {
    const backend = given ?? createMockBackend(options);
    const column = await fixture<HTMLElement>(html`<main>
      <portico-portal api-url=${addressOf(backend)} locale=${locale} theme=${theme} .fetchSession=${backend.fetchSession}>
        <portico-collateral-library tab=${tab ?? nothing} q=${q ?? nothing} type=${type ?? nothing}></portico-collateral-library>
      </portico-portal>
    </main>`);
    column.style.inlineSize = `${width}px`;
    const portal = column.querySelector('portico-portal') as Portal;
    const harness = new CollateralLibraryHarness(portal, backend);
    portal.addEventListener('portico-collateral-download', event => {
      event.preventDefault();
      harness.downloads.push((event as CollateralDownloadEvent).detail.download.fileName);
    });
    portal.fetch = async (input, init) => {
      const request = new Request(input, init);
      const {pathname, search} = new URL(request.url);
      harness.requests.push(`${request.method} ${pathname}${search}`);
      return backend.fetch(request);
    };
    if (!backend.behaviour.offline && !backend.behaviour.latencyMs) await harness.until(() => harness.element.collateral.status !== 'pending');
    const {status} = harness.element.collateral;
    // The views that come later: a test would else be quicker than any person.
    if (status !== 'forbidden' && status !== 'pending') await harness.until(() => harness.findAll('portico-ui-dialog').length > 0);
    await harness.rest();
    return harness;
  }

  /** Waits until something is the case. */
  async until(holds: () => boolean, what = String(holds)): Promise<void> {
    for (let tries = 0; tries < 250; tries++) {
      await this.settled();
      if (holds()) return;
      await aTimeout(20);
    }
    throw new Error(`It did not come to be: ${what}`);
  }

  /** Waits until requests, rendering and measuring have come to rest. */
  async rest(): Promise<void> {
    await aTimeout(40);
    await nextFrame();
    await this.settled();
  }

  get cards(): HTMLElement[] {
    return this.findAll('.piece[role]');
  }

  /** What the cards are called, in order. */
  get titles(): string[] {
    return this.cards.map(card => card.querySelector('.open')?.textContent?.trim() ?? '');
  }

  /** A card by a part of its title. */
  card(title: string): HTMLElement {
    const card = this.cards.find(each => each.querySelector('.open')?.textContent?.includes(title));
    if (!card) throw new Error(`There is no card "${title}" among ${this.titles.join(', ')}.`);
    return card;
  }

  /** What a card says below its title. */
  said(title: string, part = '.about'): string {
    return (this.card(title).querySelector(part)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Title of the card with the focus. */
  get focusedCard(): string | undefined {
    return this.focused?.closest('.piece')?.querySelector('.open')?.textContent?.trim();
  }

  get openTitle(): string {
    return this.text('#detail-title');
  }

  /** What the toasts say. */
  get notices(): string {
    return new ToastHarness(this.portal.renderRoot.querySelector('portico-ui-toast') as UiToast).messages.join(' ');
  }

  /** Presses something on a card: `open`, `star`, `download`, `hide`. */
  async press(title: string, act: string): Promise<void> {
    const button = this.card(title).querySelector<HTMLElement>(act === 'open' ? '.open' : `[data-act=${act}]`);
    if (!button) throw new Error(`The card "${title}" has no ${act}.`);
    button.focus();
    button.click();
    await this.rest();
  }

  async click(selector: string): Promise<void> {
    this.find(selector).click();
    await this.rest();
  }

  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await sendKeys({press: key});
    await this.rest();
  }

  async chooseTab(id: LibraryTab): Promise<void> {
    this.find<UiTabs>('portico-ui-tabs').renderRoot.querySelector<HTMLElement>(`#tab-${id}`)?.click();
    await this.until(() => this.element.collateral.status === 'ready');
    await this.rest();
  }

  /** The number on a tab. */
  tabCount(id: LibraryTab): string | undefined {
    return this.find<UiTabs>('portico-ui-tabs').tabs.find(tab => tab.id === id)?.count;
  }

  /** The menu of a facet. */
  facet(name: string): UiMenu {
    return this.find<UiMenu>(`portico-ui-menu[data-facet=${name}]`);
  }

  /** Chooses a value of a facet, or takes it away. */
  async choose(name: string, value: string): Promise<void> {
    this.facet(name).dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id: value}));
    await this.until(() => this.element.collateral.status === 'ready' && !this.element.collateral.list.loading);
    await this.rest();
  }

  get search(): HTMLInputElement {
    return this.find<HTMLInputElement>('.search input');
  }

  /** Types into the search as a person does, and waits until it has been asked for. */
  async searchFor(words: string): Promise<void> {
    this.search.focus();
    await sendKeys({type: words});
    await this.until(() => this.element.collateral.query.q === words.trim() && this.element.collateral.status === 'ready');
    await this.rest();
  }

  /** Lets the vendor do something, as another page of theirs would. */
  async asVendor(method: 'GET' | 'POST', path: string, body: object = {}, version?: number): Promise<unknown> {
    const {token} = await this.backend.fetchSessionAs('vendor')();
    const headers = new Headers({authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()});
    if (version !== undefined) headers.set('if-match', `"${version}"`);
    const answer = await this.backend.fetch(`http://mock.test/v1${path}`, {method, headers, ...(method === 'POST' && {body: JSON.stringify(body)})});
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  /** Lets the vendor act on an asset that is on the page. */
  async vendorActs(title: string, act: string, body: object = {}): Promise<void> {
    const asset = this.element.collateral.list.items.find(each => each.title.includes(title));
    if (!asset) throw new Error(`There is no "${title}".`);
    const {version} = (await this.asVendor('GET', `/assets/${asset.id}`)) as {version: number};
    await this.asVendor('POST', `/assets/${asset.id}/${act}`, body, version);
  }
}
