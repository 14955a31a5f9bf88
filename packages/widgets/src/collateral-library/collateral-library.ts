import {html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {collateralLibraryStrings} from '../strings/collateral-library.strings.ts';
import {Localize} from '../strings/localize.ts';
import {panesStyles} from '../theme/panes.styles.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {CollateralLibraryController} from './collateral-library.controller.ts';
import {collateralLibraryStyles} from './collateral-library.styles.ts';
import type {GridViews} from './collateral-library.view.ts';
import {libraryFrame} from './library-frame.view.ts';
import {facets, type LibraryQuery, type LibrarySort, type LibraryTab} from './library.model.ts';

/** What is empty has no attribute. */
const words = {fromAttribute: (value: string | null) => value ?? '', toAttribute: (value: string) => value || null};

/**
 * The vendor's material for this partner: found by words and facets, with what is new, what is locked and why, and which copies are out of date. What the vendor
 * takes back is gone from the page within seconds.
 *
 * Several values of a facet are written with commas: `type="datasheet,deck"`; a comma inside of a value is `%2C`.
 *
 * Keys, while no text field has the focus: arrows, `j` and `k` move between cards, Enter opens, Escape goes back, `s` makes a favourite, `d` downloads, `/` searches,
 * `?` lists the keys. `shortcuts="off"` leaves the letters to the page.
 *
 * @tag portico-collateral-library
 * @fires {CollateralSelectEvent} portico-collateral-select - A piece was opened or closed. Cancelable when opened.
 * @fires {CollateralActionEvent} portico-collateral-action - Somebody is about to act on a piece. Cancel it and nothing happens.
 * @fires {CollateralDownloadEvent} portico-collateral-download - The address of a download is there. Cancel it and the browser loads nothing.
 * @fires {PorticoErrorEvent} portico-error - An act did not take effect. Cancel it to say so in the page's own way.
 * @slot pending - While the first material is read.
 * @slot empty - Nothing under this tab.
 * @slot error - The material could not be read.
 * @slot offline - There is no connection; beside the material when it was read before, else in its place.
 * @slot forbidden - The person may not see material.
 * @csspart filters - The facets above the list.
 * @csspart list - The scrolling grid.
 * @csspart item - One card in it.
 * @csspart item-open - The card of what is open.
 * @csspart detail - What is open.
 * @csspart preview - The picture of a page of it.
 * @csspart actions - The buttons of what is open.
 * @csspart back - The button that leads from a piece to the grid where there is room for one only.
 * @csspart note - A line about the connection, or about what is new.
 * @csspart dialog - Any dialog.
 * @cssproperty [--portico-collateral-library-height=clamp(420px, 80dvh, 860px)] - Height below the tabs; the grid and the open piece scroll inside.
 */
export class CollateralLibrary extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, panesStyles, collateralLibraryStyles];
  static readonly parts = {
    'portico-ui-empty-state': UiEmptyState,
    'portico-ui-skeleton': UiSkeleton,
    'portico-ui-tabs': UiTabs,
  };

  /** All material, what is new since the last visit, favourites, or copies that are out of date. */
  @property({reflect: true}) tab: LibraryTab = 'all';
  /** The order of the list; empty: the best match while something is searched for, else the newest. */
  @property({reflect: true, converter: words}) sort: LibrarySort | '' = '';
  /** Words that are searched for. */
  @property({reflect: true, converter: words}) q = '';
  /** Kinds of material, such as `datasheet,deck`. */
  @property({reflect: true, converter: words}) type = '';
  /** Names of products. */
  @property({reflect: true, converter: words}) product = '';
  /** BCP 47 tags of languages; also the one that is downloaded unless another is chosen. */
  @property({reflect: true, converter: words}) language = '';
  /** Keys of the stages of a deal that material is for. */
  @property({reflect: true, converter: words, attribute: 'sales-stage'}) salesStage = '';
  /** Industries that it is for. */
  @property({reflect: true, converter: words}) industry = '';
  /** Whom it speaks to. */
  @property({reflect: true, converter: words}) persona = '';
  /** The vendor's tags. */
  @property({reflect: true, converter: words}) tag = '';
  /** Id of the open piece, for links into the library. */
  @property({attribute: 'asset-id'}) assetId: string | undefined;
  /** `off` leaves the single-letter keys to the page. */
  @property() shortcuts: 'on' | 'off' = 'on';
  /** Address of `collateral.js`, for the code that partners paste into pages of their own; beside `portico.js` unless said. */
  @property({attribute: 'embed-script'}) embedScript: string | undefined;

  /** Lists, counts, the open piece and acts, without the view. */
  readonly collateral: CollateralLibraryController;
  readonly #text = new Localize(this, collateralLibraryStrings);
  readonly #grid = new LaterPart<GridViews>(this, {
    load: async () => (await import('./grid-part.ts')).gridPart(this, this.collateral, this.#text),
    text: this.#text,
    stands: () => true,
  });

  constructor() {
    super();
    this.collateral = new CollateralLibraryController(this, {
      // Without what shows the material nobody can have asked for anything: what cannot come has no connection.
      explain: error => this.#grid.views?.explain(error) ?? this.#text.term('problem_network_error'),
      onGone: asset => void this.#grid.views?.tellGone(asset),
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#grid.load();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {collateral} = this;
    const asked = (['tab', 'sort', 'q', ...facets] as const).filter(key => changed.has(key));
    collateral.show(Object.fromEntries(asked.map(key => [key, this[key]])) as Partial<LibraryQuery>);
    if (changed.has('assetId')) collateral.opened.open(this.assetId);
    // What was chosen on the page is in the attributes, so that a page can keep it in its address.
    Object.assign(this, collateral.query);
    this.assetId = collateral.opened.id;
    this.#grid.views?.follow();
  }

  protected override updated() {
    this.#grid.views?.onScroll();
  }

  protected override render() {
    const {collateral} = this;
    const {views: grid, isMissing} = this.#grid;
    return html`<div class="root" @keydown=${(event: KeyboardEvent) => grid?.press(event)}>
      ${grid && collateral.status === 'forbidden' ? grid.forbidden() : libraryFrame({collateral, text: this.#text, grid, isGridMissing: isMissing, retry: this.#retry})}
      <div class="visually-hidden" role="status">${grid?.said}</div>
    </div>`;
  }

  readonly #retry = () => {
    void this.#grid.load();
    this.collateral.retry();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-library': CollateralLibrary;
  }
}
