import type {DealRegistration} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {Drafts} from '../../base/drafts.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {dealReviewStrings} from '../../strings/deal-review.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {lockIcon} from '../../ui/icon/icons.ts';
import type {DealReviewActs} from '../deal-review.acts.ts';
import {explainProblem} from '../deal-review.words.ts';
import {noteStyles} from './note-composer.styles.ts';

/**
 * Where vendor staff write on a registration. A note is internal until somebody says otherwise, and internal again after each one; the button says who will read
 * it. What is typed stays with the registration until it was sent. Inside the desk only.
 *
 * @tag portico-deal-review-note
 */
export class NoteComposer extends PortalWidget {
  static override shadowRootOptions: ShadowRootInit = {...PortalWidget.shadowRootOptions, delegatesFocus: true};
  static override styles = [sharedStyles, buttonStyles, noteStyles];

  @property({attribute: false}) deal?: DealRegistration;
  @property({attribute: false}) acts?: DealReviewActs;

  @state() private internal = true;
  @state() private busy = false;
  @state() private problem: string | undefined;

  readonly #text = new Localize(this, dealReviewStrings);
  readonly #drafts = new Drafts(this);

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('deal') || changed.get('deal')?.id === this.deal?.id) return;
    this.internal = true;
    this.problem = undefined;
  }

  protected override render() {
    const text = this.#text;
    const {deal, internal} = this;
    if (!deal) return nothing;
    const body = this.#body;
    const partner = deal.partnerOrg.name;
    return html`<form class="note" ?data-internal=${internal} @submit=${this.#onSubmit}>
      <label class="visually-hidden" for="body">${text.term('writeNote')}</label>
      <textarea
        id="body"
        rows=${body ? 4 : 2}
        maxlength="4000"
        placeholder=${text.term('writeNote')}
        aria-describedby="problem"
        .value=${live(body)}
        @input=${(event: InputEvent) => this.#type((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div class="foot">
        <fieldset class="segments">
          <legend class="visually-hidden">${text.term('whoReads')}</legend>
          ${this.#segment(true, text.term('onlyUs'))} ${this.#segment(false, text.term('alsoPartner', partner))}
        </fieldset>
        <button class="button send" type="submit" ?disabled=${body.trim() === ''} aria-disabled=${this.busy ? 'true' : nothing}>
          ${internal ? html`${lockIcon()}${text.term('saveInternal')}` : html`<bdi class="clip">${text.term('sendShared', partner)}</bdi>`}
        </button>
      </div>
      <p class="problem" id="problem" aria-live="polite">${this.problem ?? nothing}</p>
    </form>`;
  }

  #segment(internal: boolean, label: string) {
    return html`<label class="segment">
      <input type="radio" name="who" .checked=${live(this.internal === internal)} @change=${() => (this.internal = internal)} />
      <span>${internal ? lockIcon() : nothing}<bdi class="clip">${label}</bdi></span>
    </label>`;
  }

  get #form(): string {
    return `deal-review-note ${this.deal?.id ?? ''}`;
  }

  get #body(): string {
    const {body} = this.#drafts.read(this.#form);
    return typeof body === 'string' ? body : '';
  }

  #type(body: string) {
    this.#drafts.write(this.#form, {body});
    this.requestUpdate();
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {deal, acts, internal} = this;
    const form = this.#form;
    const body = this.#body.trim();
    const note = {kind: 'note', body, internal} as const;
    if (!deal || !acts || this.busy || body === '' || !acts.allow('note', [deal], note)) return;
    this.busy = true;
    this.problem = undefined;
    try {
      await acts.note(deal, note);
      this.#drafts.clear(form);
      this.internal = true;
    } catch (error) {
      // The words stay where they are.
      this.problem = explainProblem(error, this.#text);
    } finally {
      this.busy = false;
    }
  };
}
