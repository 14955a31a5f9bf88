import {ApiError} from '@portico/client';
import type {Asset, AssetFolder} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {DoneEvent} from '../dialogs/dialog.events.ts';
import {dialogStyles} from '../dialogs/dialog.styles.ts';
import {toPlaces} from './folder-tree.model.ts';

const none = 'none';

/**
 * Puts pieces into a folder. Inside the desk only.
 *
 * @tag portico-collateral-desk-move
 */
export class MoveDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, dialogStyles];

  @property({attribute: false}) assets: readonly Asset[] = [];
  @property({attribute: false}) folders: readonly AssetFolder[] = [];
  @property({attribute: false}) acts?: CollateralDeskActs;
  @property({attribute: false}) finished: () => void = () => {};

  /** Empty until somebody chose; `none` for no folder. */
  @state() private place = '';
  @state() private busy = false;
  @state() private problem = '';

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  /** Those that are where they should be, should only some get there. */
  readonly #moved = new Set<string>();

  protected override willUpdate(changed: PropertyValues<this>) {
    const [first, ...others] = this.assets;
    // Where they all are already is where the choice begins.
    if (changed.has('assets') && !this.hasUpdated) this.place = first && others.every(({folderId}) => folderId === first.folderId) ? (first.folderId ?? none) : '';
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const possible = this.#possible;
    const left = this.assets.length - possible.length;
    return html`<portico-ui-dialog open heading=${text.term('moveTitle', possible.length)} @portico-ui-dialog-close=${(event: Event) => (this.busy ? event.preventDefault() : this.dispatchEvent(new DoneEvent()))}>
      <form novalidate @submit=${(event: Event) => void this.#onSubmit(event)}>
        <portico-ui-field autofocus name="folder" kind="select" required label=${text.term('moveFolder')} .options=${[{value: none, label: text.term('noFolder')}, ...toPlaces(this.folders, text.lang())]} .value=${this.place} @change=${(event: Event) => (this.place = (event.target as UiField).value)}></portico-ui-field>
        ${left > 0 ? html`<p class="muted">${text.term('moveSome', left)}</p>` : nothing}
        <p class="problem" aria-live="assertive">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
      </form>
      <button class="button" slot="actions" type="button" @click=${() => this.dispatchEvent(new DoneEvent())}>${text.term('cancelDialog')}</button>
      <portico-ui-button slot="actions" variant="primary" ?busy=${this.busy} @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}>${text.term('moveConfirm')}</portico-ui-button>
    </portico-ui-dialog>`;
  }

  /** What was looked at would have to be looked at again: that stays where it is. */
  get #possible(): readonly Asset[] {
    return this.assets.filter(({actions}) => actions.includes('update'));
  }

  async #onSubmit(event: Event) {
    event.preventDefault();
    const {acts} = this;
    const field = this.renderRoot.querySelector<UiField>('[name=folder]');
    if (!field || !(await field.validate())) return field?.focus();
    const folderId = this.place === none ? null : this.place;
    if (!acts || this.busy || !acts.allow('edit', this.#possible, {folderId})) return;
    this.busy = true;
    this.problem = '';
    for (const asset of this.#possible) {
      if (this.#moved.has(`${asset.id} ${folderId}`)) continue;
      try {
        acts.take('edit', await move(acts, asset, folderId));
        this.#moved.add(`${asset.id} ${folderId}`);
      } catch (error) {
        this.problem = explainProblem(error, this.#text);
      }
    }
    this.busy = false;
    if (this.problem) return;
    this.finished();
    this.dispatchEvent(new DoneEvent());
  }
}

/** Where it lies has nothing to do with what somebody else may have changed meanwhile. */
async function move({client}: CollateralDeskActs, {id, version}: Asset, folderId: string | null): Promise<Asset> {
  try {
    return await client.assets.update({id, version, folderId});
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'version_conflict') throw error;
    return client.assets.update({id, version: (await client.assets.get({id})).version, folderId});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-move': MoveDialog;
  }
}
