import {aTimeout, fixture, nextFrame} from '@open-wc/testing';
import {createMockBackend, type MockBackend, type MockBackendOptions} from '@portico/mocks';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {addressOf} from '../base/address.harness.ts';
import {deepText} from '../base/deep.harness.ts';
import {ElementHarness} from '../base/element.harness.ts';
import {defineElement} from '../base/define-element.ts';
import {Portal} from '../portal/portal.ts';
import {ToastHarness} from '../ui/toast/toast.harness.ts';
import type {UiToast} from '../ui/toast/toast.ts';
import {CollateralDesk} from './collateral-desk.ts';

defineElement('portico-portal', Portal);
defineElement('portico-collateral-desk', CollateralDesk);

export interface StartOptions extends MockBackendOptions {
  /** Width of the page's column, in pixels. */
  width?: number;
  locale?: string;
  theme?: 'light' | 'dark';
  tab?: CollateralDesk['tab'];
  sort?: CollateralDesk['sort'];
  assetId?: string;
  /** Put into the desk, for its slots. */
  content?: unknown;
}

/** Drives a collateral desk in a test, on a pretend backend of its own. */
export class CollateralDeskHarness extends ElementHarness<CollateralDesk> {
  readonly backend: MockBackend;
  readonly portal: Portal;
  /** Method and path of every request since the start. */
  readonly requests: string[] = [];
  /** Answers these requests instead of the backend. */
  instead: (request: Request) => Response | undefined = () => undefined;

  constructor(portal: Portal, backend: MockBackend) {
    super(portal.querySelector('portico-collateral-desk') as CollateralDesk);
    this.portal = portal;
    this.backend = backend;
  }

  /** Puts a desk into the page and waits until it has something to show. */
  static async start({width = 1200, locale = 'en', theme = 'light', tab = 'published', sort = 'title', assetId, content, as = 'vendor', ...options}: StartOptions = {}): Promise<CollateralDeskHarness> {
    const backend = createMockBackend({as, ...options});
    const column = await fixture<HTMLElement>(html`<main>
      <portico-portal api-url=${addressOf(backend)} locale=${locale} theme=${theme} .fetchSession=${backend.fetchSessionAs(as)}>
        <portico-collateral-desk tab=${tab} sort=${sort} asset-id=${ifDefined(assetId)}>${content}</portico-collateral-desk>
      </portico-portal>
    </main>`);
    column.style.inlineSize = `${width}px`;
    const portal = column.querySelector('portico-portal') as Portal;
    const harness = new CollateralDeskHarness(portal, backend);
    portal.fetch = async (input, init) => {
      const request = new Request(input, init);
      harness.requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return harness.instead(request) ?? backend.fetch(request.clone());
    };
    const isHeldUp = backend.behaviour.offline || backend.behaviour.latencyMs || backend.behaviour.refusal;
    if (!isHeldUp && as === 'vendor') await harness.until(() => !harness.element.shadowRoot?.querySelector('.waiting') && harness.requests.length > 2);
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
    throw new Error(`It did not come to be: ${what}; ${this.textOf(this.dialog ?? this.detail).slice(0, 600)}`);
  }

  /** Waits until requests, rendering and measuring have come to rest. */
  async rest(): Promise<void> {
    await aTimeout(60);
    await nextFrame();
    await nextFrame();
    await this.settled();
  }

  /** The rows that are drawn, from top to bottom. */
  get rows(): HTMLElement[] {
    return this.findAll('.body [role=row]').sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  }

  get titles(): string[] {
    return this.rows.map(row => row.querySelector('.name')?.textContent ?? '');
  }

  /** The row of a piece by its title. */
  rowOf(title: string): HTMLElement {
    const row = this.rows.find(each => each.querySelector('.name')?.textContent === title);
    if (!row) throw new Error(`There is no row ${title}: ${this.titles.join(', ')}`);
    return row;
  }

  /** What is open. */
  get detail(): HTMLElement | null {
    return this.element.renderRoot.querySelector('portico-collateral-desk-detail');
  }

  /** The dialog of the desk that is open. */
  get dialog(): HTMLElement | undefined {
    return this.findAll('*').find(each => /^portico-collateral-desk-(?!detail|folders)/.test(each.localName) || each.localName === 'portico-ui-dialog');
  }

  /** What the toasts say. */
  get notices(): string {
    const toast = this.portal.renderRoot.querySelector('portico-ui-toast') as UiToast;
    // Its code comes with the first message.
    return toast?.shadowRoot ? new ToastHarness(toast).messages.join(' ') : '';
  }

  /** Opens a piece and waits until its versions are there. */
  async open(title: string): Promise<void> {
    this.rowOf(title).click();
    await this.until(() => Boolean(this.detail?.shadowRoot?.querySelector('.holders, .versions')), 'the detail');
    await this.rest();
  }

  /** Presses the button with these words: in a dialog, else in what is open, else on the desk. */
  async press(words: string): Promise<void> {
    await this.until(() => this.#button(words) !== undefined, `a button ${words}`);
    this.#button(words)?.click();
    await this.rest();
  }

  #button(words: string): HTMLElement | undefined {
    const root = this.dialog?.shadowRoot ?? this.detail?.shadowRoot ?? this.element.renderRoot;
    const within = (place: ParentNode) => [...place.querySelectorAll<HTMLElement>('button, portico-ui-button')].find(each => each.textContent?.trim() === words);
    return within(root) ?? within(this.element.renderRoot);
  }

  /** Fills in a field of the dialog that is open, by its label. */
  async fill(label: string, value: string): Promise<void> {
    const field = [...(this.dialog?.shadowRoot?.querySelectorAll('portico-ui-field') ?? [])].find(each => each.label === label);
    if (!field) throw new Error(`The dialog has no field ${label}.`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
    await this.settled();
  }

  /** Chooses a file in the dialog that is open. */
  async choose(file: File): Promise<void> {
    const picker = this.dialog?.shadowRoot?.querySelector('portico-ui-file-picker');
    const input = picker?.shadowRoot?.querySelector('input');
    if (!input) throw new Error('There is nothing to choose a file with.');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', {bubbles: true}));
    await this.rest();
  }

  /** The text people read in an element, through the shadow roots inside it. */
  textOf(element: Element | null | undefined): string {
    return deepText(element).replace(/\s+/g, ' ').trim();
  }

  /** Publishes behind the desk's back, as somebody else would. */
  async elsewhere(path: string, body: object, version?: number): Promise<Response> {
    const {token} = (await this.backend.fetchSessionAs('vendor')()) as {token: string};
    const headers = {'authorization': `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...(version === undefined ? {} : {'if-match': `"${version}"`})};
    return this.backend.fetch(new Request(`http://mock.test/v1${path}`, {method: 'POST', headers, body: JSON.stringify(body)}));
  }
}
