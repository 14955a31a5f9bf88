import type {DealChange, DealCounts, DealRegistration, DealStage, Receipt} from '@portico/contract';
import {DealListController, type DealListOptions, type DealListStatus} from '../deal-list/deal-list.controller.ts';
import type {DealListQuery} from '../deal-list/deal-list.model.ts';
import type {DealStory} from '../deal-list/opened-deal.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {sentenceOf} from './sentences.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {DealListController, type DealListOptions};

/** What a list of registered deals shows. */
export interface DealListState extends WidgetState<DealListStatus> {
  /** Tab, order and filters. */
  readonly query: DealListQuery;
  /** The registrations under the tab that were read, in order. */
  readonly deals: readonly DealRegistration[];
  /** Whether there are more; `controller.list.loadMore()` reads them. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** How many registrations are under each tab, and how many more fit. */
  readonly counts: DealCounts | undefined;
  /** Transfers that wait for this partner's word. */
  readonly offers: readonly DealChange[];
  /** The programme's stages of a deal, in order. */
  readonly stages: readonly DealStage[];
  /** The open registration, with what an act under way will make of it. */
  readonly open: DealRegistration | undefined;
  /** What happened to the open registration, newest first. */
  readonly story: DealStory | undefined;
  /** Receipts of its submissions, newest first. */
  readonly receipts: readonly Receipt[] | undefined;
}

/** A partner's registered deals without a view. */
export function createDealList(portal: HeadlessPortal, options: DealListOptions = {}): Headless<DealListController, DealListState> {
  return follow(
    portal,
    host => new DealListController(host, {explain: sentenceOf, ...options}),
    deals => ({
      ...stateOf(portal, deals),
      query: deals.query,
      deals: deals.list.items,
      hasMore: deals.list.hasMore,
      isLoading: deals.list.loading,
      counts: deals.counts,
      offers: deals.offers,
      stages: deals.stages,
      open: deals.opened.deal,
      story: deals.opened.story,
      receipts: deals.opened.receipts,
    }),
  );
}
