import type {DealForm, DealRegistration, SimilarDeal} from '@portico/contract';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {dealReviewStrings} from '../../strings/deal-review.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {UiField} from '../../ui/field/field.ts';
import type {DealReviewActs} from '../deal-review.acts.ts';
import type {ReviewAct} from '../deal-review.calls.ts';
import type {ReviewInput} from '../deal-review.input.ts';
import {actionsOf, pendingStep, type Reader} from '../deal-review.model.ts';
import {renderActForm} from './act-form.view.ts';
import {findGap, questions} from './act.model.ts';
import {actDialogStyles} from './act-dialog.styles.ts';
import {BulkRun} from './bulk-run.ts';
import {renderChanges} from './changed.view.ts';
import {DoneEvent} from './dialog.events.ts';
import {renderReport} from './report.view.ts';

const dayMs = 86_400_000;
/** Acts whose heading counts the registrations. */
const counted = ['assign', 'take', 'request_info', 'approve', 'reject'] as const;

/**
 * Asks what is left to say about an act, carries it out on one registration or on many one by one, and says what was left as it was and why. What was filled in
 * stays until it took effect, also when somebody changed the registration meanwhile: then it says what.
 *
 * @tag portico-deal-review-act
 */
export class ActDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, actDialogStyles];

  @property({attribute: false}) act: ReviewAct = 'approve';
  /** The registrations as they were chosen. */
  @property({attribute: false}) chosen: readonly DealRegistration[] = [];
  @property({attribute: false}) reader: Reader = {id: undefined, isAdmin: false};
  /** What is known before anything is asked. */
  @property({attribute: false}) given: ReviewInput & {readonly preset?: boolean} = {};
  @property({attribute: false}) acts?: DealReviewActs;
  @property({attribute: false}) latest: (id: string) => DealRegistration | undefined = () => undefined;
  @property({attribute: false}) finished: (ids: readonly string[]) => void = () => {};

  /** The registrations as they are acted on: newer than chosen where somebody changed one meanwhile. */
  @state() private deals: readonly DealRegistration[] = [];
  @state() private input: ReviewInput & {readonly preset?: boolean} = {};
  @state() private busy = false;
  @state() private through = 0;
  @state() private problem = '';
  @state() private gap: string | undefined;
  /** The registration as it was when the dialog opened, once it was found changed. */
  @state() private earlier: DealRegistration | undefined;
  @state() private run: BulkRun | undefined;

  readonly #text = new Localize(this, dealReviewStrings);
  readonly #ready = new WordsReady(this, this.#text);

  readonly #form: LiveQuery<readonly [], DealForm> = new LiveQuery<readonly [], DealForm>(this, {
    args: () => (questions[this.act].asks === 'fields' ? [] : null),
    read: ({client}, _args, signal) => client.dealForm.get({}, {signal}),
    refreshOn: 'deal_form',
  });

  readonly #similar: LiveQuery<readonly [string], {items: SimilarDeal[]}> = new LiveQuery<readonly [string], {items: SimilarDeal[]}>(this, {
    args: () => (questions[this.act].asks === 'other' && this.deals[0] ? [this.deals[0].id] : null),
    read: ({client}, [id], signal) => client.dealReviews.similar({id}, {signal}),
    refreshOn: 'deal_registration',
    concerns: ({resourceId}) => resourceId === this.deals[0]?.id,
  });

  /** The registrations that allow the act. */
  get #possible(): readonly DealRegistration[] {
    return this.input.preset === true ? this.deals : this.deals.filter(deal => actionsOf(deal, this.reader).has(this.act));
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('chosen')) this.deals = this.chosen;
    if (changed.has('given')) this.input = this.act === 'delegate' ? {...this.given, stepId: pendingStep(this.deals[0]?.review ?? null)?.id} : this.given;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {run, busy, deals} = this;
    const possible = this.#possible;
    const many = deals.length > 1;
    const skipped = deals.length - possible.length;
    const isOver = run !== undefined && !busy;
    return html`<portico-ui-dialog open heading=${this.#heading(many ? possible.length : 1)} @portico-ui-dialog-close=${this.#onClose}>
      <form id="form" novalidate @submit=${this.#onSubmit}>
        ${
          isOver
            ? renderReport(run, text)
            : html`${this.#renderContent()} ${many && skipped > 0 && !run ? html`<p class="muted">${text.term('skipped', skipped)}</p>` : nothing}`
        }
        ${this.earlier && deals[0] ? renderChanges(this.earlier, deals[0], possible.length > 0, text) : nothing}
        <p class="problem" aria-live="assertive">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
        <p class="muted figures" role="status">${busy && many ? text.term('doneOf', text.number(this.through), text.number(possible.length)) : nothing}</p>
      </form>
      ${isOver ? this.#renderReportActions(run) : this.#renderActions(possible.length === 0, many)}
    </portico-ui-dialog>`;
  }

  #heading(count: number): string {
    const {act: action} = this;
    const known = counted.find(each => each === action);
    if (known) return this.#text.term(`title_${known}`, count);
    return this.#text.term(`title_${action as Exclude<ReviewAct, (typeof counted)[number] | 'send_for_approval' | 'confirm_win'>}`);
  }

  #renderContent() {
    const {act: action, deals, input, portal} = this;
    return renderActForm({
      text: this.#text,
      action,
      deals,
      input,
      form: this.#form.value,
      similar: this.#similar.value?.items,
      portal,
      firstDay: new Date((portal?.now() ?? 0) + dayMs).toISOString().slice(0, 10),
      gap: this.gap,
      set: change => this.#set(change),
      toggleField: (name, isOn) => {
        const others = (this.input.fields ?? []).filter(each => each !== name);
        this.#set({fields: isOn ? [...others, name] : others});
      },
    });
  }

  #renderActions(isImpossible: boolean, many: boolean) {
    const text = this.#text;
    const {act: action, busy} = this;
    return html`<button class="button" slot="actions" type="button" @click=${busy && many ? () => this.run?.stop() : this.#leave}>
        ${text.term(busy && many ? 'stopBulk' : 'cancelDialog')}
      </button>
      <portico-ui-button slot="actions" variant=${questions[action].tone ?? 'primary'} ?busy=${busy} ?disabled=${isImpossible} @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}>
        ${text.term(`confirm_${action as Exclude<ReviewAct, 'send_for_approval' | 'confirm_win'>}`)}
      </portico-ui-button>`;
  }

  #renderReportActions(run: BulkRun) {
    const text = this.#text;
    return html`${
        run.failures.length > 0 ? html`<button class="button" slot="actions" type="button" @click=${this.#onRetry}>${text.term('retryFailed', run.failures.length)}</button>` : nothing
      }<button class="button" slot="actions" type="button" data-variant="primary" @click=${this.#leave}>${text.term('closeDone')}</button>`;
  }

  #set(change: Partial<ReviewInput>) {
    this.input = {...this.input, ...change};
    this.gap = undefined;
  }

  readonly #leave = () => {
    if (this.busy) return;
    const {run} = this;
    if (run) this.finished(run.done);
    this.dispatchEvent(new DoneEvent());
  };

  readonly #onClose = (event: Event) => {
    // What is under way is seen to its end.
    if (this.busy) event.preventDefault();
    else this.#leave();
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {acts, act: action, input} = this;
    const possible = this.#possible;
    if (this.busy || this.run || !acts || possible.length === 0) return;
    if (!(await this.#check()) || !acts.allow(action, possible, {...input, preset: undefined})) return;
    this.problem = '';
    this.busy = true;
    if (this.deals.length > 1) await this.#sendAll(acts, possible);
    else await this.#sendOne(acts, possible[0] as DealRegistration);
  };

  /** Says what is missing and puts the focus there. */
  async #check(): Promise<boolean> {
    const fields = [...this.renderRoot.querySelectorAll<UiField>('form > portico-ui-field')];
    const valid = await Promise.all(fields.map(field => field.validate()));
    const gap = findGap(this.act, this.input);
    const said = {person: 'choosePerson', partner: 'choosePartner', fields: 'chooseField', other: 'chooseOther'} as const;
    if (gap !== undefined && gap in said) {
      this.gap = this.#text.term(said[gap as keyof typeof said]);
      this.renderRoot.querySelector<HTMLElement>('portico-deal-review-picker, fieldset input')?.focus();
      return false;
    }
    const wrong = fields[valid.indexOf(false)];
    wrong?.focus();
    return wrong === undefined && gap === undefined;
  }

  async #sendOne(acts: DealReviewActs, deal: DealRegistration) {
    const {comment, ...rest} = this.input;
    const outcome = await acts.run(this.act, deal, {...rest, ...(comment?.trim() && {comment: comment.trim()})});
    this.busy = false;
    if ('deal' in outcome) {
      this.finished([deal.id]);
      this.dispatchEvent(new DoneEvent());
      return;
    }
    // A page that cancelled the error says it itself; the words stay here either way.
    this.problem = outcome.sentence;
    if (!outcome.current) return;
    this.earlier = deal;
    this.deals = [outcome.current];
    await this.#refreshCase();
  }

  /** A case has a version of its own. */
  async #refreshCase() {
    const {conflict} = this.input;
    if (conflict) this.#set({conflict: (await this.portal?.client.conflictCases.get({id: conflict.id}).catch(() => conflict)) ?? conflict});
  }

  async #sendAll(acts: DealReviewActs, possible: readonly DealRegistration[]) {
    const {comment, ...rest} = this.input;
    // The registrations as they were chosen: rows change while the acts are under way.
    this.deals = possible;
    this.run = new BulkRun(acts, this.act, {...rest, ...(comment?.trim() && {comment: comment.trim()})}, Math.floor(this.portal?.now() ?? 0));
    this.through = 0;
    await this.run.run(possible, through => (this.through = through), this.#text.term('notSent'));
    this.#endRun();
  }

  readonly #onRetry = async () => {
    if (!this.run || this.busy) return;
    this.busy = true;
    this.through = 0;
    this.deals = this.run.failures.map(({deal}) => this.latest(deal.id) ?? deal);
    await this.run.retry(this.latest, through => (this.through = through), this.#text.term('notSent'));
    this.#endRun();
  };

  #endRun() {
    this.busy = false;
    if (this.run?.failures.length === 0) this.#leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-deal-review-act': ActDialog;
  }
}
