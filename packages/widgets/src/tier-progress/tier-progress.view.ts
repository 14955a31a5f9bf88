import type {LevelProgress} from '@portico/contract';
import type {TemplateResult} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import type {TierProgressController} from './tier-progress.controller.ts';
import type {Text} from './tier-text.ts';

/** One thing that a partner could do more of. */
export interface Change {
  readonly metric: LevelProgress['criteria'][number]['metric'];
  readonly event: string | null;
  readonly add: number;
}

/** What would be. */
export interface Outcome {
  readonly levels: readonly LevelProgress[];
  readonly reachedLevelId: string | null;
}

/** Views that come with a chunk of their own: the engine of levels and what moves its values. */
export interface LaterViews {
  readonly whatIf: (view: TierProgressView) => TemplateResult;
  /** Measures the partner as if it had done more, by the rules that the server uses. */
  readonly evaluate: (tiers: TierProgressController, changes: readonly Change[]) => Outcome | undefined;
}

/** What the views of the progress draw from. */
export interface TierProgressView {
  readonly tiers: TierProgressController;
  readonly portal: PortalController | undefined;
  readonly text: Text;
  readonly later: LaterViews | undefined;
  /** Id of the level that is looked at. */
  readonly levelId: string;
  readonly changes: readonly Change[];
  /** With those changes; `undefined` without any. */
  readonly outcome: Outcome | undefined;
  look(levelId: string): void;
  /** Sets how much more of something there would be; no changes at all for `null`. */
  move(change: Change | null): void;
}
