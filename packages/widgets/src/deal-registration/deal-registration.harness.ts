import {aTimeout, fixture, nextFrame} from '@open-wc/testing';
import {createMockBackend, type MockBackend, type MockBackendOptions} from '@portico/mocks';
import {sendKeys} from '@web/test-runner-commands';
import {html, nothing} from 'lit';
import {addressOf} from '../base/address.harness.ts';
import {defineElement} from '../base/define-element.ts';
import {ElementHarness} from '../base/element.harness.ts';
import {Portal} from '../portal/portal.ts';
import type {UiCheckbox} from '../ui/checkbox/checkbox.ts';
import type {UiField} from '../ui/field/field.ts';
import {DealRegistrationForm} from './deal-registration.ts';

defineElement('portico-portal', Portal);
defineElement('portico-deal-registration', DealRegistrationForm);

export interface StartOptions extends MockBackendOptions {
  /** Width of the page's column, in pixels. */
  width?: number;
  locale?: string;
  backend?: MockBackend;
  /** Changes rows before the form reads them. */
  prepare?: (backend: MockBackend) => void;
  attributes?: {dealRegistrationId?: string; leadOfferId?: string; domain?: string; company?: string; country?: string};
  /** Answers instead of the backend, or lets it answer. */
  intercept?: (request: Request, answer: () => Promise<Response>) => Promise<Response>;
  /** Puts the form into a form of the page. */
  inForm?: boolean;
}

/** A request as it was sent. */
export interface Sent {
  readonly line: string;
  readonly body: unknown;
  readonly key: string | null;
  readonly version: string | null;
}

/** Drives the form in a test, on a pretend backend of its own. */
export class DealRegistrationHarness extends ElementHarness<DealRegistrationForm> {
  readonly backend: MockBackend;
  readonly portal: Portal;
  /** Every request since the start. */
  readonly sent: Sent[] = [];
  /** May be changed while the form is used. */
  intercept: StartOptions['intercept'];

  constructor(portal: Portal, backend: MockBackend) {
    super(portal.querySelector('portico-deal-registration') as DealRegistrationForm);
    this.portal = portal;
    this.backend = backend;
  }

  static readonly #started: DealRegistrationHarness[] = [];

  /** Forgets what the forms of a test kept on this device. */
  static async forgetAll(): Promise<void> {
    for (const {element} of this.#started.splice(0)) await element.deal.keeper?.forget();
  }

  /** Puts a form into the page and waits until something can be typed. */
  static async start({width = 760, locale = 'en', backend: given, prepare, attributes = {}, intercept, inForm = false, ...options}: StartOptions = {}): Promise<DealRegistrationHarness> {
    const backend = given ?? createMockBackend(options);
    prepare?.(backend);
    const {dealRegistrationId, leadOfferId, domain, company, country} = attributes;
    const element = html`<portico-deal-registration
      name="deal"
      deal-registration-id=${dealRegistrationId ?? nothing}
      lead-offer-id=${leadOfferId ?? nothing}
      domain=${domain ?? nothing}
      company=${company ?? nothing}
      country=${country ?? nothing}
    ></portico-deal-registration>`;
    const column = await fixture<HTMLElement>(html`<main>
      <portico-portal api-url=${addressOf(backend)} locale=${locale} theme="light" .fetchSession=${backend.fetchSession}>${inForm ? html`<form id="page-form">${element}<button>Send</button></form>` : element}</portico-portal>
    </main>`);
    column.style.inlineSize = `${width}px`;
    const portal = column.querySelector('portico-portal') as Portal;
    const harness = new DealRegistrationHarness(portal, backend);
    harness.intercept = intercept;
    this.#started.push(harness);
    portal.fetch = (input, init) => harness.#answer(new Request(input, init));
    await harness.until(() => harness.element.deal.status !== 'pending');
    await harness.until(() => harness.hasLater || ['failed', 'offline', 'forbidden'].includes(harness.element.deal.status));
    return harness;
  }

  async #answer(request: Request): Promise<Response> {
    const copy = request.clone();
    const text = await copy.text();
    this.sent.push({line: `${request.method} ${new URL(request.url).pathname}`, body: text ? JSON.parse(text) : undefined, key: request.headers.get('idempotency-key'), version: request.headers.get('if-match')});
    const answer = () => this.backend.fetch(request);
    return this.intercept ? this.intercept(request, answer) : answer();
  }

  /** Whether the views of later steps are there. */
  get hasLater(): boolean {
    return this.findAll('.root[data-complete]').length > 0;
  }

  /** Requests of one kind so far: `POST /v1/deal-registrations`. */
  count(line: string | RegExp): number {
    return this.sent.filter(each => (typeof line === 'string' ? each.line === line : line.test(each.line))).length;
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

  /** Waits until what is typed is at the server. */
  async saved(): Promise<void> {
    await this.until(() => this.element.deal.keeper?.state === 'saved' && !this.element.deal.keeper.isDirty);
  }

  async rest(): Promise<void> {
    await aTimeout(40);
    await nextFrame();
    await this.settled();
  }

  /** A field by its path. */
  field(path: string): UiField {
    return this.find<UiField>(`portico-ui-field[data-field="${path}"]`);
  }

  has(path: string): boolean {
    return this.findAll(`[data-field="${path}"]`).length > 0;
  }

  /** What is wrong with a field, as people read it. */
  errorOf(path: string): string {
    return this.field(path).renderRoot.querySelector('#error')?.textContent?.trim() ?? '';
  }

  /** Fills in a field as a person does. */
  async fill(path: string, value: string): Promise<void> {
    const control = this.field(path).renderRoot.querySelector<HTMLInputElement>('.control');
    if (!control) throw new Error(`The field ${path} has no control.`);
    control.value = value;
    control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    control.dispatchEvent(new Event('change', {bubbles: true}));
    await this.settled();
  }

  async tick(path: string): Promise<void> {
    this.find<UiCheckbox>(`portico-ui-checkbox[data-field="${path}"]`).click();
    await this.settled();
  }

  /** Types into a field with real keys. */
  async type(path: string, text: string): Promise<void> {
    this.field(path).focus();
    await sendKeys({type: text});
    await this.settled();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await sendKeys({press: key});
    await this.rest();
  }

  async click(selector: string): Promise<void> {
    this.find(selector).click();
    await this.rest();
  }

  async goTo(step: string): Promise<void> {
    const stepper = this.find('portico-ui-stepper');
    stepper.shadowRoot?.querySelector<HTMLElement>(`[data-step=${step}]`)?.click();
    await this.until(() => this.element.deal.step === step);
    await this.rest();
  }

  /** The steps by name, the present one in brackets. */
  get steps(): string {
    const buttons = [...(this.find('portico-ui-stepper').shadowRoot?.querySelectorAll('button') ?? [])];
    return buttons.map(button => (button.ariaCurrent === 'step' ? `[${button.querySelector('.label')?.textContent}]` : button.querySelector('.label')?.textContent)).join(' ');
  }

  /** What has to be mended, as the summary says it. */
  get summary(): string[] {
    const [summary] = this.findAll('portico-ui-error-summary');
    return [...(summary?.shadowRoot?.querySelectorAll('li') ?? [])].map(item => (item.textContent ?? '').trim());
  }

  /** What is said about the customer. */
  get claim(): string {
    return this.text('.claim');
  }

  get saveState(): string {
    return this.text('.save');
  }

  /** Path of the field with the focus. */
  get focusedField(): string | undefined {
    return this.focused?.closest<HTMLElement>('[data-field]')?.dataset['field'];
  }

  /** Fills in everything that the example form asks for, up to the review. */
  async complete({website = 'https://freshcustomer.example', evidence = false} = {}): Promise<void> {
    await this.fill('customer.website', website);
    await this.fill('customer.name', 'Fresh Customer Oy');
    await this.fill('customer.country', 'FI');
    await this.fill('contact.lastName', 'Virta');
    await this.fill('contact.email', 'virta@freshcustomer.example');
    await this.goTo('deal');
    await this.fill('name', 'Cameras for line 2');
    await this.click('button[data-field=lines]');
    await this.fill('lines.0.product', 'Aurora Vision');
    await this.fill('lines.0.quantity', '3');
    await this.fill('lines.0.price', '8500');
    await this.fill('expectedCloseOn', '2027-03-31');
    if (evidence) await this.goTo('evidence');
    await this.goTo('review');
  }
}
