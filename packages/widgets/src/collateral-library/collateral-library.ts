import {toJson} from '@portico/client';
import type {Asset} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {collateralLibraryStrings} from '../strings/collateral-library.strings.ts';
import {Localize} from '../strings/localize.ts';
import {panesStyles} from '../theme/panes.styles.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {explain} from './asset-text.ts';
import {CollateralLibraryController} from './collateral-library.controller.ts';
import {collateralLibraryStyles} from './collateral-library.styles.ts';
import {CollateralActionEvent} from './collateral-library.events.ts';
import type {DialogAct, LaterViews, LibraryView} from './collateral-library.view.ts';
import {libraryPage} from './library-page.view.ts';
import {facets, goneBy, type LibraryQuery, type LibrarySort, type LibraryTab, versionFor} from './library.model.ts';

/** What is empty has no attribute. */
const words = {fromAttribute: (value: string | null) => value ?? '', toAttribute: (value: string) => value || null};

/** Each with its words and parts in a chunk of its own. */
const dialogs: Readonly<Record<DialogAct | 'mine', () => Promise<unknown>>> = {
  cobrand: () => import('./cobrand/define-cobrand.ts'),
  share: () => import('./reach/define-reach.ts'),
  print: () => import('./reach/define-reach.ts'),
  embed: () => import('./mine/define-mine.ts'),
  mine: () => import('./mine/define-mine.ts'),
};

/** Milliseconds without a key until the search is asked for. */
const searchRestMs = 250;

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
    'portico-ui-menu': UiMenu,
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

  @state() private filtersShown = false;
  @state() private shortcutsShown = false;
  @state() private dialog: LibraryView['dialog'];
  @state() private dialogOpen = false;
  @state() private said = '';
  /** What was typed into the search last. */
  @state() private searching: string | undefined;

  /** Lists, counts, the open piece and acts, without the view. */
  readonly library: CollateralLibraryController;
  readonly #text = new Localize(this, collateralLibraryStrings);
  readonly #later = new LaterPart<LaterViews>(this, {
    load: async () => (await Promise.all([import('./collateral-library.later.ts'), this.library.acts.load()]))[0].laterPart(this, this.library),
    text: this.#text,
    stands: () => this.library.status !== 'pending',
  });
  readonly #clock = new WidgetClock(this);
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #saidOf: unknown;
  #shown: LibraryQuery | undefined;

  constructor() {
    super();
    this.library = new CollateralLibraryController(this, {explain: error => explain(this.#text, error), onGone: asset => this.#tellGone(asset)});
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {library, portal} = this;
    this.#text.timeZone = portal?.me?.person?.timeZone ?? undefined;
    const asked = (['tab', 'sort', 'q', ...facets] as const).filter(key => changed.has(key));
    library.show(Object.fromEntries(asked.map(key => [key, this[key]])) as Partial<LibraryQuery>);
    if (changed.has('assetId')) library.opened.open(this.assetId);
    // What was chosen on the page is in the attributes, so that a page can keep it in its address.
    Object.assign(this, library.query);
    this.assetId = library.opened.id;
    if (this.assetId !== undefined) void this.#later.load();
    if (this.#shown !== library.query) this.#later.views?.chunks.reset();
    this.#shown = library.query;
    this.#sayHowMany();
  }

  protected override updated() {
    this.#onScroll();
  }

  protected override render() {
    return html`<div class="root" @keydown=${this.#onKeyDown}>
      ${libraryPage(this.#view())}
      <div class="visually-hidden" role="status">${this.said || nothing}</div>
    </div>`;
  }

  #view(): LibraryView {
    const {library, portal, filtersShown, shortcutsShown, dialog, dialogOpen, embedScript, searching} = this;
    return {
      library,
      portal,
      filtersShown,
      shortcutsShown,
      dialog,
      dialogOpen,
      embedScript,
      // What was typed stays as it was typed, the space at its end included; what was set from elsewhere takes its place.
      searching: this.#searchTimer !== undefined || searching?.trim() === library.query.q ? searching : undefined,
      later: this.#later.views,
      text: this.#text,
      now: this.#clock.now,
      open: (asset, intoDetail) => this.#open(asset, intoDetail),
      back: () => this.#back(),
      download: (asset, versionId) => this.#download(asset, versionId),
      hide: asset => this.#hide(asset),
      search: words => this.#search(words),
      showFilters: shown => (this.filtersShown = shown),
      showShortcuts: shown => {
        this.shortcutsShown = shown;
        void this.#needLater();
      },
      ask: (act, asset) => {
        if (this.dispatchEvent(new CollateralActionEvent({action: act, asset, input: {}}))) void this.#show({act, asset});
      },
      askMine: () => void this.#show({act: 'mine'}),
      closeDialog: () => (this.dialogOpen = false),
      onScroll: this.#onScroll,
    };
  }

  #open(asset: Asset, intoDetail = false) {
    if (!this.library.open(asset)) return;
    void this.#needLater().then(async views => {
      await this.updateComplete;
      // The grid has other columns beside what is open: what was pressed stays in view.
      views?.focus.card(asset.id)?.scrollIntoView({block: 'nearest'});
      if (intoDetail) await views?.focus.toDetail();
    });
  }

  #back() {
    const {id} = this.library.opened;
    this.library.close();
    this.#toCard(id);
  }

  /** Gives a card the focus, wherever it is in a long list. */
  #toCard(id: string | undefined) {
    void this.#later.load().then(async views => {
      const at = this.library.list.items.findIndex(asset => asset.id === id);
      await (at < 0 ? this.updateComplete : views?.chunks.pin(at));
      views?.focus.toCard(id);
    });
  }

  #download(asset: Asset, versionId = versionFor(asset, this.language, this.#text.lang())?.id) {
    if (versionId !== undefined) void this.library.acts.download(asset, versionId);
  }

  #hide(asset: Asset) {
    const {items} = this.library.list;
    const at = items.findIndex(({id}) => id === asset.id);
    const next = items[at + 1] ?? items[at - 1];
    this.library.hide(asset);
    this.#toCard(next?.id);
  }

  async #show(dialog: NonNullable<LibraryView['dialog']>) {
    try {
      await Promise.all([dialogs[dialog.act](), this.#needLater()]);
      this.dialog = dialog;
      this.dialogOpen = true;
    } catch {
      this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
    }
  }

  #tellGone(asset: Asset) {
    const text = this.#text;
    const words = goneBy(asset) === 'recalled' ? text.term('wasRecalled', asset.title) : text.term('wasWithdrawn', asset.title);
    this.portal?.notify({tone: 'danger', text: words});
  }

  /** Screen readers hear what a search has found, once it has. */
  #sayHowMany() {
    const {library} = this;
    const {status, counts, query, list} = library;
    if (status !== 'ready' || list.loading || !counts || !library.isFiltered) return;
    const now = toJson(query);
    if (now === this.#saidOf) return;
    this.#saidOf = now;
    this.said = this.#text.term('found', list.hasMore ? Math.max(counts.total, list.items.length) : list.items.length);
  }

  /** For what somebody waits for; what cannot come is said. */
  async #needLater() {
    const views = await this.#later.load();
    if (!views) this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
    return views;
  }

  #search(words: string) {
    this.searching = words;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this.#searchTimer = undefined;
      this.library.show({q: words.trim()});
    }, searchRestMs);
  }

  /** Reads on before the end of what was read is in view. */
  readonly #onScroll = () => {
    this.#later.views?.chunks.look();
    const rows = this.renderRoot.querySelector('.rows');
    const {list, status} = this.library;
    if (rows && status === 'ready' && list.hasMore && !list.loading && rows.scrollHeight - rows.scrollTop < 3 * rows.clientHeight) list.loadMore();
  };

  readonly #onKeyDown = (event: KeyboardEvent) => {
    if (this.#later.views?.obeyKey(event, this.#view(), id => this.#toCard(id), this.shortcuts !== 'off')) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-library': CollateralLibrary;
  }
}
