import type {Lead, LeadCounts} from '@portico/contract';
import {LiveList} from '../base/live-list.ts';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {compareLeads, countOf, isOnList, statusesOf, type LeadDeskFilter, type LeadDeskSort} from './lead-desk.model.ts';

/** What the desk shows now. */
export interface DeskQuery {
  readonly filter: LeadDeskFilter;
  readonly sort: LeadDeskSort;
  /** Id of the open lead. */
  readonly openId: string | undefined;
}

type ListArgs = readonly [filter: string, sort: LeadDeskSort];

const pageSize = 100;

/** What the desk reads: the list, the counts above it, and the lead that is open, on the list or not. */
export class LeadDeskData {
  readonly list: LiveList<ListArgs, Lead>;
  readonly counts: LiveQuery<readonly [partnerOrgId: string | null, attention: boolean, q: string], LeadCounts>;
  readonly detail: LiveQuery<readonly [id: string], Lead>;
  readonly #query: () => DeskQuery;

  /** @param isHeld - Whether the user has a row in hand, so that it keeps its place. */
  constructor(host: WidgetHost, query: () => DeskQuery, isHeld: (lead: Lead) => boolean) {
    this.#query = query;
    this.list = new LiveList(host, {
      args: () => (isVendor(host) ? this.reading : null),
      readPage: ({client}, [, sort], cursor, signal) => {
        const {partnerOrgId, attention, q, ...filter} = query().filter;
        const status = statusesOf(filter);
        return client.leads.list(
          {
            sort,
            limit: pageSize,
            ...(status && {status}),
            ...(partnerOrgId && {partnerOrgId}),
            ...(attention && {attention}),
            ...(q && {q}),
            ...(cursor && {cursor}),
          },
          {signal},
        );
      },
      readOne: ({client}, id, signal) => client.leads.get({id}, {signal}),
      belongs: lead => isOnList(lead, query().filter),
      compare: (a, b, [, sort]) => compareLeads(a, b, sort),
      resource: 'lead',
      isHeld,
    });
    this.counts = new LiveQuery<readonly [string | null, boolean, string], LeadCounts>(host, {
      args: () => {
        const {partnerOrgId, attention, q} = query().filter;
        return isVendor(host) ? [partnerOrgId, attention, q] : null;
      },
      read: ({client}, [partnerOrgId, attention, q], signal) =>
        client.leads.counts({...(partnerOrgId && {partnerOrgId}), ...(attention && {attention}), ...(q && {q})}, {signal}),
      refreshOn: 'lead',
    });
    this.detail = new LiveQuery<readonly [string], Lead>(host, {
      args: () => {
        const {openId} = query();
        return openId === undefined ? null : [openId];
      },
      read: ({client}, [id], signal) => client.leads.get({id}, {signal}),
      refreshOn: 'lead',
      // A row of the list is read again by the list.
      concerns: ({resourceId}) => resourceId === query().openId && !this.list.items.some(({id}) => id === resourceId),
    });
  }

  /** What the list is being read for; another value is another list. */
  get reading(): ListArgs {
    const {filter, sort} = this.#query();
    const {group, status, partnerOrgId, attention, q} = filter;
    return [[group, status, partnerOrgId, attention, q].join('\n'), sort];
  }

  /** The open lead, from wherever it is newest. */
  get open(): Lead | undefined {
    const {openId} = this.#query();
    if (openId === undefined) return undefined;
    const listed = this.list.items.find(({id}) => id === openId);
    const read = this.detail.value;
    // Of the same version, the row may be showing an act that is under way.
    return listed && (!read || listed.version >= read.version) ? listed : read;
  }

  /** How many leads the list has in all, read or not; -1 until it is known. */
  get total(): number {
    const {group, status} = this.#query().filter;
    const counts = this.counts.value;
    const {items, hasMore} = this.list;
    if (!hasMore) return items.length;
    if (!counts) return -1;
    return Math.max(items.length, status ? (counts.byStatus[status] ?? 0) : countOf(counts, group));
  }
}

/** Whether the session is one that leads are read with; a partner's is told so without a request. */
function isVendor({portal}: WidgetHost): boolean {
  return portal?.me?.caller !== 'partner';
}
