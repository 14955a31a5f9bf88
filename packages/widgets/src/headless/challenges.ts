import type {Badge, BadgeAward, Challenge, PointsAccount, Redemption, Reward} from '@portico/contract';
import type {StandingStatus} from '../base/standing.status.ts';
import {ChallengesController, type ChallengesTab} from '../challenges/challenges.controller.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {ChallengesController, type ChallengesTab};

/** What challenges, badges and rewards show. */
export interface ChallengesState extends WidgetState<StandingStatus> {
  /** What is looked at, of what this session may see. */
  readonly tab: ChallengesTab;
  readonly tabs: readonly ChallengesTab[];
  /** How what the tab shows stands: badges and rewards are read when somebody looks. */
  readonly tabStatus: StandingStatus;
  /** What can be redeemed, and the level by points. */
  readonly account: PointsAccount | undefined;
  readonly challenges: readonly Challenge[];
  readonly badges: readonly Badge[];
  /** Badges that were earned, the latest first. */
  readonly awards: readonly BadgeAward[];
  readonly rewards: readonly Reward[];
  /** What was asked for, the latest first. */
  readonly redemptions: readonly Redemption[];
}

/** A partner's challenges, badges and rewards, without a view. */
export function createChallenges(portal: HeadlessPortal, tab?: ChallengesTab): Headless<ChallengesController, ChallengesState> {
  return follow(
    portal,
    host => new ChallengesController(host, tab),
    each => ({
      ...stateOf(portal, each),
      tab: each.tab,
      tabs: each.tabs,
      tabStatus: each.tabStatus,
      account: each.account,
      challenges: each.challenges,
      badges: each.badges,
      awards: each.awards,
      rewards: each.rewards,
      redemptions: each.redemptions,
    }),
  );
}
