import type {DealFields} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {internalsOf} from '../base/internals.ts';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {dealRegistrationStrings} from '../strings/deal-registration.strings.ts';
import {nearestLang} from '../strings/locale.ts';
import {Localize} from '../strings/localize.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import type {UiField} from '../ui/field/field.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import type {FormStep} from './deal-fields.model.ts';
import {DealRegistrationController} from './deal-registration.controller.ts';
import {dealRegistrationStyles} from './deal-registration.styles.ts';
import type {DealView, FormViews, LaterViews} from './deal-registration.view.ts';
import {HostForm} from './host-form.ts';
import {stateView, wholeForm} from './states.view.ts';

/** What the form is about. */
const subjectProperties = ['dealRegistrationId', 'leadOfferId', 'domain', 'company', 'country'] as const;

/**
 * The form with which a partner registers a deal: customer, deal, evidence and review, in about two minutes. Says while somebody types whether the customer is
 * free, keeps every key as a draft, submits once, and ends with a receipt.
 *
 * Inside a `<form name>` of the page it is a form control: its value is the id of the registration, it is invalid as long as something is missing, and the page's own
 * submit button submits the registration first.
 *
 * @tag portico-deal-registration
 * @fires {DealRegistrationSubmitEvent} portico-deal-registration-submit - Somebody is about to submit. Cancel it and nothing is sent; the draft stays.
 * @fires {DealRegistrationSubmittedEvent} portico-deal-registration-submitted - The server has taken it; with registration and receipt.
 * @fires {DealRegistrationChangeEvent} portico-deal-registration-change - Something was typed, chosen or saved.
 * @slot pending - While the form is read.
 * @slot error - The form could not be read.
 * @slot offline - There is no connection and nothing to show.
 * @slot forbidden - The person may not register deals.
 * @csspart header - The title and how far saving has come.
 * @csspart save-state - Whether what is typed is saved.
 * @csspart steps - The steps.
 * @csspart step - The step that is shown.
 * @csspart field - A field with its label.
 * @csspart claim - Whether the customer is free.
 * @csspart lines - The products.
 * @csspart evidence - The files.
 * @csspart review - What is filled in, before it is submitted.
 * @csspart request - What the vendor asks for.
 * @csspart summary - What has to be mended.
 * @csspart note - A line above the fields.
 * @csspart actions - The buttons below.
 * @csspart receipt - What is shown after the submission.
 */
export class DealRegistrationForm extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, dealRegistrationStyles];
  static readonly parts = {
    'portico-ui-empty-state': UiEmptyState,
    'portico-ui-skeleton': UiSkeleton,
  };
  static formAssociated = true;

  /** Id of a draft to go on with, or of a registration about which the vendor asks something. */
  @property({attribute: 'deal-registration-id'}) dealRegistrationId: string | undefined;
  /** Id of an accepted lead offer that fills the form in. */
  @property({attribute: 'lead-offer-id'}) leadOfferId: string | undefined;
  /** The customer's website, to begin with. */
  @property() domain: string | undefined;
  /** The customer's name, to begin with. */
  @property() company: string | undefined;
  /** The customer's country, two letters, to begin with. */
  @property() country: string | undefined;
  /** Name in the form around it. */
  @property({reflect: true}) name = '';
  /** Nothing can be typed or submitted. A fieldset around it does the same. */
  @property({type: Boolean, reflect: true}) disabled = false;

  /** Fields, steps, the draft and the submission, without the view. */
  readonly deal: DealRegistrationController;
  readonly #text = new Localize(this, dealRegistrationStrings);
  readonly #form = new LaterPart<FormViews>(this, {load: async () => (await import('./form-part.ts')).formPart(), text: this.#text, stands: () => true});
  readonly #later = new LaterPart<LaterViews>(this, {
    load: async () => (await import('./deal-registration.later.ts')).laterPart(),
    text: this.#text,
    stands: () => this.deal.status !== 'pending',
  });
  readonly #internals = internalsOf(this);
  readonly #hostForm: HostForm;
  #given: Partial<DealFields> = {};
  #isOff = false;

  constructor() {
    super();
    this.deal = new DealRegistrationController(this, () => nearestLang(this), async () => {
      if (!(await this.#form.load())) throw new Error('The form did not load.');
    });
    this.#hostForm = new HostForm({
      internals: this.#internals,
      deal: this.deal,
      submit: () => this.submit(),
      showIssues: () => void this.#showIssues(),
      reason: () => this.#text.term('title'),
    });
    this.addEventListener('invalid', event => event.target === this && this.#hostForm.refuse(event));
  }

  /** What is filled in. Set it to fill the form in; what the person typed before stays in fields that it leaves out. */
  @property({attribute: false})
  get value(): Partial<DealFields> {
    return this.deal.fields ?? this.#given;
  }
  set value(value: Partial<DealFields>) {
    this.#given = value;
    if (!this.deal.fill(value)) this.#show();
  }

  /** The form of the page around it. */
  get form(): HTMLFormElement | null {
    return this.#internals.form ?? null;
  }
  /** What kind of control it is in that form. */
  get type(): string {
    return this.localName;
  }
  /** As of a native control. */
  get validity(): ValidityState {
    return this.#internals.validity as ValidityState;
  }
  /** As of a native control. */
  get validationMessage(): string {
    return this.#internals.validationMessage ?? '';
  }
  /** As of a native control. */
  get willValidate(): boolean {
    return this.#internals.willValidate ?? false;
  }

  /** Whether it can be submitted as it is. */
  checkValidity(): boolean {
    return this.#internals.checkValidity?.() ?? true;
  }

  /** The same, and says what is missing. */
  reportValidity(): boolean {
    return this.#internals.reportValidity?.() ?? true;
  }

  /**
   * Submits, as the button does.
   *
   * @returns Whether the server has taken it.
   */
  async submit(): Promise<boolean> {
    await this.#later.load();
    const outcome = await this.deal.submit();
    if (outcome === 'submitted') await this.#focus('#receipt-title');
    else if (outcome === 'incomplete') await this.#focusSummary();
    return outcome === 'submitted';
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#form.load();
  }

  /** Called by the form around it. */
  formAssociatedCallback(form: HTMLFormElement | null) {
    this.#hostForm.follow(form);
  }

  /** Called by the form around it, or a fieldset. */
  formDisabledCallback(disabled: boolean) {
    this.#isOff = disabled;
    this.requestUpdate();
  }

  /** Called by the form around it: begins anew. */
  formResetCallback() {
    void this.deal.startOver();
  }

  /** Called by the browser after a reload: goes on with that draft. */
  formStateRestoreCallback(state: unknown) {
    if (typeof state === 'string' && !this.dealRegistrationId) this.dealRegistrationId = state;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (subjectProperties.some(name => changed.has(name))) this.#show();
  }

  protected override render() {
    const {status} = this.deal;
    return html`<div class="root" data-status=${status} ?data-complete=${this.#later.views !== undefined} @keydown=${this.#onKeyDown}>${this.#content(status)}</div>`;
  }

  protected override updated() {
    this.#hostForm.update(this.renderRoot.querySelector<HTMLElement>('.submit, .next') ?? undefined);
  }

  #content(status: DealRegistrationController['status']) {
    const {deal} = this;
    if (status === 'pending') return html`<slot name="pending">${wholeForm}</slot>`;
    if (status === 'failed' || status === 'offline' || status === 'forbidden') return stateView(deal, status, this.#text);
    const view = this.#view();
    if (!view) return nothing;
    return (status === 'form' ? this.#form.views?.form(view) : view.later?.ending(view)) ?? wholeForm;
  }

  #view(): DealView | undefined {
    const {deal, portal} = this;
    const setup = deal.setup.value;
    return (
      setup && {
        deal,
        setup,
        portal,
        text: this.#text,
        locale: this.#text.lang(),
        later: this.#later.views,
        issues: new Map(deal.issues.map(issue => [issue.path, issue])),
        disabled: this.disabled || this.#isOff,
        set: (path, value) => {
          void this.#later.load();
          deal.set(path, value);
        },
        next: () => void this.#next(),
        back: () => this.#goTo(() => deal.back()),
        goTo: step => this.#goTo(() => deal.goTo(step as FormStep['id'])),
        submit: () => void this.submit(),
        startOver: () => void deal.startOver().then(() => this.#focus('#title')),
        focusField: path => void this.#focusField(path),
      }
    );
  }

  #show() {
    const {domain, company, country} = this;
    const customer = {...this.#given.customer, ...(domain && {website: domain}), ...(company && {name: company}), ...(country && {country: country.toUpperCase()})} as DealFields['customer'];
    this.deal.show({registrationId: this.dealRegistrationId || undefined, leadOfferId: this.leadOfferId || undefined, prefill: {...this.#given, customer}});
  }

  async #next() {
    await this.#later.load();
    if (this.deal.next()) await this.#focus('#step-title');
    else await this.#focusSummary();
  }

  #goTo(go: () => void) {
    go();
    void this.#later.load().then(() => this.#focus('#step-title'));
  }

  async #showIssues() {
    await this.#later.load();
    for (const {id} of this.deal.steps) {
      this.deal.goTo(id);
      if (!this.deal.next()) break;
    }
    await this.#focusSummary();
  }

  async #focusSummary() {
    await this.updateComplete;
    const summary = this.renderRoot.querySelector('portico-ui-error-summary');
    await summary?.updateComplete;
    summary?.focus();
  }

  async #focusField(path: string) {
    const step = this.deal.stepOf(path);
    if (step !== this.deal.step) this.deal.goTo(step);
    await this.updateComplete;
    const find = (name: string) => this.renderRoot.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    const field = find(path) ?? find(path.split('.')[0] ?? '');
    const fold = field?.closest('details');
    if (fold) fold.open = true;
    if (field && 'updateComplete' in field) await field.updateComplete;
    field?.focus();
  }

  async #focus(selector: string) {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onKeyDown = (event: KeyboardEvent) => {
    const field = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.isComposing || field.localName !== 'portico-ui-field') return;
    const {kind} = field as UiField;
    // Enter in a line of text goes on, as in any form; elsewhere it has its own meaning.
    if (kind === 'textarea' || kind === 'select' || this.deal.step === 'review') return;
    event.preventDefault();
    void this.#next();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-deal-registration': DealRegistrationForm;
  }
}
