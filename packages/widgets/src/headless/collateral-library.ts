import type {Asset, AssetCounts, AssetFacets, AssetVersion, DealStage} from '@portico/contract';
import {CollateralLibraryController, type CollateralLibraryOptions, type CollateralLibraryStatus} from '../collateral-library/collateral-library.controller.ts';
import type {LibraryQuery} from '../collateral-library/library.model.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {sentenceOf} from './sentences.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {CollateralLibraryController, type CollateralLibraryOptions};

/** What a library of material shows. */
export interface CollateralLibraryState extends WidgetState<CollateralLibraryStatus> {
  /** Tab, order, search and filters. */
  readonly query: LibraryQuery;
  /** The pieces that were read, in order. */
  readonly assets: readonly Asset[];
  /** Whether there are more; `controller.list.loadMore()` reads them. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** How many pieces are under each tab. */
  readonly counts: AssetCounts | undefined;
  /** What the list can be narrowed by, with numbers. */
  readonly facets: AssetFacets | undefined;
  /** The programme's stages of a deal, for their names. */
  readonly stages: readonly DealStage[];
  /** How many pieces have come since; `controller.showArrived()` lists them. */
  readonly arrived: number;
  /** The open piece. */
  readonly open: Asset | undefined;
  /** Its versions, latest first. */
  readonly versions: readonly AssetVersion[] | undefined;
}

/**
 * A partner's library without a view. A download is handed to the browser, which takes a page; elsewhere the event `portico-collateral-download` says where it is.
 */
export function createCollateralLibrary(portal: HeadlessPortal, options: CollateralLibraryOptions = {}): Headless<CollateralLibraryController, CollateralLibraryState> {
  return follow(
    portal,
    host => new CollateralLibraryController(host, {explain: sentenceOf, ...options}),
    library => ({
      ...stateOf(portal, library),
      query: library.query,
      assets: library.list.items,
      hasMore: library.list.hasMore,
      isLoading: library.list.loading,
      counts: library.counts,
      facets: library.facets,
      stages: library.stages,
      arrived: library.arrived,
      open: library.opened.asset,
      versions: library.opened.versions,
    }),
  );
}
