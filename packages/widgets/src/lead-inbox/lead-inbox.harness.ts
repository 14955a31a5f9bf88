import {aTimeout, fixture, nextFrame} from '@open-wc/testing';
import {createMockBackend, type MockBackend, type MockBackendOptions} from '@portico/mocks';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import {addressOf} from '../base/address.harness.ts';
import {ElementHarness} from '../base/element.harness.ts';
import {defineElement} from '../base/define-element.ts';
import {Portal} from '../portal/portal.ts';
import type {UiField} from '../ui/field/field.ts';
import {ToastHarness} from '../ui/toast/toast.harness.ts';
import type {UiToast} from '../ui/toast/toast.ts';
import type {UiTabs} from '../ui/tabs/tabs.ts';
import type {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';
import {LeadInbox} from './lead-inbox.ts';

defineElement('portico-portal', Portal);
defineElement('portico-lead-inbox', LeadInbox);

export interface StartOptions extends MockBackendOptions {
  /** Width of the page's column, in pixels. */
  width?: number;
  locale?: string;
  theme?: 'light' | 'dark';
  backend?: MockBackend;
  /** Keeps acts on the device while there is no connection. */
  outbox?: boolean;
  /** Hands the inbox over as soon as there are rows, before the views that come later. */
  early?: boolean;
}

/** Drives a lead inbox in a test, on a pretend backend of its own. */
export class LeadInboxHarness extends ElementHarness<LeadInbox> {
  readonly backend: MockBackend;
  readonly portal: Portal;
  /** Method and path of every request since the start. */
  readonly requests: string[] = [];

  constructor(portal: Portal, backend: MockBackend) {
    super(portal.querySelector('portico-lead-inbox') as LeadInbox);
    this.portal = portal;
    this.backend = backend;
  }

  /** Puts an inbox into the page and waits until it has something to show. */
  static async start({width = 1000, locale = 'en', theme = 'light', backend: given, outbox = false, early = false, ...options}: StartOptions = {}): Promise<LeadInboxHarness> {
    const backend = given ?? createMockBackend(options);
    const column = await fixture<HTMLElement>(html`<main>
      <portico-portal api-url=${addressOf(backend)} locale=${locale} theme=${theme} ?outbox=${outbox} .fetchSession=${backend.fetchSession}>
        <portico-lead-inbox></portico-lead-inbox>
      </portico-portal>
    </main>`);
    column.style.inlineSize = `${width}px`;
    const portal = column.querySelector('portico-portal') as Portal;
    const harness = new LeadInboxHarness(portal, backend);
    portal.fetch = async (input, init) => {
      const request = new Request(input, init);
      harness.requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return backend.fetch(request);
    };
    if (!backend.behaviour.offline && !backend.behaviour.latencyMs) await harness.until(() => harness.element.inbox.status !== 'pending' && harness.findAll('slot[name=pending]').length === 0);
    if (early) return harness;
    // The views that come later: a test would else be quicker than any person.
    const {status} = harness.element.inbox;
    if (status !== 'forbidden' && status !== 'pending') await harness.until(() => harness.findAll('portico-ui-dialog').length > 0);
    await harness.rest();
    return harness;
  }

  /** Waits until something is the case. */
  async until(holds: () => boolean, what = String(holds)): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
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
    return this.findAll('[role=row]').sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  }

  /** A row by its place in the list. */
  row(index: number): HTMLElement {
    const row = this.list.rowElement(index);
    if (!row) throw new Error(`Row ${index} is not drawn.`);
    return row;
  }

  /** What the rows are called. */
  get titles(): string[] {
    return this.rows.map(row => (row.querySelector('.title')?.firstChild as Text | null)?.parentElement?.textContent?.split(' · ')[0]?.trim() ?? '');
  }

  /** Ids of the rows, from top to bottom. */
  get ids(): string[] {
    return this.rows.map(row => row.dataset['id'] ?? '');
  }

  /** Id of the row with the focus. */
  get focusedRow(): string | undefined {
    return this.focused?.closest<HTMLElement>('[role=row]')?.dataset['id'];
  }

  /** Heading of the open lead. */
  get openTitle(): string {
    return this.text('#detail-title');
  }

  /** What the toasts say. */
  get notices(): string {
    return new ToastHarness(this.portal.renderRoot.querySelector('portico-ui-toast') as UiToast).messages.join(' ');
  }

  async clickRow(index: number, options: MouseEventInit = {}): Promise<void> {
    this.row(index).dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, ...options}));
    await this.rest();
  }

  async click(selector: string): Promise<void> {
    this.find(selector).click();
    await this.rest();
  }

  /** Presses keys one after the other; `Shift+ArrowDown` holds the first meanwhile. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const [held, pressed] = key.includes('+') ? key.split('+') : [undefined, key];
      if (held) await sendKeys({down: held});
      await sendKeys({press: pressed ?? key});
      if (held) await sendKeys({up: held});
    }
    await this.rest();
  }

  async type(text: string): Promise<void> {
    await sendKeys({type: text});
    await this.settled();
  }

  async chooseTab(id: 'new' | 'working' | 'closed'): Promise<void> {
    const tabs = this.find<UiTabs>('portico-ui-tabs');
    tabs.renderRoot.querySelector<HTMLElement>(`#tab-${id}`)?.click();
    await this.until(() => this.element.inbox.list.status === 'ready');
    await this.rest();
  }

  /** A field by its name or class, with what is in it. */
  field(selector: string): UiField {
    return this.find<UiField>(`portico-ui-field${selector}`);
  }

  /** Fills in a field as a person does. */
  async fill(selector: string, value: string): Promise<void> {
    const control = this.field(selector).renderRoot.querySelector<HTMLInputElement>('.control');
    if (!control) throw new Error(`The field ${selector} has no control.`);
    control.value = value;
    control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    control.dispatchEvent(new Event('change', {bubbles: true}));
    await this.settled();
  }

  /** Presses a button of the open dialog by its words. */
  async pressButton(words: string, within = ''): Promise<void> {
    const button = this.findAll(`${within} button`).find(each => each.textContent?.trim() === words);
    if (!button) throw new Error(`There is no button "${words}".`);
    button.click();
    await this.rest();
  }
}
