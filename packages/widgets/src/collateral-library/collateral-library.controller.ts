import type {Asset, AssetCounts, AssetFacets, DealStage, Program} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {isGone} from '../base/live-list.model.ts';
import {LiveList} from '../base/live-list.ts';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {failedStatus} from '../base/failure.ts';
import {AssetActs} from './asset-acts.ts';
import {CollateralSelectEvent} from './collateral-library.events.ts';
import {countFilters, type LibraryArgs, type LibraryQuery, type LibraryTab, noFilters, tabFilters, toArgs, toFilters} from './library.model.ts';
import {OpenedAsset} from './opened-asset.ts';
import type {VisitMark} from './visit-mark.ts';

/** How the library stands as a whole; one that was shown once stays `ready`. */
export type CollateralLibraryStatus = 'pending' | 'ready' | 'failed' | 'offline' | 'forbidden';

export interface CollateralLibraryOptions {
  /** Says in the person's language why something did not take effect. English unless given. */
  explain?: (error: unknown) => string;
  /** Hears of a piece that the vendor took back while it was on the page. */
  onGone?: (asset: Asset) => void;
}

/** With the grid, which needs more of it; nothing has changed before there is something to see. */
const assetModel = () => import('./asset.model.ts');

/** Pages are whole chunks of the grid. */
const pageSize = 60;
/** The server's clock is known this well. */
const skewMs = 2000;

/**
 * A partner's library without a view: lists, counts, facets, the open piece and acts. `<portico-collateral-library>` draws it; a page that draws its own makes one in
 * an element of its own and renders from it. Whatever changes, the host renders again.
 *
 * Nothing that changes at the vendor's moves what is on the page: a piece that was taken back stays in its place without its picture and its files, until the list
 * is read under other filters or it is hidden; what is new is counted in `arrived` and listed when somebody asks for it.
 */
export class CollateralLibraryController implements ReactiveController {
  /** What is listed, by pages. */
  readonly list: LiveList<LibraryArgs, Asset>;
  /** The piece that is open. */
  readonly opened: OpenedAsset;
  /** Favourites and downloads. */
  readonly acts: AssetActs;
  /** Keeps what is new; its code comes when the first view stands. */
  visit: VisitMark | undefined;
  readonly #host: WidgetHost;
  readonly #onGone: (asset: Asset) => void;
  readonly #counts: LiveQuery<readonly string[], AssetCounts>;
  readonly #facets: LiveQuery<readonly string[], AssetCounts>;
  readonly #program: LiveQuery<[], Program>;
  readonly #gone = new Set<string>();
  readonly #arrived = new Set<string>();
  readonly #retried = new Set<string>();
  #query: LibraryQuery = {tab: 'all', sort: '', ...noFilters};
  /** When the list was read from its beginning, on the server's clock. */
  #readAt = 0;
  #lastCounts: AssetCounts | undefined;
  #lastFacets: AssetFacets | undefined;

  constructor(host: WidgetHost, {explain = () => 'It did not work.', onGone = () => {}}: CollateralLibraryOptions = {}) {
    this.#host = host;
    this.#onGone = onGone;
    host.addController(this);
    this.list = new LiveList<LibraryArgs, Asset>(host, {
      args: () => (this.mayRead ? toArgs(this.#query) : null),
      readPage: async ({client}, args, cursor, signal) => {
        const [tab, sort] = args;
        if (cursor === undefined) {
          this.#arrived.clear();
          this.#readAt = host.portal?.now() ?? 0;
        }
        return client.assets.list({...toFilters(args), ...tabFilters[tab], sort, limit: pageSize, ...(cursor === undefined ? {} : {cursor})}, {signal});
      },
      readOne: async (_, id, signal) => {
        // As it was before: what is open is read too, and may be there first.
        const before = this.find(id);
        const [asset, {matches}] = await Promise.all([this.read(id, signal), assetModel()]);
        this.#heed(asset, before ?? this.find(id), matches);
        return asset;
      },
      // What is on the page keeps its place; what is not is counted, and comes with the next reading.
      belongs: ({id}) => this.find(id) !== undefined,
      compare: (a, b) => (a.id === b.id ? 0 : this.#placeOf(a) - this.#placeOf(b)),
      resource: 'asset',
      isHeld: ({id}) => this.#gone.has(id) || id === this.opened.id,
    });
    this.acts = new AssetActs(host, {collateral: this, explain});
    this.opened = new OpenedAsset(host, {read: (id, signal) => this.read(id, signal), find: id => this.find(id), take: asset => this.list.take(asset), mayCobrand: () => this.may('cobrand:write')});
    this.#counts = new LiveQuery<readonly string[], AssetCounts>(host, {
      args: () => (this.mayRead ? toArgs({...this.#query, tab: 'all', sort: 'newest'}) : null),
      read: ({client}, args, signal) => client.assets.counts(toFilters(args), {signal}),
      refreshOn: 'asset',
    });
    // The values under a tab are counted there; under the first both are one reading.
    this.#facets = new LiveQuery<readonly string[], AssetCounts>(host, {
      args: () => (this.mayRead && this.#query.tab !== 'all' ? toArgs({...this.#query, sort: 'newest'}) : null),
      read: ({client}, args, signal) => client.assets.counts({...toFilters(args), ...tabFilters[args[0] as LibraryTab]}, {signal}),
      refreshOn: 'asset',
    });
    this.#program = new LiveQuery<[], Program>(host, {args: () => (this.mayRead ? [] : null), read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: 'program'});
  }

  /** Needed by the interface; its parts are controllers themselves. */
  hostConnected() {}

  /** Tab, order, search and filters. */
  get query(): LibraryQuery {
    return this.#query;
  }

  /** How many pieces are under each tab, under the same filters; the last known while new ones are read. */
  get counts(): AssetCounts | undefined {
    return (this.#lastCounts = this.#counts.value ?? this.#lastCounts);
  }

  /** What the list can be narrowed by, with numbers for this tab; the last known while new ones are read. */
  get facets(): AssetFacets | undefined {
    const {value} = this.#query.tab === 'all' ? this.#counts : this.#facets;
    return (this.#lastFacets = value?.facets ?? this.#lastFacets);
  }

  /** The programme's stages of a deal, for their names. */
  get stages(): readonly DealStage[] {
    return this.#program.value?.dealPolicy.stages ?? [];
  }

  /** How many pieces that belong here were published while the list was on the page. */
  get arrived(): number {
    return this.#arrived.size;
  }

  /** Whether this session may show material at all. */
  get mayRead(): boolean {
    const me = this.#host.portal?.me;
    return me !== undefined && me.caller === 'partner' && me.components.includes('collateral-library') && me.scopes.includes('asset:read');
  }

  /** Whether this session may do something that a scope stands for, such as `share_link:write`. */
  may(scope: string): boolean {
    return this.#host.portal?.me?.scopes.includes(scope) ?? false;
  }

  get status(): CollateralLibraryStatus {
    const {portal} = this.#host;
    if (portal?.ready && !this.mayRead) return 'forbidden';
    const failed = failedStatus(portal, this.list);
    if (failed) return failed;
    // Facets and numbers on tabs come with the pieces, so that nothing jumps afterwards.
    const isWhole = (this.counts !== undefined || this.#counts.error !== undefined) && (this.#program.value !== undefined || this.#program.error !== undefined);
    return portal?.ready && this.list.status === 'ready' && isWhole ? 'ready' : 'pending';
  }

  /** Why `status` is `failed`, `offline` or `forbidden`. */
  get error(): unknown {
    return this.#host.portal?.status === 'failed' ? this.#host.portal.error : this.list.error;
  }

  /** Shows another tab, order, search or filter; what is left out stays. */
  show(query: Partial<LibraryQuery>) {
    const changed = (Object.keys(query) as (keyof LibraryQuery)[]).some(key => query[key] !== this.#query[key]);
    if (!changed) return;
    if (query.tab !== undefined && query.tab !== this.#query.tab) this.visit?.leave(this.#query.tab);
    this.#query = {...this.#query, ...query};
    this.#gone.clear();
    this.#host.requestUpdate();
  }

  /** Takes away filters and search. */
  clearFilters() {
    this.show(noFilters);
  }

  /** Whether the list is narrowed by words or values. */
  get isFiltered(): boolean {
    return this.#query.q !== '' || countFilters(this.#query) > 0;
  }

  /**
   * Opens a piece; the page may prevent it.
   *
   * @returns Whether it was opened.
   */
  open(asset: Asset): boolean {
    if (this.opened.id === asset.id) return true;
    if (!this.#host.dispatchEvent(new CollateralSelectEvent(asset))) return false;
    this.opened.open(asset.id);
    return true;
  }

  /** Closes the open piece. */
  close() {
    if (this.opened.id === undefined) return;
    this.opened.open(undefined);
    this.#host.dispatchEvent(new CollateralSelectEvent(null));
  }

  /** A piece as it is known here. */
  find(id: string): Asset | undefined {
    return this.list.items.find(asset => asset.id === id);
  }

  /** Takes a piece as the server answered it. */
  take(asset: Asset) {
    this.list.take(asset);
    this.opened.take(asset);
  }

  /** Reads a piece; of one that is not for this reader any more, what may be left on the page. */
  async read(id: string, signal?: AbortSignal): Promise<Asset> {
    const known = this.find(id) ?? (this.opened.id === id ? this.opened.asset : undefined);
    try {
      const asset = await this.#host.portal?.client.assets.get({id}, signal && {signal});
      if (!asset) throw new TypeError('There is no portal.');
      return asset;
    } catch (error) {
      if (!known || !isGone(error)) throw error;
      return (await assetModel()).withdrawn(known);
    }
  }

  /** Reads a piece again whose picture did not load: its address holds for minutes only. Once for each address. */
  async freshen({id, preview}: Asset, url = preview?.url ?? '') {
    if (this.#retried.has(url)) return;
    this.#retried.add(url);
    if (this.opened.id === id) this.opened.refresh();
    // What cannot be read now is read when something changes; until then the card has no picture.
    const asset = await this.read(id).catch(() => undefined);
    if (asset) this.take(asset);
  }

  /** Whether a piece left while somebody looked on, and stands there for their eyes alone. */
  isLeaving({id}: Asset): boolean {
    return this.#gone.has(id);
  }

  /** Takes a piece off the page that the vendor took back. */
  hide({id}: Asset) {
    this.#gone.delete(id);
    if (this.opened.id === id) this.close();
    this.list.remove(id);
  }

  /** Lists what has come since. */
  showArrived() {
    this.#arrived.clear();
    this.list.refresh();
    this.#counts.refresh();
  }

  /** Says that everything new has been seen. */
  markSeen(): Promise<void> {
    return this.visit?.mark() ?? Promise.resolve();
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    this.list.refresh();
    this.#counts.refresh();
    this.opened.refresh();
  }

  /** Reads the numbers again, after what changed them here. */
  recount() {
    this.#counts.refresh();
  }

  #heed(asset: Asset, known: Asset | undefined, matches: (asset: Asset, query: LibraryQuery) => boolean) {
    const {tab} = this.#query;
    if (known && known.status === 'published' && asset.status !== 'published' && !this.#gone.has(asset.id)) {
      this.#gone.add(asset.id);
      this.#onGone(asset);
    }
    if (known && asset.status === 'published') this.#gone.delete(asset.id);
    // Something that changed far down a long list is no news.
    const isNews = asset.newsAt !== null && Date.parse(asset.newsAt) >= this.#readAt - skewMs;
    const belongs = {all: isNews, new: isNews, favourites: asset.isFavourite, outdated: asset.held?.isStale ?? false}[tab];
    if (!known && belongs && matches(asset, this.#query)) this.#arrived.add(asset.id);
  }

  #placeOf({id}: Asset): number {
    return this.list.items.findIndex(asset => asset.id === id);
  }
}
