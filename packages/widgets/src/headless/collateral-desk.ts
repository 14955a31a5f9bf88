import type {Asset, AssetFolder, Cobrand} from '@portico/contract';
import type {DeskStatus} from '../base/desk.controller.ts';
import {CollateralDeskController, type CollateralDeskQuery} from '../collateral-desk/collateral-desk.controller.ts';
import type {DeskCounts} from '../collateral-desk/collateral-desk.data.ts';
import {collateralDeskStrings} from '../strings/collateral-desk.strings.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {termsOf} from './terms.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {CollateralDeskController, type CollateralDeskQuery};

/** What the vendor's desk for material shows. */
export interface CollateralDeskState extends WidgetState<DeskStatus> {
  /** Tab, order, filters and search. */
  readonly query: CollateralDeskQuery;
  /** The pieces that were read, in order. */
  readonly assets: readonly Asset[];
  /** Whether there are more; `controller.data.list.loadMore()` reads them. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** How many there are in all, read or not; -1 until it is known. */
  readonly total: number;
  readonly counts: DeskCounts | undefined;
  readonly folders: readonly AssetFolder[];
  /** Copies of partners that wait for approval, latest first. */
  readonly copies: readonly Cobrand[];
  /** How many orders of printed copies wait. */
  readonly prints: number;
  /** Those that were chosen for one act on all of them. */
  readonly chosen: readonly Asset[];
  readonly open: Asset | undefined;
}

/** The vendor's desk for material without a view. */
export function createCollateralDesk(portal: HeadlessPortal): Headless<CollateralDeskController, CollateralDeskState> {
  return follow(
    portal,
    host => new CollateralDeskController(host, termsOf(collateralDeskStrings, portal.locale)),
    desk => ({
      ...stateOf(portal, desk),
      query: desk.query,
      assets: desk.data.list.items,
      hasMore: desk.data.list.hasMore,
      isLoading: desk.data.list.loading,
      total: desk.data.total,
      counts: desk.data.counts.value,
      folders: desk.data.folders.value ?? [],
      copies: desk.data.copies.value ?? [],
      prints: desk.data.prints.value ?? 0,
      chosen: desk.chosen,
      open: desk.data.open,
    }),
  );
}
