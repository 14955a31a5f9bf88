/**
 * The state machine of a redemption, as plain data: server rules, widgets, mocks and tests read this one table. No schema library here, because browsers load it.
 */

export type RedemptionStatus = 'requested' | 'approved' | 'fulfilled' | 'failed' | 'cancelled';

/** What can happen to a redemption. */
export type RedemptionEvent = 'approve' | 'fulfil' | 'fail' | 'cancel' | 'call_off';

export type RedemptionActor = 'vendor' | 'partner';

export interface RedemptionTransition {
  readonly from: readonly RedemptionStatus[];
  readonly to: RedemptionStatus;
  readonly by: RedemptionActor;
}

export const redemptionTransitions = {
  approve: {from: ['requested'], to: 'approved', by: 'vendor'},
  fulfil: {from: ['approved'], to: 'fulfilled', by: 'vendor'},
  // Points and stock go back, here and below.
  fail: {from: ['approved'], to: 'failed', by: 'vendor'},
  cancel: {from: ['requested', 'approved'], to: 'cancelled', by: 'vendor'},
  // The partner's own change of mind, as long as nobody has begun.
  call_off: {from: ['requested'], to: 'cancelled', by: 'partner'},
} as const satisfies Record<RedemptionEvent, RedemptionTransition>;

/** Whether an event may happen to a redemption of this status, by somebody of this side. */
export function redemptionCan(event: RedemptionEvent, status: RedemptionStatus, side: RedemptionActor): boolean {
  const {from, by}: RedemptionTransition = redemptionTransitions[event];
  return by === side && from.includes(status);
}
