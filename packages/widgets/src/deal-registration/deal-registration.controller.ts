import type {DealFields, DealRegistration, Receipt} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {statusOfFailure} from '../base/failure.ts';
import type {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import type {ClaimWatch} from './claim-watch.ts';
import {DealRegistrationChangeEvent, DealRegistrationSubmittedEvent} from './deal-registration.events.ts';
import type {DealRegistrationStatus, DealSetup, DealSubject, FieldIssue, SubmitOutcome} from './deal-registration.model.ts';
import {readSetup} from './deal-setup.ts';
import type {FormStep} from './deal-fields.model.ts';
import type {Values} from './deal-values.model.ts';
import type * as draftParts from './draft-parts.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {EvidenceUploads} from './evidence-uploads.ts';

/**
 * A form for one deal registration without a view: fields, steps, the draft that saves itself, the check whether the customer is free, evidence, and one
 * submission. `<portico-deal-registration>` draws it. Whatever changes, the host renders again.
 */
export class DealRegistrationController implements ReactiveController {
  readonly setup: LiveQuery<[], DealSetup>;
  keeper: DraftKeeper | undefined;
  claim: ClaimWatch | undefined;
  evidence: EvidenceUploads | undefined;
  /** The page of the form that is shown. */
  step: FormStep['id'] = 'customer';
  /** Version of the terms that was ticked. */
  acceptedTerms: string | null = null;
  /** The proof of the last submission. */
  receipt: Receipt | undefined;
  /** Why the last submission did not take effect, when it is none of the fields. */
  refusal: unknown;
  isSubmitting = false;
  /** Whether what is shown was typed before, in another visit. */
  isContinued = false;
  readonly #host: WidgetHost;
  readonly #locale: () => string;
  readonly #attempted = new Set<string>();
  #subject: DealSubject = {prefill: {}};
  #told: FieldIssue[] = [];
  #isOpened = false;
  #portal: PortalController | undefined;
  readonly #prepare: () => Promise<unknown>;
  /** What the form is made of; there before there is a form. */
  #parts: typeof draftParts | undefined;
  #code: Promise<typeof draftParts> | undefined;
  #openError: unknown;
  #stop: (() => void) | undefined;

  /** @param locale - BCP 47 language in which amounts and dates are typed. @param prepare - What else has to come before there is a form. */
  constructor(host: WidgetHost, locale = () => 'en', prepare: () => Promise<unknown> = async () => undefined) {
    this.#host = host;
    this.#locale = locale;
    this.#prepare = prepare;
    host.addController(this);
    this.setup = readSetup(host);
  }

  hostConnected() {
    void this.#load().catch(() => {});
    this.keeper?.resume();
    this.evidence?.resume();
  }

  hostUpdate() {
    const {portal} = this.#host;
    if (portal && this.#portal && portal !== this.#portal) this.#again();
    if (!portal?.ready || !this.setup.value || !this.#host.isConnected) return;
    this.#portal = portal;
    if (!this.#isOpened) {
      this.#isOpened = true;
      void this.#open(portal, this.#subject);
    }
    if (this.keeper?.isToBeSubmitted && this.keeper.state === 'saved') void this.#resume(this.keeper);
    if (this.#isOpened) this.#stop ??= this.#parts?.followPortal(portal, {registrationId: () => this.registration?.id, refresh: () => void this.#refresh(), retry: () => this.#retry()});
  }

  hostDisconnected() {
    this.#stop = this.#stop?.() as undefined;
    this.claim?.close();
    this.evidence?.pause();
    this.keeper?.pause();
  }

  get status(): DealRegistrationStatus {
    const {portal} = this.#host;
    const {error} = this;
    if (error !== undefined) return statusOfFailure(error);
    if (!portal?.ready || !this.keeper) return 'pending';
    if (this.receipt) return 'done';
    return this.#parts?.isOpenToChange(this.registration) || this.isSubmitting ? 'form' : 'closed';
  }

  /** Why there is no form to fill in. */
  get error(): unknown {
    const {portal} = this.#host;
    return portal?.status === 'failed' ? portal.error : (this.#openError ?? (this.setup.value ? undefined : this.setup.error));
  }

  get values(): Values {
    return this.keeper?.values ?? {};
  }

  get registration(): DealRegistration | undefined {
    return this.keeper?.registration;
  }

  /** What is filled in, as the contract has it. */
  get fields(): DealFields | undefined {
    return this.setup.value && this.#parts?.toFields(this.values, this.setup.value.form, this.#locale()).fields;
  }

  get steps(): FormStep[] {
    return (this.setup.value && this.#parts?.stepsOf(this.setup.value.form, this.values, this.#locale(), this.registration)) ?? [];
  }

  /** What has to be mended, as far as somebody asked to go on. */
  get issues(): FieldIssue[] {
    const order = this.steps.flatMap(({fields, more}) => [...fields, ...more]);
    return this.#parts?.inOrder([...this.#told, ...(this.keeper?.refused.issues ?? []), ...this.allIssues.filter(({path}) => this.#attempted.has(this.stepOf(path)))], order) ?? [];
  }

  /** Everything that keeps it from being submitted, said or not. */
  get allIssues(): FieldIssue[] {
    const {value} = this.setup;
    return (value && this.keeper && this.#parts?.issuesOf(value, this.values, this.#locale(), this.registration, this.acceptedTerms)) ?? [];
  }

  /** The page that a field is on. */
  stepOf(path: string): FormStep['id'] {
    return this.#parts?.stepOf(this.steps, path) ?? 'customer';
  }

  /** Opens a draft, a request for information, a lead, or a new form. The same subject again changes nothing. */
  show(subject: DealSubject): void {
    this.#subject = subject;
    this.#again();
  }

  /** Fills the form in; what the person typed stays in fields that are left out. @returns Whether there is a form yet. */
  fill(fields: Partial<DealFields>): boolean {
    if (!this.keeper || !this.#parts) return false;
    this.keeper.fill(this.#parts.valuesOf(fields, this.#locale()));
    return true;
  }

  set(path: string, value: string | boolean): void {
    this.#told = this.#told.filter(issue => issue.path !== path);
    this.keeper?.set(path, value);
    this.claim?.watch(this.values, this.registration?.id);
  }

  acceptTerms(version: string | null): void {
    this.acceptedTerms = version;
    this.#told = this.#told.filter(({path}) => path !== 'terms');
    this.#host.requestUpdate();
  }

  goTo(step: FormStep['id']): void {
    this.step = step;
    this.#host.requestUpdate();
  }

  /** Goes on to the next page. @returns Whether this one is in order. */
  next(): boolean {
    this.#attempted.add(this.step);
    const isClean = !this.issues.some(({path}) => this.stepOf(path) === this.step);
    this.#move(isClean ? 1 : 0);
    return isClean;
  }

  back(): void {
    this.#move(-1);
  }

  /** Submits what is filled in; it takes effect once, whatever becomes of the answer. */
  async submit(): Promise<SubmitOutcome> {
    const {keeper} = this;
    if (!keeper || this.isSubmitting) return 'failed';
    for (const {id} of this.steps) this.#attempted.add(id);
    this.#told = this.evidence?.isBusy ? [{path: 'evidence', code: 'uploading'}] : [];
    this.#host.requestUpdate();
    if (this.issues.length > 0) return 'incomplete';
    this.isSubmitting = true;
    this.refusal = undefined;
    try {
      const done = await this.#send(keeper);
      if (typeof done === 'string') return done;
      this.receipt = done.receipt;
      keeper.registration = done.registration;
      await keeper.forget();
      this.#host.dispatchEvent(new DealRegistrationSubmittedEvent(done.registration, done.receipt));
      return 'submitted';
    } catch (error) {
      this.refusal = error;
      this.#told = this.#parts?.toIssues(error) ?? [];
      return this.issues.length > 0 ? 'incomplete' : 'refused';
    } finally {
      this.isSubmitting = false;
      keeper.hold(keeper.isUncertain);
      this.#host.requestUpdate();
    }
  }

  /** Begins a new form; a draft that was not submitted stays in the list of drafts. */
  async startOver(): Promise<void> {
    this.#subject = {prefill: this.#subject.registrationId || this.#subject.leadOfferId || this.receipt ? {} : this.#subject.prefill};
    await this.keeper?.forget();
    this.setup.refresh();
    this.#again();
  }

  /** Reads everything again after a failure. */
  retry(): void {
    if (this.#host.portal?.status === 'failed') void this.#host.portal.start();
    else if (!this.setup.value) this.setup.refresh();
    else this.#again();
  }

  #move(by: number): void {
    const ids = this.steps.map(({id}) => id);
    this.goTo(ids[ids.indexOf(this.step) + by] ?? this.step);
  }

  async #send(keeper: DraftKeeper) {
    const {submitDeal, termsToAccept} = await this.#load();
    const portal = this.#portal;
    if (!portal) throw new TypeError('There is no portal.');
    const terms = () => this.setup.value && termsToAccept(this.setup.value.program, keeper.registration)?.version;
    return submitDeal({portal, keeper, terms, fields: () => this.fields, host: this.#host});
  }

  #load() {
    this.#code ??= import('./draft-parts.ts').then(parts => (this.#parts = parts));
    this.#code.catch(() => (this.#code = undefined));
    return this.#code;
  }

  async #open(portal: PortalController, subject: DealSubject): Promise<void> {
    try {
      const [{openForm}] = await Promise.all([this.#load(), this.#prepare()]);
      const opened = await openForm(portal, subject, {
        form: () => this.setup.value?.form ?? {fields: []},
        locale: this.#locale,
        types: this.setup.value?.form.registrationTypes ?? [],
        changed: () => this.#changed(),
      });
      const {keeper} = opened;
      if (subject !== this.#subject || portal !== this.#portal) return keeper.pause();
      Object.assign(this, opened);
      this.step = this.steps[0]?.id ?? 'customer';
      if (this.status === 'form') opened.claim.watch(this.values, this.registration?.id);
      if (keeper.isUncertain) await this.#resume(keeper);
    } catch (error) {
      if (subject === this.#subject) this.#openError = error;
    }
    this.#host.requestUpdate();
  }

  /** Asks again what became of a submission whose answer was lost, or makes one that waited; what was typed since then waits for a person. */
  async #resume(keeper: DraftKeeper): Promise<void> {
    this.step = 'review';
    if (keeper.isUncertain) keeper.hold(true);
    if (keeper.isDirty) return;
    this.acceptedTerms = (keeper.noted(':submitTerms') as string | null) ?? this.acceptedTerms;
    await keeper.note({':submitSoon': null});
    await this.submit();
  }

  #retry(): void {
    const {keeper} = this;
    if (keeper?.isUncertain) void this.#resume(keeper);
    else keeper?.retry();
    this.evidence?.retryAll();
  }

  async #refresh(): Promise<void> {
    if (!this.isSubmitting && !this.receipt) await this.keeper?.refresh();
  }

  #changed(): void {
    this.#host.requestUpdate();
    const {fields} = this;
    if (fields) this.#host.dispatchEvent(new DealRegistrationChangeEvent(fields, this.registration?.id ?? null));
  }

  #again(): void {
    this.claim?.close();
    this.evidence?.pause();
    this.keeper?.pause();
    this.keeper = this.claim = this.evidence = this.receipt = this.refusal = this.#openError = undefined;
    this.#isOpened = this.isContinued = false;
    this.acceptedTerms = null;
    this.#attempted.clear();
    this.#told = [];
    this.step = 'customer';
    this.#host.requestUpdate();
  }
}
