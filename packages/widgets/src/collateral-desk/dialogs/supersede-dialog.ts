import {ApiError} from '@portico/client';
import type {Asset} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {latestNumber} from '../collateral-desk.model.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {DoneEvent} from './dialog.events.ts';
import {dialogStyles} from './dialog.styles.ts';
import {supersedeStyles} from './supersede.styles.ts';

const searchPauseMs = 250;
const most = 20;

/**
 * Asks what takes the place of a published piece: one of the others that are published, found by their words. Inside the desk only.
 *
 * @tag portico-collateral-desk-supersede
 */
export class SupersedeDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, dialogStyles, supersedeStyles];

  @property({attribute: false}) asset?: Asset;
  @property({attribute: false}) acts?: CollateralDeskActs;

  @state() private q = '';
  @state() private chosen: Asset | undefined;
  @state() private problem = '';
  @state() private busy = false;

  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #found = new LiveQuery<[string], readonly Asset[]>(this, {
    args: () => [this.q],
    read: async ({client}, [q], signal) => (await client.assets.list({status: ['published'], sort: q ? 'relevance' : 'newest', limit: most + 1, ...(q && {q})}, {signal})).items.filter(({id}) => id !== this.asset?.id).slice(0, most),
    refreshOn: 'asset',
  });
  #shown: readonly Asset[] | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const {asset, busy, chosen} = this;
    if (!this.#ready.done || !asset) return nothing;
    const text = this.#text;
    // While another search runs the last one stays, and what was chosen always does.
    this.#shown = this.#found.value ?? this.#shown;
    const items = this.#shown && (chosen && !this.#shown.some(({id}) => id === chosen.id) ? [chosen, ...this.#shown] : this.#shown);
    return html`<portico-ui-dialog open heading=${text.term('title_supersede')} @portico-ui-dialog-close=${this.#onClose}>
      <form id="form" novalidate @submit=${this.#onSubmit}>
        <p><strong dir="auto" translate="no">${asset.title}</strong></p>
        <p>${text.term('supersedeText')}</p>
        <portico-ui-field autofocus kind="search" label=${text.term('supersedeSearch')} @input=${this.#onSearch}></portico-ui-field>
        <fieldset>
          <legend>${text.term('supersedeBy')}</legend>
          ${items ? nothing : this.#found.error === undefined ? html`<portico-ui-skeleton rows="3"></portico-ui-skeleton>` : html`<p class="muted">${explainProblem(this.#found.error, text)}</p>`}
          ${items?.length === 0 ? html`<p class="muted" role="status">${text.term('supersedeNone')}</p>` : nothing}
          <div class="choices">${items?.map(each => this.#renderChoice(each))}</div>
        </fieldset>
        <p class="problem" aria-live="assertive">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
      </form>
      <button class="button" slot="actions" type="button" @click=${this.#leave}>${text.term('cancelDialog')}</button>
      <portico-ui-button slot="actions" variant="primary" ?busy=${busy} @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}>${text.term('confirm_supersede')}</portico-ui-button>
    </portico-ui-dialog>`;
  }

  #renderChoice(each: Asset) {
    const text = this.#text;
    const number = latestNumber(each);
    return html`<label class="choice">
      <input type="radio" name="next" .checked=${live(each.id === this.chosen?.id)} @change=${() => this.#choose(each)} />
      <span><bdi translate="no">${each.title}</bdi> <span class="muted">${text.term(`type_${each.type}`)}${number === undefined ? nothing : html` · ${text.term('versionNumber', text.number(number))}`}</span></span>
    </label>`;
  }

  #choose(asset: Asset) {
    this.chosen = asset;
    this.problem = '';
  }

  readonly #onSearch = (event: Event) => {
    const {value} = event.target as UiField;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.q = value.trim()), searchPauseMs);
  };

  readonly #leave = () => {
    if (!this.busy) this.dispatchEvent(new DoneEvent());
  };

  readonly #onClose = (event: Event) => {
    if (this.busy) event.preventDefault();
    else this.#leave();
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {acts, asset, chosen} = this;
    if (this.busy || !acts || !asset) return;
    if (!chosen) {
      this.problem = this.#text.term('supersedeMissing');
      return;
    }
    const input = {replacedById: chosen.id};
    if (!acts.allow('supersede', [asset], input)) return;
    this.busy = true;
    this.problem = '';
    try {
      acts.take('supersede', await acts.client.assets.supersede({id: asset.id, version: asset.version, ...input}));
      this.dispatchEvent(new DoneEvent());
    } catch (error) {
      this.problem = explainProblem(error, this.#text);
      // Another try is on what is there now.
      if (error instanceof ApiError && error.code === 'version_conflict') this.asset = await acts.client.assets.get({id: asset.id}).catch(() => asset);
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-supersede': SupersedeDialog;
  }
}
