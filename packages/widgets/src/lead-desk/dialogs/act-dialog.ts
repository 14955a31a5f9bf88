import type {Lead} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {leadDeskDetailStrings} from '../../strings/lead-desk-detail.strings.ts';
import {leadDeskDialogsStrings} from '../../strings/lead-desk-dialogs.strings.ts';
import {leadDeskStrings} from '../../strings/lead-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {ButtonVariant} from '../../ui/button/button.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {UiDialog} from '../../ui/dialog/dialog.ts';
import type {LeadDeskActs, Outcome} from '../lead-desk.acts.ts';
import {actionsOf} from '../lead-desk.actions.ts';
import type {LeadDeskAction} from '../lead-desk.model.ts';
import {dialogFormStyles} from './act-dialog.styles.ts';
import {DoneEvent} from './dialog.events.ts';

interface Failure {
  readonly lead: Lead;
  readonly sentence: string;
}

/**
 * A dialog that asks what is left to say about an act, carries it out on one lead or many, and says what was left as it was and why. What was filled in
 * stays until it took effect.
 */
export abstract class ActDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, dialogFormStyles];

  @property() kind: Exclude<LeadDeskAction, 'create' | 'note'> = 'withdraw';
  @property({attribute: false}) leads: readonly Lead[] = [];
  @property({attribute: false}) acts?: LeadDeskActs;

  @state() private busy = false;
  @state() private done = 0;
  @state() private failures: readonly Failure[] | undefined;
  /** Why the act on a single lead did not take effect. */
  @state() protected problem: {readonly code: string; readonly sentence: string; readonly detail: string | undefined} | undefined;

  protected readonly text = new Localize(this, leadDeskStrings);
  protected readonly facts = new Localize(this, leadDeskDetailStrings);
  protected readonly words = new Localize(this, leadDeskDialogsStrings);
  readonly #ready = new WordsReady(this, this.words, this.facts);

  /** The leads whose status allows the act. */
  protected get possible(): readonly Lead[] {
    return this.leads.filter(lead => actionsOf(lead).has(this.kind));
  }

  protected abstract renderForm(): TemplateResult | typeof nothing;
  /** What was filled in, or `undefined` when something is missing; the form then says what. */
  protected abstract readInput(): Promise<object | undefined>;
  protected abstract perform(lead: Lead, input: object): Promise<Outcome>;
  protected abstract renderConfirm(): {readonly label: string; readonly variant: ButtonVariant; readonly size?: UiDialog['size']};
  /** Called when a single lead's act took effect. */
  protected succeeded(_lead: Lead): void {}

  protected override render() {
    if (!this.#ready.done) return nothing;
    const {text, words, leads, possible, failures} = this;
    const {label, variant, size = 'normal'} = this.renderConfirm();
    const skipped = leads.length - possible.length;
    const heading = this.kind === 'update' || this.kind === 'reoffer' ? words.term(`title_${this.kind}`) : words.term(`title_${this.kind}`, possible.length);
    return html`<portico-ui-dialog open heading=${heading} size=${size} @portico-ui-dialog-close=${this.#onClose}>
      <form id="form" novalidate @submit=${this.#onSubmit}>
        ${failures === undefined ? html`${this.renderForm()} ${skipped > 0 ? html`<p class="muted">${words.term('skipped', skipped)}</p>` : nothing}` : this.#renderReport(failures)}
        <p class="problem" aria-live="assertive">
          ${this.problem?.sentence ? html`${dangerIcon()}<span>${this.problem.sentence}${this.problem.detail ? html` ${this.problem.detail}` : nothing}</span>` : nothing}
        </p>
        <p class="muted figures" role="status">${this.busy && possible.length > 1 ? words.term('doneOf', text.number(this.done), text.number(possible.length)) : nothing}</p>
      </form>
      ${
        failures === undefined
          ? html`<button class="button" slot="actions" type="button" @click=${this.#onCancel}>${words.term('cancel')}</button>
              <portico-ui-button slot="actions" variant=${variant} ?busy=${this.busy} @click=${() => this.#form?.requestSubmit()}>${label}</portico-ui-button>`
          : html`<button class="button" slot="actions" type="button" data-variant="primary" @click=${this.#onCancel}>${words.term('close_done')}</button>`
      }
    </portico-ui-dialog>`;
  }

  #renderReport(failures: readonly Failure[]) {
    const {words} = this;
    const done = this.possible.length - failures.length;
    return html`${done > 0 ? html`<p>${words.term('allDone', done)}</p>` : nothing}
      <p>${words.term('notDone', failures.length)}</p>
      <ul class="report" tabindex="0" aria-label=${words.term('notDone', failures.length)}>
        ${failures.map(({lead, sentence}) => html`<li><strong dir="auto">${lead.title}</strong><span class="muted">${sentence}</span></li>`)}
      </ul>`;
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  readonly #onCancel = () => {
    if (!this.busy) this.dispatchEvent(new DoneEvent());
  };

  readonly #onClose = (event: Event) => {
    // What is under way is seen to its end.
    if (this.busy) event.preventDefault();
    else this.dispatchEvent(new DoneEvent());
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {acts, possible} = this;
    if (this.busy || !acts || possible.length === 0) return;
    const input = await this.readInput();
    if (!input || !acts.allow(this.kind, possible, input)) return;
    this.problem = undefined;
    this.busy = true;
    this.done = 0;
    // The leads as they were chosen: rows change while the acts are under way.
    this.leads = possible;
    const outcomes = await acts.all(possible, lead => this.perform(lead, input), done => (this.done = done));
    this.busy = false;
    this.#report(possible, outcomes);
  };

  #report(leads: readonly Lead[], outcomes: readonly Outcome[]) {
    const failures = outcomes.flatMap((outcome, at) => (outcome && 'sentence' in outcome ? [{lead: leads[at] as Lead, sentence: outcome.sentence}] : []));
    const [first] = outcomes;
    if (failures.length === 0) {
      this.dispatchEvent(new DoneEvent());
      if (leads.length === 1 && first && 'lead' in first) this.succeeded(first.lead);
    } else if (leads.length === 1 && first && 'sentence' in first) {
      this.problem = first;
    } else {
      this.failures = failures;
    }
  }
}
