import type {Lead, LeadCounts} from '@portico/contract';
import type {DeskStatus} from '../base/desk.controller.ts';
import {LeadDeskController} from '../lead-desk/lead-desk.controller.ts';
import type {LeadDeskQuery} from '../lead-desk/lead-desk.model.ts';
import {addDeskStrings} from '../strings/lead-desk-later.strings.ts';
import {leadDeskStrings} from '../strings/lead-desk.strings.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {termsOf} from './terms.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {LeadDeskController, type LeadDeskQuery};

/** What the vendor's desk for leads shows. */
export interface LeadDeskState extends WidgetState<DeskStatus> {
  /** Group, order, filters and search. */
  readonly query: LeadDeskQuery;
  /** What stands in the search, before `controller.search` searches for it. */
  readonly words: string;
  /** The leads that were read, in order. */
  readonly leads: readonly Lead[];
  /** Whether there are more; `controller.data.list.loadMore()` reads them. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** How many there are in all, read or not; -1 until it is known. */
  readonly total: number;
  readonly counts: LeadCounts | undefined;
  /** Those that were chosen for one act on all of them. */
  readonly chosen: readonly Lead[];
  readonly open: Lead | undefined;
}

/** The vendor's desk for leads without a view. */
export function createLeadDesk(portal: HeadlessPortal): Headless<LeadDeskController, LeadDeskState> {
  addDeskStrings();
  return follow(
    portal,
    host => new LeadDeskController(host, termsOf(leadDeskStrings, portal.locale)),
    desk => ({
      ...stateOf(portal, desk),
      query: desk.query,
      words: desk.words,
      leads: desk.data.list.items,
      hasMore: desk.data.list.hasMore,
      isLoading: desk.data.list.loading,
      total: desk.data.total,
      counts: desk.data.counts.value,
      chosen: desk.chosen,
      open: desk.data.open,
    }),
  );
}
