import type {Asset, AssetFolder, AssetHolder, AssetVersion, Program} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LivePages} from '../../base/live-pages.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {chevronStartIcon, closeIcon, searchIcon} from '../../ui/icon/icons.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import type {CollateralDeskAction} from '../collateral-desk.actions.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {pairOf} from './compare.model.ts';
import {compareStyles} from './compare.styles.ts';
import {renderCompare} from './compare.view.ts';
import {BeginEvent, LeadEvent, LeaveEvent} from './detail.events.ts';
import {detailStyles} from './detail.styles.ts';
import {renderActions, renderFacts, renderHead} from './head.view.ts';
import {renderHolders} from './holders.view.ts';
import {renderVersions} from './versions.view.ts';

const pageSize = 25;

/**
 * One piece of material in full, beside the list: how it stands, who gets it, its versions, two of them side by side, and who holds which. Inside the desk only.
 *
 * @tag portico-collateral-desk-detail
 * @fires {BeginEvent} portico-collateral-desk-begin - Somebody wants to act on it.
 * @fires {LeaveEvent} portico-collateral-desk-leave - Somebody wants to close it.
 */
export class AssetDetail extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, detailStyles, compareStyles];

  /** `undefined` while it is being read. */
  @property({attribute: false}) asset?: Asset | undefined;
  /** Why it could not be read. */
  @property({attribute: false}) error?: unknown;
  @property({attribute: false}) folders: readonly AssetFolder[] = [];
  @property({attribute: false}) acts?: CollateralDeskActs;
  /** The time now, in milliseconds since 1970. */
  @property({attribute: false}) now = 0;

  @state() private staleOnly = false;
  /** Ids of the two that are compared, where somebody chose. */
  @state() private chosen: readonly [string | undefined, string | undefined] = [undefined, undefined];
  @state() private page = 1;

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  #hadFocus = false;
  /** Addresses of pictures that did not work any more: each is a reason to read once. */
  readonly #runOut = new Set<string>();
  readonly #ofThis = ({resourceId}: {resourceId: string}) => resourceId === this.asset?.id;

  readonly #versions = new LivePages<readonly [string], AssetVersion>(this, {
    args: () => (this.asset ? [this.asset.id] : null),
    readPage: ({client}, [assetId], cursor, signal) => client.assetVersions.list({assetId, limit: pageSize, ...(cursor && {cursor})}, signal && {signal}),
    refreshOn: 'asset',
    concerns: this.#ofThis,
  });

  readonly #holders = new LivePages<readonly [string, boolean], AssetHolder>(this, {
    args: () => (this.asset ? [this.asset.id, this.staleOnly] : null),
    readPage: ({client}, [assetId, stale], cursor, signal) => client.assetVersions.holders({assetId, limit: pageSize, ...(stale && {stale}), ...(cursor && {cursor})}, signal && {signal}),
    refreshOn: 'asset',
    concerns: this.#ofThis,
  });

  readonly #program = new LiveQuery<readonly [], Program>(this, {args: () => [], read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: 'program'});

  /** Puts the focus on the title. */
  override focus() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h3')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    this.#hadFocus = (this.renderRoot as ShadowRoot | undefined)?.activeElement instanceof Element;
    if (!changed.has('asset') || changed.get('asset')?.id === this.asset?.id) return;
    this.chosen = [undefined, undefined];
    this.page = 1;
  }

  protected override updated() {
    // Figures and stock come when a piece is open, each with what the tab of its own is made of.
    if (this.asset) for (const load of [() => import('../report/define-report.ts'), () => import('../print/define-print.ts')]) void load().catch(() => {});
    // The button that was pressed is gone with what it did; the next one must not be pressed by the same key.
    if (this.#hadFocus && (this.renderRoot as ShadowRoot).activeElement === null && this.isConnected) this.renderRoot.querySelector('h3')?.focus();
  }

  protected override render() {
    const text = this.#text;
    const {asset, folders, now} = this;
    if (!asset || !this.#ready.done) {
      return html`<header class="bar">${this.#ready.done ? this.#renderLeave() : nothing}</header>
        ${
          this.error === undefined || asset
            ? html`<portico-ui-skeleton class="pad" kind="detail" rows="4"></portico-ui-skeleton>`
            : html`<portico-ui-empty-state tone="danger" heading=${explainProblem(this.error, text)}><span slot="icon">${searchIcon(20)}</span></portico-ui-empty-state>`
        }`;
    }
    const begin = (action: CollateralDeskAction, version?: AssetVersion) => this.dispatchEvent(new BeginEvent(action, asset, version));
    const items = this.#versions.items;
    const holders = this.#holders.items;
    return html`<article aria-labelledby="title">
      <header class="bar">${this.#renderLeave()} ${renderActions(asset, text, begin)}</header>
      ${renderHead(asset, folders, now, text, id => void this.#lead(id))}
      ${
        items
          ? renderVersions({
              text, asset,
              versions: items,
              hasMore: this.#versions.hasMore,
              more: () => void this.#more(this.#versions),
              publish: version => void this.#publish(asset, version),
              recall: version => begin('recall', version),
            })
          : this.#versions.error === undefined ? html`<section><portico-ui-skeleton rows="3"></portico-ui-skeleton></section>` : html`<section><p class="muted">${explainProblem(this.#versions.error, text)}</p></section>`
      }
      ${items ? this.#renderCompare(items) : nothing}
      <portico-collateral-desk-templates .portal=${this.portal} .asset=${asset} .acts=${this.acts} .versions=${items ?? []}></portico-collateral-desk-templates>
      ${
        this.#holders.error !== undefined && !holders
          ? html`<section><p class="muted">${explainProblem(this.#holders.error, text)}</p></section>`
          : renderHolders({
              text,
              holders,
              staleOnly: this.staleOnly,
              hasMore: this.#holders.hasMore,
              more: () => void this.#more(this.#holders),
              setStaleOnly: on => (this.staleOnly = on),
            })
      }
      <portico-collateral-desk-tracking .portal=${this.portal} .asset=${asset}></portico-collateral-desk-tracking>
      <portico-collateral-desk-stock .portal=${this.portal} .asset=${asset}></portico-collateral-desk-stock>
      ${renderFacts(asset, this.#program.value, text)}
    </article>`;
  }

  #renderCompare(versions: readonly AssetVersion[]) {
    const usual = pairOf(versions);
    if (!usual) return nothing;
    const [older, newer] = this.chosen.map((id, side) => versions.find(each => each.id === id) ?? usual[side]);
    if (!older || !newer) return nothing;
    return renderCompare({
      text: this.#text,
      versions,
      pair: [older, newer],
      page: this.page,
      choose: (side, id) => (this.chosen = side === 0 ? [id, newer.id] : [older.id, id]),
      turn: page => (this.page = page),
      freshen: url => this.#freshen(url),
    });
  }

  #renderLeave() {
    const text = this.#text;
    const leave = () => this.dispatchEvent(new LeaveEvent());
    return html`<button class="button back" type="button" data-variant="quiet" @click=${leave}>${chevronStartIcon()}${text.term('back')}</button>
      <button class="button leave" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('closeDetail')} title=${text.term('closeDetail')} @click=${leave}>${closeIcon(20)}</button>`;
  }

  #freshen(url: string) {
    if (this.#runOut.has(url)) return;
    this.#runOut.add(url);
    this.#versions.refresh();
  }

  /** What is shown stays, whatever becomes of the next page. */
  async #more(pages: {readonly error: unknown; more(): Promise<void>}) {
    await pages.more();
    if (pages.error !== undefined) this.acts?.tell('danger', explainProblem(pages.error, this.#text));
  }

  /** Goes on to another piece. */
  async #lead(id: string) {
    try {
      const asset = await this.portal?.client.assets.get({id});
      if (asset) this.dispatchEvent(new LeadEvent(asset));
    } catch (error) {
      this.acts?.tell('danger', explainProblem(error, this.#text));
    }
  }

  async #publish(asset: Asset, {id, version}: AssetVersion) {
    const {acts} = this;
    if (!acts || !acts.allow('publish', [asset], {versionId: id})) return;
    try {
      await acts.client.assetVersions.publish({id, version});
      acts.take('publish', await acts.client.assets.get({id: asset.id}));
    } catch (error) {
      acts.tell('danger', explainProblem(error, this.#text));
    }
    this.#versions.refresh();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-detail': AssetDetail;
  }
}
