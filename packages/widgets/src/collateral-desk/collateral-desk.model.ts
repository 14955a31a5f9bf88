import type {Api, Asset, RouteInput} from '@portico/contract';
import type {AssetStatus} from '@portico/contract/asset-transitions';

/** The tabs, by what can still happen; on the last ones are copies of partners that wait for approval, printed copies, and the report of what was done. */
export const deskTabs = ['work', 'published', 'ended', 'all', 'copies', 'print', 'report'] as const;
export type CollateralDeskTab = (typeof deskTabs)[number];
type ListTab = Exclude<CollateralDeskTab, 'copies' | 'print' | 'report'>;

export const deskSorts = ['newest', 'title', 'expiring'] as const;
export type CollateralDeskSort = (typeof deskSorts)[number];

/** Facets that the list is narrowed by, one value each. */
export const deskFacets = ['type', 'product', 'language', 'folderId'] as const;
export type DeskFacet = (typeof deskFacets)[number];

/** What the list shows. */
export interface DeskFilter extends Readonly<Record<DeskFacet, string | null>> {
  readonly tab: ListTab;
  readonly q: string;
  /** Only what runs out within a month. */
  readonly expiring: boolean;
  /** Only what some partner holds an old copy of. */
  readonly stale: boolean;
  /** Ids of the folder and of those in it; `null` for all. */
  readonly folderIds: readonly string[] | null;
}

/** What somebody has chosen of it, besides the tab. */
export type DeskChoice = Omit<DeskFilter, 'tab' | 'folderIds'>;

/** The filters of a fresh desk, whatever the tab. */
export const noFilters = {type: null, product: null, language: null, folderId: null, q: '', expiring: false, stale: false} as const;

/** Whether anything besides the tab narrows the list. */
export function isNarrowed(filter: DeskFilter): boolean {
  return filter.q !== '' || filter.expiring || filter.stale || deskFacets.some(facet => filter[facet] !== null);
}

/** What is on the tabs. */
export const statuses: Readonly<Record<Exclude<ListTab, 'all'>, readonly AssetStatus[]>> = {
  work: ['draft', 'in_review', 'changes_requested', 'approved'],
  published: ['published'],
  ended: ['superseded', 'expired', 'archived', 'recalled'],
};
const monthMs = 30 * 86_400_000;

/** The filter as the API takes it. */
export function toInput({tab, type, product, language, folderIds, q, expiring, stale}: DeskFilter) {
  const one = (value: string | null) => (value === null ? undefined : [value]);
  const input = {type: one(type), product: one(product), language: one(language), folderId: folderIds?.slice(0, 100), q: q || undefined, expiringWithinDays: expiring ? 30 : undefined, stale: stale || undefined, status: tab === 'all' ? undefined : [...statuses[tab]]};
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as RouteInput<Api['assets']['counts']>;
}

/** Whether it runs out by itself within a month. */
export function runsOutSoon({expiresAt, status}: Asset, now: number): boolean {
  return status === 'published' && expiresAt !== null && Date.parse(expiresAt) < now + monthMs;
}

/** The number of the latest version that is in force, if any. */
export function latestNumber({current}: Asset): number | undefined {
  return current.length === 0 ? undefined : Math.max(...current.map(({number}) => number));
}
