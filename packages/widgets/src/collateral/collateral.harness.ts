import {fixture} from '@open-wc/testing';
import type {EmbeddedCollateral} from '@portico/contract';
import {html} from 'lit';
import {createMockBackend, type MockBackend} from '@portico/mocks';
import '../define/collateral.ts';
import type {Collateral} from './collateral.ts';

export interface StartOptions {
  readonly locale?: string;
  readonly width?: number;
  readonly dark?: boolean;
  /** How many pieces the embed shows. */
  readonly pieces?: number;
  /** What differs in what the element gets. */
  readonly shown?: Partial<EmbeddedCollateral>;
  /** Makes requests fail as if there were no network. */
  readonly offline?: boolean;
}

/** Drives an embed in a test, on a pretend backend of its own. */
export class CollateralHarness {
  readonly element: Collateral;
  readonly backend: MockBackend;
  readonly assetIds: readonly string[];
  readonly requests: string[] = [];
  #offline: boolean;
  readonly #shown: Partial<EmbeddedCollateral>;
  static #fetch = globalThis.fetch;

  private constructor(element: Collateral, backend: MockBackend, assetIds: readonly string[], {offline = false, shown = {}}: StartOptions) {
    this.element = element;
    this.backend = backend;
    this.assetIds = assetIds;
    this.#offline = offline;
    this.#shown = shown;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const {pathname} = new URL(request.url);
      if (!pathname.includes('/v1/embed/')) return CollateralHarness.#fetch(input, init);
      this.requests.push(`${request.method} ${pathname.split('/').at(-1)}`);
      if (this.#offline) throw new TypeError('Failed to fetch');
      const answer = await backend.fetch(request);
      if (request.method !== 'GET' || !answer.ok) return answer;
      return new Response(JSON.stringify({...((await answer.json()) as object), ...this.#shown}), {headers: answer.headers});
    };
  }

  /** Puts an embed into the page and waits until it has something to show. */
  static async start(options: StartOptions = {}): Promise<CollateralHarness> {
    const {locale, width = 800, dark = false, pieces = 2, offline} = options;
    const backend = createMockBackend();
    const {assets, embeds} = backend.store.data.collateral;
    const free = assets.values().filter(({status, type, classification, entitlement}) => status === 'published' && type === 'datasheet' && classification !== 'confidential' && entitlement.whenDenied === 'hidden');
    const open = free.slice(0, pieces).map(asset => backend.store.update(assets, asset, {delivery: 'open'}));
    const partnerOrgId = '0193a0c0-0000-7000-8000-000000000101';
    const at = backend.store.now();
    const token = 'f3JmW0xTq8sVb2LrYc9KdA';
    embeds.set({id: backend.store.newId('collateralEmbed'), name: 'Home', assetIds: open.map(({id}) => id), campaign: null, enquiries: true, sites: [], privacyUrl: 'https://lumen.example/privacy', partnerOrgId, token, isRevoked: false, version: 1, createdAt: at, updatedAt: at});
    const column = await fixture<HTMLElement>(html`<main><p>Loading</p></main>`);
    column.style.inlineSize = `${width}px`;
    if (dark) Object.assign(column.style, {background: '#111', color: '#eee', colorScheme: 'dark'});
    const element = document.createElement('portico-collateral') as Collateral;
    const harness = new CollateralHarness(element, backend, open.map(({id}) => id), options);
    element.setAttribute('token', token);
    element.setAttribute('api-url', 'http://mock.test');
    if (locale) element.setAttribute('locale', locale);
    element.append(Object.assign(document.createElement('a'), {href: 'https://lumen.example/', textContent: 'Our material'}));
    column.replaceChildren(element);
    if (!offline) await harness.until(() => harness.items.length > 0 || pieces === 0);
    return harness;
  }

  static restore(): void {
    globalThis.fetch = CollateralHarness.#fetch;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get items(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part=item]')];
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  get status(): string {
    return this.root.querySelector('[part=status]')?.textContent ?? '';
  }

  set offline(offline: boolean) {
    this.#offline = offline;
  }

  find<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector) as T;
  }

  async ask(): Promise<void> {
    this.find('[part=ask]').click();
    await this.until(() => this.dialog?.open === true);
  }

  fill(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) this.find<HTMLInputElement>(`[name=${name}]`).value = value;
    this.find<HTMLInputElement>('[name=consent]').checked = true;
  }

  async until(isSo: () => boolean): Promise<void> {
    for (let frames = 0; frames < 300; frames++) {
      if (isSo()) return;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    throw new Error('It did not come to that within three seconds.');
  }
}
