import type {DealFields, DealRegistration, Receipt} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {LiveQuery} from '../base/live-query.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import {nearestLang} from '../strings/locale.ts';
import type {ClaimWatch} from './claim-watch.ts';
import {DealRegistrationChangeEvent, DealRegistrationSubmittedEvent, DealRegistrationSubmitEvent} from './deal-registration.events.ts';
import {type DealRegistrationStatus, type DealSetup, type DealSubject, type FieldIssue, isOpenToChange, issuesOf, statusOf, termsToAccept, toIssues} from './deal-registration.model.ts';
import {type FormStep, stepsOf} from './deal-fields.model.ts';
import {toFields, type Values} from './deal-values.model.ts';
import type * as draftParts from './draft-parts.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {EvidenceUploads} from './evidence-uploads.ts';

/** What came of an attempt to submit. */
export type SubmitOutcome = 'submitted' | 'incomplete' | 'refused' | 'cancelled' | 'failed';

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
  readonly #host: PortalWidget;
  readonly #attempted = new Set<string>();
  #subject: DealSubject = {prefill: {}};
  #told: FieldIssue[] = [];
  #isOpened = false;
  #portal: PortalController | undefined;
  #code: Promise<typeof draftParts> | undefined;
  #openError: unknown;
  #stop: (() => void)[] = [];
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PortalWidget) {
    this.#host = host;
    host.addController(this);
    this.setup = new LiveQuery<[], DealSetup>(host, {
      args: () => [],
      async read({client}, _, signal) {
        const [form, program, counts] = await Promise.all([
          client.dealForm.get({}, {signal}),
          client.program.get({}, {signal}),
          // Only a hint: without it the form works as well.
          client.dealRegistrations.counts({}, {signal}).catch(() => undefined),
        ]);
        return {form, program, capacityLeft: counts?.capacityLeft ?? null};
      },
      refreshOn: ['deal_form', 'program'],
    });
  }

  hostConnected() {
    void this.#load().catch(() => undefined);
    this.keeper?.resume();
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
    if (this.#stop.length > 0) return;
    const retry = () => this.#retry();
    addEventListener('online', retry);
    this.#stop = [
      portal.subscribe(['deal_registration'], change => (!change || change.resourceId === this.keeper?.registration?.id) && this.#refreshSoon()),
      portal.client.session.subscribe(state => state === 'active' && retry()),
      portal.feed.onState(() => portal.live && retry()),
      () => removeEventListener('online', retry),
    ];
  }

  hostDisconnected() {
    for (const stop of this.#stop.splice(0)) stop();
    clearTimeout(this.#refreshTimer);
    this.claim?.close();
    this.evidence?.close();
    this.keeper?.pause();
  }

  get status(): DealRegistrationStatus {
    const {portal} = this.#host;
    const error = portal?.status === 'failed' ? portal.error : (this.#openError ?? (this.setup.value ? undefined : this.setup.error));
    if (error !== undefined) return statusOf(error);
    if (!portal?.ready || !this.keeper) return 'pending';
    const {registration} = this.keeper;
    if (this.receipt) return 'done';
    return isOpenToChange(registration) || this.isSubmitting ? 'form' : 'closed';
  }

  get error(): unknown {
    return this.#host.portal?.status === 'failed' ? this.#host.portal.error : (this.#openError ?? this.setup.error);
  }

  get values(): Values {
    return this.keeper?.values ?? {};
  }

  get registration(): DealRegistration | undefined {
    return this.keeper?.registration;
  }

  /** What is filled in, as the contract has it. */
  get fields(): DealFields | undefined {
    return this.setup.value && toFields(this.values, this.setup.value.form, this.#locale).fields;
  }

  get steps(): FormStep[] {
    return this.setup.value ? stepsOf(this.setup.value.form, this.values, this.#locale, this.registration) : [];
  }

  /** What has to be mended, as far as somebody asked to go on. */
  get issues(): FieldIssue[] {
    const known = new Set<string>();
    return [...this.#told, ...(this.keeper?.refusals ?? []), ...this.allIssues.filter(({path}) => this.#attempted.has(this.stepOf(path)))].filter(({path}) => !known.has(path) && known.add(path));
  }

  /** Everything that keeps it from being submitted, said or not. */
  get allIssues(): FieldIssue[] {
    const {value} = this.setup;
    return value && this.keeper ? issuesOf(value, this.values, this.#locale, this.registration, this.acceptedTerms) : [];
  }

  /** The page that a field is on. */
  stepOf(path: string): FormStep['id'] {
    const owner = path.startsWith('lines') ? 'lines' : path;
    return this.steps.find(({fields, more}) => fields.includes(owner) || more.includes(owner))?.id ?? 'review';
  }

  /** Opens a draft, a request for information, a lead, or a new form. The same subject again changes nothing. */
  show(subject: DealSubject): void {
    this.#subject = subject;
    this.#again();
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
    const at = this.steps.findIndex(({id}) => id === this.step);
    const isClean = !this.issues.some(({path}) => this.stepOf(path) === this.step);
    const next = this.steps[at + 1];
    if (isClean && next) this.step = next.id;
    this.#host.requestUpdate();
    return isClean;
  }

  back(): void {
    const at = this.steps.findIndex(({id}) => id === this.step);
    this.goTo(this.steps[at - 1]?.id ?? this.step);
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
      return await this.#submit(keeper);
    } catch (error) {
      this.refusal = error;
      this.#told = toIssues(error);
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
    const {portal} = this.#host;
    if (portal?.status === 'failed') return void portal.start();
    if (!this.setup.value) return this.setup.refresh();
    this.#again();
  }

  async #submit(keeper: DraftKeeper): Promise<SubmitOutcome> {
    const {portal} = this.#host;
    const {value} = this.setup;
    if (!portal || !value) return 'failed';
    const wasUncertain = keeper.isUncertain;
    // What was typed after a submission whose answer was lost: if it can be saved, that submission did not arrive, and cannot any more.
    if (!wasUncertain || keeper.isDirty) {
      keeper.hold(false);
      await keeper.ensure();
      const isSaved = await keeper.save();
      if (isSaved && wasUncertain) await keeper.note({':submitKey': null});
      if (!isSaved && !wasUncertain) throw keeper.error;
      if (keeper.refusals.length > 0) return 'incomplete';
    }
    const {registration} = keeper;
    const {fields} = this;
    if (!registration || !fields) return 'failed';
    if (!this.#host.dispatchEvent(new DealRegistrationSubmitEvent({registration, value: fields}))) return 'cancelled';
    keeper.hold(true);
    const {submitOnce} = await this.#load();
    const done = await submitOnce(portal, keeper, termsToAccept(value.program, registration)?.version);
    this.receipt = done.receipt;
    keeper.registration = done.registration;
    await keeper.forget();
    this.#host.dispatchEvent(new DealRegistrationSubmittedEvent(done.registration, done.receipt));
    return 'submitted';
  }

  #load() {
    this.#code ??= import('./draft-parts.ts').catch((error: unknown) => {
      this.#code = undefined;
      throw error;
    });
    return this.#code;
  }

  async #open(portal: PortalController, subject: DealSubject): Promise<void> {
    try {
      const {openDraft, ClaimWatch, EvidenceUploads} = await this.#load();
      const {keeper, receipt, isContinued} = await openDraft(portal, subject, {
        form: () => this.setup.value?.form ?? {fields: []},
        locale: () => this.#locale,
        types: this.setup.value?.form.registrationTypes ?? [],
        changed: () => this.#changed(),
      });
      if (subject !== this.#subject || portal !== this.#portal) return keeper.pause();
      const changed = () => this.#host.requestUpdate();
      Object.assign(this, {keeper, receipt, isContinued});
      this.claim = new ClaimWatch(portal, changed);
      this.evidence = new EvidenceUploads({
        portal,
        changed,
        ensure: () => keeper.ensure(),
        registration: () => keeper.registration,
        settled: evidence => {
          if (keeper.registration) keeper.take({...keeper.registration, evidence});
          this.#told = this.#told.filter(({path}) => path !== 'evidence');
        },
      });
      this.step = this.steps[0]?.id ?? 'customer';
      if (this.status === 'form') this.claim.watch(this.values, this.registration?.id);
      if (keeper.isUncertain) {
        keeper.hold(true);
        await this.#resume();
      }
    } catch (error) {
      if (subject === this.#subject) this.#openError = error;
    }
    this.#host.requestUpdate();
  }

  /** Asks again what became of a submission whose answer was lost. */
  async #resume(): Promise<void> {
    const {keeper} = this;
    if (!keeper) return;
    this.step = 'review';
    if (!keeper.isDirty) {
      this.acceptedTerms = (keeper.noted(':submitTerms') as string | null) ?? this.acceptedTerms;
      await this.submit();
    }
  }

  #retry(): void {
    const {keeper} = this;
    if (!keeper) return;
    if (keeper.isUncertain) void this.#resume();
    else keeper.retry();
    this.evidence?.retryAll();
  }

  #refreshSoon(): void {
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(async () => {
      const {portal} = this.#host;
      const {keeper} = this;
      const id = keeper?.registration?.id;
      if (!portal || !keeper || !id || this.isSubmitting || this.receipt) return;
      // Should it not come, the next change asks again.
      const newer = await portal.client.dealRegistrations.get({id}).catch(() => undefined);
      if (newer && keeper === this.keeper) keeper.take(newer);
    }, 300);
  }

  #changed(): void {
    this.#host.requestUpdate();
    const {fields} = this;
    if (fields) this.#host.dispatchEvent(new DealRegistrationChangeEvent(fields, this.registration?.id ?? null));
  }

  #again(): void {
    this.claim?.close();
    this.evidence?.close();
    this.keeper?.pause();
    this.#reset();
    this.#host.requestUpdate();
  }

  #reset(): void {
    this.keeper = this.claim = this.evidence = this.receipt = this.refusal = this.#openError = undefined;
    this.#isOpened = false;
    this.acceptedTerms = null;
    this.isContinued = false;
    this.#attempted.clear();
    this.#told = [];
    this.step = 'customer';
  }

  get #locale(): string {
    return nearestLang(this.#host);
  }
}
