/**
 * The state machine of a deal registration, as plain data: server rules, widgets, mocks and the model-based test read this one table. No schema library here,
 * because browsers load it.
 */

export type DealStatus =
  | 'draft' | 'submitted' | 'under_review' | 'action_required' | 'pending_approval'
  | 'approved' | 'converted'
  | 'won' | 'lost' | 'rejected' | 'duplicate' | 'withdrawn' | 'cancelled' | 'lapsed' | 'expired' | 'voided';

/** What can happen to a registration. */
export type DealEvent =
  | 'update' | 'submit' | 'recall' | 'withdraw' | 'resubmit' | 'revise' | 'set_stage' | 'reassign' | 'win' | 'lose' | 'request_extension' | 'request_amendment'
  | 'assign' | 'change_reviewer' | 'request_info' | 'send_for_approval' | 'approve' | 'reject' | 'mark_duplicate' | 'cancel' | 'convert' | 'confirm_win' | 'void' | 'postpone' | 'reinstate' | 'propose_transfer'
  | 'lapse' | 'expire';

export type DealActor = 'partner' | 'vendor' | 'clock';

export interface DealTransition {
  readonly from: readonly DealStatus[];
  /** `null`: the status stays. */
  readonly to: DealStatus | null;
  readonly by: DealActor;
}

export const dealTransitions = {
  update: {from: ['draft', 'action_required'], to: null, by: 'partner'},
  submit: {from: ['draft'], to: 'submitted', by: 'partner'},
  recall: {from: ['submitted'], to: 'draft', by: 'partner'},
  withdraw: {from: ['draft', 'submitted', 'under_review', 'action_required', 'pending_approval'], to: 'withdrawn', by: 'partner'},
  resubmit: {from: ['action_required'], to: 'submitted', by: 'partner'},
  // A rejected registration goes back to a draft to be improved, as often as the programme allows.
  revise: {from: ['rejected'], to: 'draft', by: 'partner'},
  set_stage: {from: ['approved', 'converted'], to: null, by: 'partner'},
  reassign: {from: ['draft', 'submitted', 'under_review', 'action_required', 'pending_approval', 'approved', 'converted'], to: null, by: 'partner'},
  win: {from: ['approved', 'converted'], to: 'won', by: 'partner'},
  lose: {from: ['approved', 'converted'], to: 'lost', by: 'partner'},
  request_extension: {from: ['approved', 'converted'], to: null, by: 'partner'},
  request_amendment: {from: ['approved', 'converted'], to: null, by: 'partner'},
  assign: {from: ['submitted'], to: 'under_review', by: 'vendor'},
  change_reviewer: {from: ['under_review', 'action_required', 'pending_approval'], to: null, by: 'vendor'},
  request_info: {from: ['submitted', 'under_review'], to: 'action_required', by: 'vendor'},
  send_for_approval: {from: ['under_review'], to: 'pending_approval', by: 'vendor'},
  approve: {from: ['under_review', 'pending_approval'], to: 'approved', by: 'vendor'},
  reject: {from: ['under_review', 'pending_approval'], to: 'rejected', by: 'vendor'},
  mark_duplicate: {from: ['submitted', 'under_review'], to: 'duplicate', by: 'vendor'},
  cancel: {from: ['submitted', 'under_review', 'action_required', 'pending_approval', 'approved'], to: 'cancelled', by: 'vendor'},
  convert: {from: ['approved'], to: 'converted', by: 'vendor'},
  confirm_win: {from: ['won'], to: null, by: 'vendor'},
  void: {from: ['won'], to: 'voided', by: 'vendor'},
  postpone: {from: ['approved', 'converted'], to: null, by: 'vendor'},
  // The same act on one whose protection has ended.
  reinstate: {from: ['expired'], to: 'approved', by: 'vendor'},
  propose_transfer: {from: ['approved', 'converted'], to: null, by: 'vendor'},
  lapse: {from: ['action_required'], to: 'lapsed', by: 'clock'},
  expire: {from: ['approved', 'converted'], to: 'expired', by: 'clock'},
} as const satisfies Record<DealEvent, DealTransition>;

/** The tabs of lists and the statuses under each. */
export const dealTabs = {
  draft: ['draft'],
  in_review: ['submitted', 'under_review', 'action_required', 'pending_approval'],
  protected: ['approved', 'converted'],
  closed: ['won', 'lost', 'rejected', 'duplicate', 'withdrawn', 'cancelled', 'lapsed', 'expired', 'voided'],
} as const satisfies Record<string, readonly DealStatus[]>;

export type DealTab = keyof typeof dealTabs;

/** The tab under which a registration of this status is found. */
export function dealTabOf(status: DealStatus): DealTab {
  const tabs = Object.keys(dealTabs) as DealTab[];
  return tabs.find(tab => (dealTabs[tab] as readonly DealStatus[]).includes(status)) ?? 'closed';
}

/** Whether an event may happen to a registration of this status. */
export function dealCan(event: DealEvent, status: DealStatus): boolean {
  return (dealTransitions[event].from as readonly DealStatus[]).includes(status);
}
