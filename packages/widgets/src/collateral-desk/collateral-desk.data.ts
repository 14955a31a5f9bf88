import {toJson} from '@portico/client';
import type {Asset, AssetCounts, AssetFolder, Cobrand} from '@portico/contract';
import {LiveList} from '../base/live-list.ts';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {toInput, type CollateralDeskSort, type DeskFilter} from './collateral-desk.model.ts';
import type * as Rules from './list.model.ts';

/** What the desk shows now. */
export interface DeskQuery {
  readonly filter: DeskFilter;
  readonly sort: CollateralDeskSort;
  /** Id of what is open. */
  readonly openId: string | undefined;
  /** Whether the folders stand beside the list. */
  readonly showsFolders: boolean;
}

type ListArgs = readonly [filter: string, sort: CollateralDeskSort];

/** Counts of the list, and how much is in preparation under the same filters. */
export interface DeskCounts extends AssetCounts {
  readonly work: number;
}

const pageSize = 100;

/** What the desk reads: the list, the counts above it, the folders, copies that wait, and what is open, on the list or not. */
export class CollateralDeskData {
  readonly list: LiveList<ListArgs, Asset>;
  readonly counts: LiveQuery<readonly [filter: string], DeskCounts>;
  readonly folders: LiveQuery<readonly [], readonly AssetFolder[]>;
  readonly detail: LiveQuery<readonly [id: string], Asset>;
  /** Copies of partners that wait for approval, latest first. */
  readonly copies: LiveQuery<readonly [], readonly Cobrand[]>;
  /** How many orders of printed copies wait. */
  readonly prints: LiveQuery<readonly [], number>;
  readonly #query: () => DeskQuery;

  /** @param isHeld - Whether the user has a row in hand, so that it keeps its place. */
  constructor(host: WidgetHost, query: () => DeskQuery, isHeld: (asset: Asset) => boolean) {
    this.#query = query;
    this.list = new LiveList<ListArgs, Asset>(host, {
      args: () => (isVendor(host) ? this.reading : null),
      readPage: async ({client}, [, sort], cursor, signal) => {
        const {filter} = query();
        const page = await client.assets.list({...toInput(filter), sort: sort === 'newest' && filter.q ? 'relevance' : sort, limit: pageSize, ...(cursor && {cursor})}, {signal});
        void loadRules().catch(() => {});
        return page;
      },
      readOne: async ({client}, id, signal) => (await Promise.all([client.assets.get({id}, {signal}), loadRules()]))[0],
      // Until there are rules, what was read stays where it is.
      belongs: asset => rules?.isOnList(asset, query().filter, host.portal?.now() ?? 0) ?? true,
      compare: (a, b, [, sort]) => rules?.compareAssets(a, b, sort, query().filter.q !== '') ?? 0,
      resource: 'asset',
      isHeld,
    });
    this.counts = new LiveQuery<readonly [string], DeskCounts>(host, {
      args: () => (isVendor(host) ? [this.reading[0]] : null),
      read: async ({client}, _args, signal) => {
        const {filter} = query();
        const [counts, work] = await Promise.all([client.assets.counts(toInput(filter), {signal}), client.assets.counts(toInput({...filter, tab: 'work'}), {signal})]);
        return {...counts, work: work.total};
      },
      refreshOn: 'asset',
    });
    this.folders = new LiveQuery<readonly [], readonly AssetFolder[]>(host, {
      args: () => (isVendor(host) ? [] : null),
      read: async ({client}, _args, signal) => (await loadRules()).readFolders(client, signal),
      // How much is in each changes with the material: of interest while they are shown.
      refreshOn: ['asset_folder', 'asset'],
      concerns: ({resource}) => resource !== 'asset' || query().showsFolders,
    });
    this.copies = new LiveQuery<readonly [], readonly Cobrand[]>(host, {
      args: () => (isVendor(host) ? [] : null),
      read: async ({client}, _args, signal) => (await client.cobrands.list({status: ['submitted'], limit: 100}, {signal})).items,
      refreshOn: 'cobrand',
    });
    this.prints = new LiveQuery<readonly [], number>(host, {
      args: () => (isVendor(host) ? [] : null),
      read: async ({client}, _args, signal) => (await client.printOrders.list({status: ['requested', 'backordered'], limit: 100}, {signal})).items.length,
      refreshOn: 'print_order',
    });
    this.detail = new LiveQuery<readonly [string], Asset>(host, {
      args: () => {
        const {openId} = query();
        return openId === undefined ? null : [openId];
      },
      read: ({client}, [id], signal) => client.assets.get({id}, {signal}),
      refreshOn: 'asset',
      concerns: ({resourceId}) => resourceId === query().openId,
    });
  }

  /** What the list is being read for; another value is another list. */
  get reading(): ListArgs {
    const {filter, sort} = this.#query();
    return [toJson(filter), sort];
  }

  /** What is open, from wherever it is newest. */
  get open(): Asset | undefined {
    const {openId} = this.#query();
    if (openId === undefined) return undefined;
    const listed = this.list.items.find(({id}) => id === openId);
    const read = this.detail.value?.id === openId ? this.detail.value : undefined;
    // Of the same version, the row may be showing an act that is under way; a transcript only the single reading has.
    return listed && (!read || listed.version >= read.version) ? {...listed, transcript: read?.transcript ?? listed.transcript} : read;
  }

  /** How many there are in all, read or not; -1 until it is known. */
  get total(): number {
    const {items, hasMore} = this.list;
    return hasMore ? Math.max(items.length, this.counts.value?.total ?? -1) : items.length;
  }
}

let rules: typeof Rules | undefined;

/** Loads where a piece belongs that is not as it was read, and what reads the folders. */
export async function loadRules(): Promise<typeof Rules> {
  return (rules ??= await import('./list.model.ts'));
}

/** Whether the session is one that material is managed with; a partner's is told so without a request. */
function isVendor({portal}: WidgetHost): boolean {
  return portal?.me?.caller !== 'partner';
}
