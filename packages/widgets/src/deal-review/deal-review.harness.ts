import {aTimeout, fixture, nextFrame} from '@open-wc/testing';
import {createMockBackend, type MockBackend, type MockBackendOptions} from '@portico/mocks';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {addressOf} from '../base/address.harness.ts';
import {deepAll, deepText} from '../base/deep.harness.ts';
import {ElementHarness} from '../base/element.harness.ts';
import {defineElement} from '../base/define-element.ts';
import {Portal} from '../portal/portal.ts';
import {ToastHarness} from '../ui/toast/toast.harness.ts';
import type {UiToast} from '../ui/toast/toast.ts';
import type {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';
import {DealReview} from './deal-review.ts';

defineElement('portico-portal', Portal);
defineElement('portico-deal-review', DealReview);

export interface StartOptions extends MockBackendOptions {
  /** Width of the page's column, in pixels. */
  width?: number;
  locale?: string;
  theme?: 'light' | 'dark';
  tab?: DealReview['tab'];
  sort?: DealReview['sort'];
  dealId?: string;
  backend?: MockBackend;
  /** Put into the desk, for its slots. */
  content?: unknown;
}

/** Drives a deal review in a test, on a pretend backend of its own. */
export class DealReviewHarness extends ElementHarness<DealReview> {
  readonly backend: MockBackend;
  readonly portal: Portal;
  /** Method and path of every request since the start. */
  readonly requests: string[] = [];
  /** Idempotency keys of every change that was sent. */
  readonly keysSent: string[] = [];
  /** Loses the answers to these requests on their way back. */
  loses: (request: Request) => boolean = () => false;

  constructor(portal: Portal, backend: MockBackend) {
    super(portal.querySelector('portico-deal-review') as DealReview);
    this.portal = portal;
    this.backend = backend;
  }

  /** Puts a desk into the page and waits until it has something to show. */
  static async start({width = 1200, locale = 'en', theme = 'light', tab = 'in_review', sort = 'deadline', dealId, backend: given, content, as = 'vendor', ...options}: StartOptions = {}): Promise<DealReviewHarness> {
    const backend = given ?? createMockBackend({as, ...options});
    const column = await fixture<HTMLElement>(html`<main>
      <portico-portal api-url=${addressOf(backend)} locale=${locale} theme=${theme} .fetchSession=${backend.fetchSessionAs(as)}>
        <portico-deal-review tab=${tab} sort=${sort} deal-id=${ifDefined(dealId)}>${content}</portico-deal-review>
      </portico-portal>
    </main>`);
    column.style.inlineSize = `${width}px`;
    const portal = column.querySelector('portico-portal') as Portal;
    const harness = new DealReviewHarness(portal, backend);
    portal.fetch = async (input, init) => {
      const request = new Request(input, init);
      harness.requests.push(`${request.method} ${new URL(request.url).pathname}`);
      const key = request.headers.get('idempotency-key');
      if (key) harness.keysSent.push(key);
      const answer = await backend.fetch(request.clone());
      if (harness.loses(request)) throw new TypeError('Failed to fetch');
      return answer;
    };
    if (!backend.behaviour.offline && !backend.behaviour.latencyMs && !backend.behaviour.refusal && as === 'vendor') await harness.until(() => !harness.element.shadowRoot?.querySelector('.waiting') && harness.requests.length > 2);
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
    await aTimeout(60);
    await nextFrame();
    await nextFrame();
    await this.settled();
  }

  get list(): UiWindowedList {
    return this.find('portico-ui-windowed-list');
  }

  /** The rows that are drawn, from top to bottom. */
  get rows(): HTMLElement[] {
    return this.findAll('.body [role=row]').sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  }

  /** Ids of the rows, from top to bottom. */
  get ids(): string[] {
    return this.rows.map(row => row.dataset['id'] ?? '');
  }

  /** The row of a registration. */
  rowOf(id: string): HTMLElement {
    return this.find(`.body [data-id="${id}"]`);
  }

  /** Status in words of the row of a registration. */
  statusOf(id: string): string {
    return this.rowOf(id).querySelector('portico-ui-badge')?.textContent ?? '';
  }

  /** Id of the row with the focus. */
  get focusedRow(): string | undefined {
    return this.focused?.closest<HTMLElement>('[data-id]')?.dataset['id'];
  }

  /** The open registration. */
  get detail(): HTMLElement | null {
    return this.element.renderRoot.querySelector('portico-deal-review-detail');
  }

  /** The dialog of the desk that is open. */
  get dialog(): HTMLElement | undefined {
    return this.findAll('*').find(each => /^portico-deal-review-(?!detail|note)/.test(each.localName) || each.localName === 'portico-ui-dialog');
  }

  /** What the toasts say. */
  get notices(): string {
    const toast = this.portal.renderRoot.querySelector('portico-ui-toast') as UiToast;
    // Its code comes with the first message.
    return toast?.shadowRoot ? new ToastHarness(toast).messages.join(' ') : '';
  }

  /** The text people read in an element, through the shadow roots inside it. */
  textOf(element: Element | null | undefined): string {
    return deepText(element).replace(/\s+/g, ' ').trim();
  }

  /** Opens the registration of a row and waits until it is there in full. */
  async open(id: string): Promise<HTMLElement> {
    this.rowOf(id).click();
    await this.until(() => Boolean(this.detail?.shadowRoot?.querySelector('h3')) && this.element.dealId === id);
    await this.rest();
    return this.detail as HTMLElement;
  }

  /** Presses a button by the beginning of its words, wherever it stands. */
  async press(words: string, within: Element | null | undefined = this.element): Promise<void> {
    const button = deepAll(within, 'button').find(each => (each.textContent ?? '').trim().startsWith(words) || (each.getRootNode() as ShadowRoot).host?.textContent?.trim() === words);
    if (!button) throw new Error(`There is no button "${words}".`);
    button.click();
    await this.rest();
  }

  /** Waits for a dialog and returns it. */
  async dialogOpen(): Promise<HTMLElement> {
    await this.until(() => Boolean(this.dialog?.shadowRoot?.querySelector('portico-ui-dialog')) || this.dialog?.localName === 'portico-ui-dialog');
    await this.rest();
    return this.dialog as HTMLElement;
  }

  /** Fills in a field, found by its label. */
  async fill(label: string, value: string, within: Element | null | undefined = this.dialog): Promise<void> {
    const field = deepAll(within, 'portico-ui-field').find(each => (each as HTMLElement & {label: string}).label.startsWith(label));
    const control = field?.shadowRoot?.querySelector<HTMLInputElement>('.control');
    if (!control) throw new Error(`There is no field "${label}".`);
    control.value = value;
    control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    control.dispatchEvent(new Event('change', {bubbles: true}));
    await this.rest();
  }

  /** Presses keys one after the other; `Shift+ArrowDown` holds the first meanwhile. */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const [held, pressed] = key.length > 1 && key.includes('+') ? key.split('+') : [undefined, key];
      if (held) await sendKeys({down: held});
      await sendKeys({press: pressed ?? key});
      if (held) await sendKeys({up: held});
    }
    await this.rest();
  }

  async chooseTab(tab: DealReview['tab']): Promise<void> {
    this.find('portico-ui-tabs').shadowRoot?.querySelector<HTMLElement>(`#tab-${tab}`)?.click();
    await this.rest();
    await this.until(() => !this.element.shadowRoot?.querySelector('.waiting'));
    await this.rest();
  }
}
