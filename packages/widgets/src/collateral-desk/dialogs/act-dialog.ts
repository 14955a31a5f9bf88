import type {Asset, AssetVersion} from '@portico/contract';
import {html, nothing} from 'lit';
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
import {DoneEvent} from './dialog.events.ts';
import {dialogStyles} from './dialog.styles.ts';

/** Acts that are asked about first. */
export type AskedAct = 'recall' | 'request_changes' | 'archive';

/**
 * Asks what is left to say about an act: why something is recalled, and how many hold a copy of it; what is wanted changed; whether it is really to be put away.
 * Inside the desk only.
 *
 * @tag portico-collateral-desk-act
 */
export class ActDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, dialogStyles];

  @property() act: AskedAct = 'recall';
  @property({attribute: false}) assets: readonly Asset[] = [];
  /** Recalls this version alone. */
  @property({attribute: false}) assetVersion?: AssetVersion | undefined;
  @property({attribute: false}) acts?: CollateralDeskActs;
  @property({attribute: false}) finished: () => void = () => {};

  @state() private busy = false;
  @state() private reason = '';
  @state() private problem = '';
  /** How many hold a copy of this version; `undefined` until it is known. */
  @state() private holders: number | undefined;

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);

  protected override firstUpdated() {
    void this.#countHolders();
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {act: action, assets, busy} = this;
    const [first] = assets;
    const name = assets.length === 1 ? (first?.title ?? '') : text.term('assetCount', assets.length);
    const heading = this.assetVersion ? text.term('title_recall_version', text.number(this.assetVersion.number)) : text.term(`title_${action}`);
    return html`<portico-ui-dialog open heading=${heading} @portico-ui-dialog-close=${this.#onClose}>
      <form id="form" novalidate @submit=${this.#onSubmit}>
        <p><strong dir="auto" translate="no">${name}</strong></p>
        ${action === 'recall' ? this.#renderWarning() : nothing} ${action === 'archive' ? html`<p>${text.term('archiveText')}</p>` : nothing}
        ${
          action === 'archive'
            ? nothing
            : html`<portico-ui-field
                autofocus
                kind="textarea"
                required
                label=${text.term(action === 'recall' ? 'reason' : 'comment')}
                help=${text.term(action === 'recall' ? 'reasonHelp' : 'commentHelp')}
                max-length=${action === 'recall' ? 1000 : 2000}
                .value=${this.reason}
                @input=${(event: Event) => (this.reason = (event.target as UiField).value)}
              ></portico-ui-field>`
        }
        <p class="problem" aria-live="assertive">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
      </form>
      <button class="button" slot="actions" type="button" @click=${this.#leave}>${text.term('cancelDialog')}</button>
      <portico-ui-button slot="actions" variant=${action === 'request_changes' ? 'primary' : 'danger'} ?busy=${busy} @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}>${text.term(`confirm_${action}`)}</portico-ui-button>
    </portico-ui-dialog>`;
  }

  #renderWarning() {
    const text = this.#text;
    const count = this.assetVersion ? this.holders : this.assets.reduce((sum, {holders}) => sum + (holders?.partnerOrgs ?? 0), 0);
    return html`<p class="warning" role="status">${count === undefined ? nothing : count > 0 ? text.term('copiesOut', count) : text.term('noCopiesOut')} ${text.term('recallText')}</p>`;
  }

  /** Of one version: who has it at all. Counts on while somebody writes the reason. */
  async #countHolders() {
    const {assetVersion, acts} = this;
    if (!assetVersion || !acts) return;
    const holders = new Set<string>();
    try {
      for (let cursor: string | undefined; this.isConnected; ) {
        const {items, page} = await acts.client.assetVersions.holders({assetId: assetVersion.assetId, limit: 100, ...(cursor && {cursor})});
        for (const {versionId, partnerOrg} of items) if (versionId === assetVersion.id) holders.add(partnerOrg.id);
        this.holders = holders.size;
        if (page.next === null) return;
        cursor = page.next;
      }
    } catch {
      // The warning stands without a figure, or with as many as are known.
    }
  }

  readonly #leave = () => {
    if (!this.busy) this.dispatchEvent(new DoneEvent());
  };

  readonly #onClose = (event: Event) => {
    if (this.busy) event.preventDefault();
    else this.#leave();
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {acts, act: action, assets, assetVersion} = this;
    const field = this.renderRoot.querySelector<UiField>('form > portico-ui-field');
    if (this.busy || !acts) return;
    if (field && !(await field.validate())) return field.focus();
    this.busy = true;
    this.problem = '';
    const reason = this.reason.trim();
    if (assetVersion) await this.#recallVersion(acts, assetVersion, reason);
    else if (assets.length === 1 && assets[0]) await this.#actOnOne(acts, assets[0], reason);
    else {
      await acts.runAll(action, assets, reason);
      this.#end();
    }
    this.busy = false;
  };

  /** What was typed stays until it took effect. */
  async #actOnOne(acts: CollateralDeskActs, asset: Asset, reason: string) {
    if (!acts.allow(this.act, [asset], reason ? {reason} : {})) return;
    const refusal = await acts.run(this.act, asset, reason);
    if (refusal) this.problem = refusal.sentence;
    else this.#end();
    // Another try is on what is there now.
    if (refusal?.code === 'version_conflict') this.assets = [await acts.client.assets.get({id: asset.id}).catch(() => asset)];
  }

  async #recallVersion(acts: CollateralDeskActs, {id, version, assetId}: AssetVersion, reason: string) {
    const [asset] = this.assets;
    if (!asset || !acts.allow('recall', [asset], {reason, versionId: id})) return;
    try {
      await acts.client.assetVersions.recall({id, version, reason});
      acts.take('recall', await acts.client.assets.get({id: assetId}));
      this.#end();
    } catch (error) {
      this.problem = explainProblem(error, this.#text);
    }
  }

  #end() {
    this.busy = false;
    this.finished();
    this.dispatchEvent(new DoneEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-act': ActDialog;
  }
}
