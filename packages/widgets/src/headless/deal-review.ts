import type {DealCounts, DealRegistration} from '@portico/contract';
import type {DeskStatus} from '../base/desk.controller.ts';
import {DealReviewController, type DealReviewQuery} from '../deal-review/deal-review.controller.ts';
import {dealReviewStrings} from '../strings/deal-review.strings.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {termsOf} from './terms.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {DealReviewController, type DealReviewQuery};

/** What the vendor's desk for deal registrations shows. */
export interface DealReviewState extends WidgetState<DeskStatus> {
  /** Tab, order, filters and search. */
  readonly query: DealReviewQuery;
  /** The registrations that were read, in order. */
  readonly deals: readonly DealRegistration[];
  /** Whether there are more; `controller.data.list.loadMore()` reads them. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** How many there are in all, read or not; -1 until it is known. */
  readonly total: number;
  readonly counts: DealCounts | undefined;
  /** Those that were chosen for one act on all of them. */
  readonly chosen: readonly DealRegistration[];
  readonly open: DealRegistration | undefined;
}

/** The vendor's desk for deal registrations without a view. */
export function createDealReview(portal: HeadlessPortal): Headless<DealReviewController, DealReviewState> {
  return follow(
    portal,
    host => new DealReviewController(host, termsOf(dealReviewStrings, portal.locale)),
    desk => ({
      ...stateOf(portal, desk),
      query: desk.query,
      deals: desk.data.list.items,
      hasMore: desk.data.list.hasMore,
      isLoading: desk.data.list.loading,
      total: desk.data.total,
      counts: desk.data.counts.value,
      chosen: desk.chosen,
      open: desk.data.open,
    }),
  );
}
