import type {Change} from './tier-progress.view.ts';

/** What somebody tried, and what it would come to. */
export interface TierWhatIfDetail {
  /** What there would be more of; none after starting over. */
  readonly changes: readonly Change[];
  /** Id of the level that would be reached; `null` is none. */
  readonly reachedLevelId: string | null;
}

/** Somebody tries what would be with more. Nothing is saved; a page can offer the way there. */
export class TierWhatIfEvent extends CustomEvent<TierWhatIfDetail> {
  static readonly type = 'portico-tier-what-if';

  constructor(detail: TierWhatIfDetail) {
    super(TierWhatIfEvent.type, {detail, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-tier-what-if': TierWhatIfEvent;
  }
}
