import type {DealCounts, DealRegistration} from '@portico/contract';
import {LiveList} from '../base/live-list.ts';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {compareDeals, countOf, isOnList, type DealReviewFilter, type DealReviewSort, type DealReviewTab} from './deal-review.model.ts';

/** What the desk shows now. */
export interface ReviewQuery {
  readonly filter: DealReviewFilter;
  readonly sort: DealReviewSort;
  /** Id of the open registration. */
  readonly openId: string | undefined;
}

type ListArgs = readonly [filter: string, sort: DealReviewSort, tab: DealReviewTab];
type CountArgs = readonly [partnerOrgId: string | null, reviewer: string | null, attention: boolean, q: string];

const pageSize = 100;

/** What the desk reads: the queue, the counts above it, and the registration that is open, on the queue or not. */
export class DealReviewData {
  readonly list: LiveList<ListArgs, DealRegistration>;
  readonly counts: LiveQuery<CountArgs, DealCounts>;
  readonly detail: LiveQuery<readonly [id: string], DealRegistration>;
  readonly #query: () => ReviewQuery;

  /** @param isHeld - Whether the user has a row in hand, so that it keeps its place. */
  constructor(host: WidgetHost, query: () => ReviewQuery, isHeld: (deal: DealRegistration) => boolean) {
    this.#query = query;
    this.list = new LiveList<ListArgs, DealRegistration>(host, {
      args: () => (isVendor(host) ? this.reading : null),
      readPage: ({client}, [, sort], cursor, signal) => {
        const {tab, status} = query().filter;
        return client.dealRegistrations.list(
          {sort, limit: pageSize, ...toInput(query().filter), ...(tab !== 'all' && {tab}), ...(status && {status: [status]}), ...(cursor && {cursor})},
          {signal},
        );
      },
      readOne: ({client}, id, signal) => client.dealRegistrations.get({id}, {signal}),
      belongs: deal => isOnList(deal, query().filter, host.portal?.me?.person?.id),
      compare: (a, b, [, sort, tab]) => compareDeals(a, b, sort, tab),
      resource: 'deal_registration',
      isHeld,
    });
    this.counts = new LiveQuery<CountArgs, DealCounts>(host, {
      args: () => {
        const {partnerOrgId, reviewer, attention, q} = query().filter;
        return isVendor(host) ? [partnerOrgId, reviewer, attention, q] : null;
      },
      read: ({client}, _args, signal) => client.dealRegistrations.counts(toInput(query().filter), {signal}),
      refreshOn: 'deal_registration',
    });
    this.detail = new LiveQuery<readonly [string], DealRegistration>(host, {
      args: () => {
        const {openId} = query();
        return openId === undefined ? null : [openId];
      },
      read: ({client}, [id], signal) => client.dealRegistrations.get({id}, {signal}),
      refreshOn: 'deal_registration',
      // A row of the queue is read again by the queue.
      concerns: ({resourceId}) => resourceId === query().openId && !this.list.items.some(({id}) => id === resourceId),
    });
  }

  /** What the queue is being read for; another value is another queue. */
  get reading(): ListArgs {
    const {filter, sort} = this.#query();
    const {tab, status, partnerOrgId, reviewer, attention, q} = filter;
    return [[tab, status, partnerOrgId, reviewer, attention, q].join('\n'), sort, tab];
  }

  /** The open registration, from wherever it is newest. */
  get open(): DealRegistration | undefined {
    const {openId} = this.#query();
    if (openId === undefined) return undefined;
    const listed = this.list.items.find(({id}) => id === openId);
    const read = this.detail.value;
    // Of the same version, the row may be showing an act that is under way.
    return listed && (!read || listed.version >= read.version) ? listed : read;
  }

  /** How many registrations the queue has in all, read or not; -1 until it is known. */
  get total(): number {
    const {tab, status} = this.#query().filter;
    const {items, hasMore} = this.list;
    if (!hasMore) return items.length;
    // Counts are by tab: of one status within it nobody knows before the end.
    if (status !== null || !this.counts.value) return -1;
    return Math.max(items.length, countOf(this.counts.value, tab));
  }
}

/** What list and counts are narrowed to alike. */
function toInput({partnerOrgId, reviewer, attention, q}: DealReviewFilter) {
  return {...(partnerOrgId && {partnerOrgId}), ...(reviewer && {reviewer}), ...(attention && {attention}), ...(q && {q})};
}

/** Whether the session is one that registrations are reviewed with; a partner's is told so without a request. */
function isVendor({portal}: WidgetHost): boolean {
  return portal?.me?.caller !== 'partner';
}
