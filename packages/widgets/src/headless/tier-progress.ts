import type {Program, TierPolicy, TierStanding} from '@portico/contract';
import type {StandingStatus} from '../base/standing.status.ts';
import {TierProgressController} from '../tier-progress/tier-progress.controller.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {TierProgressController};

/** What a partner's level shows. */
export interface TierProgressState extends WidgetState<StandingStatus> {
  /** How the partner stands now, with how far it is with each level; `null` while there are no terms. */
  readonly standing: TierStanding | null | undefined;
  /** The terms that are in effect; `null` while there are none. */
  readonly policy: TierPolicy | null | undefined;
  readonly program: Program | undefined;
  /** Levels that can be reached, the lowest first. */
  readonly levels: Program['levels'];
  /** The next above the partner's own, else the highest. */
  readonly next: Program['levels'][number] | undefined;
}

/** A partner's level and the way to the next one, without a view. */
export function createTierProgress(portal: HeadlessPortal): Headless<TierProgressController, TierProgressState> {
  return follow(
    portal,
    host => new TierProgressController(host),
    tier => ({...stateOf(portal, tier), standing: tier.standing, policy: tier.policy, program: tier.program, levels: [...tier.levels], next: tier.next}),
  );
}
