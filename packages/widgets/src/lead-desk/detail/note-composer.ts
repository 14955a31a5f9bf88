import type {Lead, LoggedKind} from '@portico/contract';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {leadDeskDetailStrings} from '../../strings/lead-desk-detail.strings.ts';
import {leadDeskStrings} from '../../strings/lead-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {lockIcon} from '../../ui/icon/icons.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import {explainProblem} from '../lead-desk.words.ts';
import {noteStyles} from './note-composer.styles.ts';
import {hasOpenOffer} from '../lead-desk.model.ts';

const kinds = ['note', 'call', 'mail', 'meeting'] as const satisfies readonly LoggedKind[];

/**
 * Where vendor staff write on a lead. A note is internal until somebody says otherwise, goes back to internal after each one, and words that were begun
 * as internal are shared only after a second question. The button says who will read it. Inside the desk only.
 *
 * @tag portico-lead-desk-note
 */
export class NoteComposer extends LitElement {
  static override styles = [sharedStyles, buttonStyles, noteStyles];

  @property({attribute: false}) lead?: Lead;
  @property({attribute: false}) acts?: LeadDeskActs;
  /** Name of the vendor, whose people read internal notes. */
  @property() vendor = '';

  @state() private body = '';
  @state() private kind: LoggedKind = 'note';
  @state() private internal = true;
  /** Waits for the second answer before internal words are shared. */
  @state() private asking = false;
  @state() private busy = false;
  @state() private problem: string | undefined;

  readonly #text = new Localize(this, leadDeskStrings);
  readonly #words = new Localize(this, leadDeskDetailStrings);
  /** What was begun on other leads, so that looking elsewhere loses nothing. */
  readonly #drafts = new Map<string, {body: string; kind: LoggedKind}>();

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('lead');
    // The partner who was to read it is gone.
    if (!this.#partner) {
      this.internal = true;
      this.asking = false;
    }
    if (!before || before.id === this.lead?.id) return;
    if (this.body) this.#drafts.set(before.id, {body: this.body, kind: this.kind});
    else this.#drafts.delete(before.id);
    const draft = this.#drafts.get(this.lead?.id ?? '');
    this.body = draft?.body ?? '';
    this.kind = draft?.kind ?? 'note';
    this.internal = true;
    this.asking = false;
    this.problem = undefined;
  }

  protected override render() {
    const words = this.#words;
    const partner = this.#partner;
    const help = this.internal ? words.term('onlyUsHelp', this.vendor) : words.term('sharedHelp', partner);
    return html`<form class="note" ?data-internal=${this.internal} @submit=${this.#onSubmit}>
      <label class="visually-hidden" for="body">${words.term('writeNote')}</label>
      <textarea
        id="body"
        rows=${this.body ? 4 : 2}
        maxlength="4000"
        placeholder=${words.term('writeNote')}
        aria-describedby="help problem"
        .value=${live(this.body)}
        @input=${(event: InputEvent) => (this.body = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div class="foot">
        ${
          partner
            ? html`<fieldset class="segments">
                <legend class="visually-hidden">${words.term('whoReads')}</legend>
                ${this.#segment(true, words.term('onlyUs'))} ${this.#segment(false, words.term('withThePartner', partner))}
              </fieldset>`
            : nothing
        }
        <label class="kind">
          <span class="visually-hidden">${words.term('noteKind')}</span>
          <select .value=${live(this.kind)} @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as LoggedKind)}>
            ${kinds.map(kind => html`<option value=${kind} ?selected=${kind === this.kind}>${words.term(`kind_${kind}`)}</option>`)}
          </select>
        </label>
        <button class="button send" type="submit" ?disabled=${this.body.trim() === '' || this.asking} aria-disabled=${this.busy ? 'true' : nothing}>
          ${this.internal ? html`${lockIcon()}${words.term('saveInternal')}` : words.term('sendShared', partner)}
        </button>
      </div>
      ${
        this.asking
          ? html`<div class="ask" role="alertdialog" aria-labelledby="ask">
              <p id="ask">${words.term('confirmShare', partner)}</p>
              <button class="button" type="button" id="keep" @click=${() => this.#answer(false)}>${words.term('keepInternal')}</button>
              <button class="button" type="button" data-variant="quiet" @click=${() => this.#answer(true)}>${words.term('shareIt')}</button>
            </div>`
          : nothing
      }
      <p class="muted small" id="help">${help}</p>
      <p class="problem" id="problem" aria-live="polite">${this.problem ?? nothing}</p>
    </form>`;
  }

  #segment(internal: boolean, label: string) {
    return html`<label class="segment">
      <input type="radio" name="who" .checked=${live(this.internal === internal)} @change=${() => this.#choose(internal)} />
      <span>${internal ? lockIcon() : nothing}<span class="clip">${label}</span></span>
    </label>`;
  }

  get #partner(): string {
    const {lead} = this;
    return lead && hasOpenOffer(lead) ? (lead.offer?.partnerOrg.name ?? '') : '';
  }

  #choose(internal: boolean) {
    if (internal || this.body.trim() === '') {
      this.internal = internal;
      this.asking = false;
      return;
    }
    this.asking = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#keep')?.focus());
  }

  #answer(share: boolean) {
    this.internal = !share;
    this.asking = false;
    this.renderRoot.querySelector<HTMLElement>('#body')?.focus();
  }

  async #onSubmit(event: Event) {
    event.preventDefault();
    const {lead, acts, kind, internal} = this;
    const body = this.body.trim();
    if (!lead || !acts || this.busy || body === '' || this.asking || !acts.allow('note', [lead], {kind, body, internal})) return;
    this.busy = true;
    this.problem = undefined;
    try {
      await acts.note(lead, {kind, body, internal});
      this.#drafts.delete(lead.id);
      if (this.lead?.id === lead.id) this.body = '';
      this.internal = true;
    } catch (error) {
      // The words stay where they are.
      this.problem = explainProblem(error, this.#text);
    } finally {
      this.busy = false;
    }
  }
}
