import type {Asset} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {EarlyKeys} from '../base/early-keys.ts';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {TableController} from '../base/table.controller.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {WordsReady} from '../base/words-ready.ts';
import {collateralDeskStrings} from '../strings/collateral-desk.strings.ts';
import {Localize} from '../strings/localize.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {CollateralDeskData} from './collateral-desk.data.ts';
import {CollateralDeskSelectEvent} from './collateral-desk.events.ts';
import {noFilters, type CollateralDeskSort, type CollateralDeskTab, type DeskChoice, type DeskFilter} from './collateral-desk.model.ts';
import {renderNote, renderState, stateOf, type DeskState} from './collateral-desk.states.view.ts';
import {SearchWords} from './collateral-desk.search.ts';
import {collateralDeskStyles} from './collateral-desk.styles.ts';
import {collateralDeskParts} from './desk-parts.ts';
import type {DeskHands} from './desk-hands.ts';
import {renderTable} from './table/table.view.ts';
import {renderFilters, toTabs} from './toolbar.view.ts';

/** What is open is made of this. */
const loadDetail = () => import('./detail/define-detail.ts');

/** What is open, until it is there with what acts on it. */
const unreadDetail = html`<portico-collateral-desk-detail class="detail" part="detail"><portico-ui-skeleton kind="detail" rows="4"></portico-ui-skeleton></portico-collateral-desk-detail>`;

/**
 * The vendor's desk for material: every piece with its status, versions, languages and who holds an old copy; beside it one piece with its versions side by side,
 * and all that can be done with it, from the first draft to the recall; copies that partners made under their own brand, for approval; orders of printed copies; and a
 * report of who did what. Stays current by the change feed.
 *
 * Keys, while no text field has the focus: `j` `k` or arrows move, Enter opens, Escape goes back, Space or `x` selects, Shift with arrows or a click selects a
 * stretch, Ctrl or ⌘ `A` all that is loaded, `s` submits, `a` approves, `p` publishes, `e` edits, `n` begins a new piece, `/` searches, `?` lists the keys.
 *
 * Give it a height; what does not fit scrolls inside. Without one it is 720 px high. Rows are 36 px unless `density` is `comfortable`.
 *
 * @tag portico-collateral-desk
 * @fires {CollateralDeskSelectEvent} portico-collateral-desk-select - A piece is about to be opened, or was closed. Cancelable when opened.
 * @fires {CollateralDeskActionEvent} portico-collateral-desk-action - An act on material is about to be sent. Cancelable.
 * @fires {CollateralDeskActionDoneEvent} portico-collateral-desk-action-done - The server has carried out an act.
 * @fires {PorticoErrorEvent} portico-error - Something failed. Cancelable: the desk then says nothing.
 * @slot pending - Instead of the skeleton while the first rows are read.
 * @slot empty - When there is nothing on the tab.
 * @slot no-match - When nothing matches search and filters.
 * @slot error - When the material could not be read.
 * @slot offline - When there is no connection and nothing was read before.
 * @slot forbidden - When the session may not manage material.
 * @csspart base - The whole desk.
 * @csspart filters - The bar of search and filters.
 * @csspart bulk - The bar that stands in its place while rows are selected.
 * @csspart table - The list.
 * @csspart row - A piece in the list.
 * @csspart detail - What is open.
 * @csspart folders - The folders beside the list.
 * @csspart copies - Copies of partners that wait for approval.
 * @csspart print - Orders of printed copies.
 * @csspart report - The report.
 */
export class CollateralDesk extends PortalWidget {
  static override styles = collateralDeskStyles;
  static readonly parts = collateralDeskParts;

  /** Id of the piece that is open beside the list. */
  @property({attribute: 'asset-id'}) assetId?: string | undefined;
  /** The tab: `work`, `published`, `ended`, `all`, `copies`, `print` or `report`. */
  @property() tab: CollateralDeskTab = 'all';
  /** The order: `newest`, `title` or `expiring`. */
  @property() sort: CollateralDeskSort = 'newest';
  /** `off` leaves the single-letter keys to the page; arrows, Enter and Escape stay. */
  @property() shortcuts: 'on' | 'off' = 'on';

  @state() private filter: DeskChoice = noFilters;

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #data: CollateralDeskData = new CollateralDeskData(
    this,
    () => ({filter: this.#filter, sort: this.sort, openId: this.assetId, showsFolders: this.#showsFolders}),
    ({id}) => id === this.assetId || this.#table.holds(id),
  );
  readonly #table: TableController<Asset> = new TableController(this, {rows: () => this.#data.list.items, reading: () => this.#data.reading.join()});
  readonly #search = new SearchWords(this, q => this.#setFilter({q}));
  readonly #clock = new WidgetClock(this);
  readonly #earlyKeys = new EarlyKeys(this);
  readonly #later: LaterPart<DeskHands> = new LaterPart(this, {
    load: async () =>
      (await import('./desk-hands.ts')).handsPart(this, {
        data: this.#data,
        table: this.#table,
        text: this.#text,
        earlyKeys: this.#earlyKeys,
        loadDetail,
        choice: () => this.filter,
        choose: change => this.#setFilter(change),
      }),
    text: this.#text,
    stands: () => true,
  });

  protected override firstUpdated() {
    // Beside the first rows, which do not wait for it.
    void this.#later.load();
  }

  protected override updated() {
    // What is open is made of comes after the first paint of the list, before anybody opens anything.
    if (this.#data.list.status === 'ready' || this.assetId !== undefined) void loadDetail().catch(() => {});
  }

  /** Opens a piece beside the list, as a person would; `null` closes it. */
  async openAsset(asset: Asset | null): Promise<void> {
    if (asset?.id === this.assetId || !this.dispatchEvent(new CollateralDeskSelectEvent(asset))) return;
    this.assetId = asset?.id;
    await this.updateComplete;
    this.#data.list.settle();
  }

  protected override render() {
    const text = this.#text;
    if (!this.#ready.done) return nothing;
    const standing = stateOf(this.portal, this.#data.list, this.#filter);
    const framed = standing === 'list' || standing === 'pending' || standing === 'noMatch' || standing === 'empty';
    const isOpen = this.assetId !== undefined;
    const panes = html`<div class="panes" ?data-open=${isOpen} ?data-folders=${this.#showsFolders}>
      ${this.#hands?.folders.render()}
      <div class="list">${standing === 'list' ? this.#renderTable() : this.#renderState(standing)}</div>
      ${isOpen ? (this.#hands?.renderDetail(this.#clock.now) ?? unreadDetail) : nothing}
    </div>`;
    return html`<section class="desk" part="base" aria-label=${text.term('assets')} ?data-open=${isOpen}>
        ${
          framed
            ? html`<portico-ui-tabs
                label=${text.term('assets')}
                .tabs=${toTabs(text, {work: this.#data.counts.value?.work, copies: this.#data.copies.value?.length, print: this.#data.prints.value})}
                selected=${this.tab}
                @portico-ui-tab-change=${({id}: TabChangeEvent) => this.#setFilter({}, id as CollateralDeskTab)}
              >
                <div class="panel">${this.#renderPlace() ?? html`${this.#renderBar()} ${renderNote(this.portal, this.#data.list, text)} ${panes}`}</div>
              </portico-ui-tabs>`
            : this.#renderState(standing)
        }
      </section>
      ${this.#hands?.dialogs.render()}`;
  }

  get #filter(): DeskFilter {
    return {tab: this.#isPlace ? 'work' : (this.tab as DeskFilter['tab']), ...this.filter, folderIds: this.#hands?.folders.within ?? null};
  }

  /** What acts on the desk, once it is there. */
  get #hands(): DeskHands | undefined {
    return this.#later.views;
  }

  get #showsFolders(): boolean {
    return this.#hands?.folders.isShown ?? false;
  }

  /** A tab without a list of material; `undefined` where there is one. */
  #renderPlace() {
    if (this.#hands) return this.#hands.places.render(this.#clock.now, this.#text);
    if (!this.#isPlace) return undefined;
    void this.#use(() => {});
    return html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>`;
  }

  readonly #create = () => void this.#use(({dialogs}) => dialogs.show({kind: 'edit', asset: null}));

  #renderState(standing: DeskState) {
    const {portal} = this;
    const {list} = this.#data;
    return renderState(standing, {
      text: this.#text,
      error: portal?.error ?? list.error,
      retry: () => (portal?.ready ? list.refresh() : void portal?.start()),
      clear: () => this.#setFilter(noFilters),
      create: this.#create,
      isAll: this.tab === 'all',
    });
  }

  #renderBar() {
    const {selected} = this.#table;
    const bulk = selected.length > 0 && this.#hands?.renderBulkBar(selected);
    if (bulk) return bulk;
    const {list, counts, folders, total} = this.#data;
    return renderFilters({
      text: this.#text,
      filter: this.#filter,
      words: this.#search.words,
      sort: this.sort,
      counts: counts.value,
      folders: folders.value ?? [],
      total: list.status === 'ready' ? total : -1,
      isOpen: this.assetId !== undefined,
      set: change => this.#setFilter(change),
      onSort: sort => (this.sort = sort),
      onSearch: words => this.#search.type(words),
      showsFolders: this.#showsFolders,
      onFolders: () => void this.#use(({folders}) => void folders.toggle()),
      onCreate: this.#create,
      onHelp: () => void this.#use(({dialogs}) => dialogs.show({kind: 'help'})),
    });
  }

  #renderTable() {
    const table = this.#table;
    const {list, total} = this.#data;
    return renderTable({
      text: this.#text,
      now: this.#clock.now,
      assets: list.items,
      total,
      hasMore: list.hasMore,
      openId: this.assetId,
      activeId: table.activeId,
      selection: table.extent,
      isSelected: id => table.selection.has(id),
      isChanged: id => table.isChanged(id),
      onOpen: (asset, event) => this.#onRowClick(asset, event),
      onSelect: (asset, event) => table.pick(asset, event),
      onSelectAll: all => table.selection.set(all ? list.items : []),
      onNearEnd: () => list.loadMore(),
      onFocusIn: event => table.follow(event),
    });
  }

  /** Does what takes more than looking. Without a connection there is no code for it: that is said. */
  async #use(run: (hands: DeskHands) => void) {
    const hands = await this.#later.load();
    if (hands) return run(hands);
    this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
    if (this.#isPlace) this.tab = 'all';
  }

  /** Whether what is shown is no list of material. */
  get #isPlace(): boolean {
    return ['copies', 'print', 'report'].includes(this.tab);
  }

  #setFilter(change: Partial<DeskChoice>, tab = this.tab) {
    this.tab = tab;
    this.filter = {...this.filter, ...change};
    if (change.q !== undefined) this.#search.settle(change.q);
    this.#table.selection.clear();
  }

  #onRowClick(asset: Asset, event: MouseEvent) {
    this.#table.activate(asset.id);
    if (event.metaKey || event.ctrlKey || event.shiftKey) this.#table.pick(asset, event);
    else void this.openAsset(asset).then(async () => (await this.#later.load())?.enterDetail());
  }
}
