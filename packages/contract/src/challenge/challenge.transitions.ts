/**
 * The state machine of a challenge, as plain data: server rules, widgets, mocks and tests read this one table. No schema library here, because browsers load it.
 */

export type ChallengeStatus = 'draft' | 'published' | 'ended' | 'withdrawn';

/** What can happen to a challenge. */
export type ChallengeEvent = 'update' | 'publish' | 'end' | 'withdraw';

export interface ChallengeTransition {
  readonly from: readonly ChallengeStatus[];
  readonly to: ChallengeStatus;
}

export const challengeTransitions = {
  // What partners have seen is not changed any more.
  update: {from: ['draft'], to: 'draft'},
  publish: {from: ['draft'], to: 'published'},
  // By hand; the clock ends it too, when its window is over.
  end: {from: ['published'], to: 'ended'},
  // What was given stays; proofs that wait are rejected.
  withdraw: {from: ['draft', 'published'], to: 'withdrawn'},
} as const satisfies Record<ChallengeEvent, ChallengeTransition>;

/** Whether an event may happen to a challenge of this status. */
export function challengeCan(event: ChallengeEvent, status: ChallengeStatus): boolean {
  const {from}: ChallengeTransition = challengeTransitions[event];
  return from.includes(status);
}
