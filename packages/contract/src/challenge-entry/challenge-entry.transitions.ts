/**
 * The state machine of what a partner has in a challenge, as plain data: server rules, widgets, mocks and tests read this one table. No schema library here, because
 * browsers load it.
 */

export type ChallengeEntryStatus = 'counting' | 'draft' | 'submitted' | 'approved' | 'rejected' | 'revoked';

/** What can happen to an entry. */
export type ChallengeEntryEvent = 'update' | 'submit' | 'recall' | 'approve' | 'reject' | 'revoke' | 'meet' | 'miss';

export type ChallengeEntryActor = 'vendor' | 'partner' | 'system';

export interface ChallengeEntryTransition {
  readonly from: readonly ChallengeEntryStatus[];
  readonly to: ChallengeEntryStatus;
  readonly by: ChallengeEntryActor;
}

export const challengeEntryTransitions = {
  // What was rejected is put right and sent again.
  update: {from: ['draft', 'rejected'], to: 'draft', by: 'partner'},
  submit: {from: ['draft', 'rejected'], to: 'submitted', by: 'partner'},
  recall: {from: ['submitted'], to: 'draft', by: 'partner'},
  approve: {from: ['submitted'], to: 'approved', by: 'vendor'},
  reject: {from: ['submitted'], to: 'rejected', by: 'vendor'},
  // What was given goes back by lines of its own.
  revoke: {from: ['approved'], to: 'revoked', by: 'vendor'},
  // The goal of a performance challenge is reached, or no longer is because something was taken back while the challenge runs.
  meet: {from: ['counting'], to: 'approved', by: 'system'},
  miss: {from: ['approved'], to: 'counting', by: 'system'},
} as const satisfies Record<ChallengeEntryEvent, ChallengeEntryTransition>;

/** Whether an event may happen to an entry of this status, by somebody of this side. */
export function challengeEntryCan(event: ChallengeEntryEvent, status: ChallengeEntryStatus, side: ChallengeEntryActor): boolean {
  const {from, by}: ChallengeEntryTransition = challengeEntryTransitions[event];
  return by === side && from.includes(status);
}
