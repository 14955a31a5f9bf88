/**
 * The state machine of a lead offer, as plain data: server rules, widgets, mocks and the model-based test read this one table. No schema library here,
 * because browsers load it.
 */

export type LeadOfferStatus =
  | 'offered' | 'viewed' | 'accepted' | 'working'
  | 'declined' | 'expired' | 'lost_race' | 'withdrawn' | 'reclaimed' | 'timed_out' | 'returned' | 'converted' | 'closed_won' | 'closed_lost';

/** What can happen to an offer. */
export type LeadOfferEvent =
  | 'view' | 'accept' | 'decline' | 'expire' | 'lose_race' | 'withdraw' | 'contact' | 'reclaim' | 'time_out' | 'return' | 'convert' | 'close_won' | 'close_lost' | 'reassign' | 'log_activity';

export type Actor = 'partner' | 'vendor' | 'clock';

export interface LeadOfferTransition {
  readonly from: readonly LeadOfferStatus[];
  /** `null`: the status stays. */
  readonly to: LeadOfferStatus | null;
  readonly by: Actor;
}

export const leadOfferTransitions = {
  view: {from: ['offered'], to: 'viewed', by: 'partner'},
  accept: {from: ['offered', 'viewed'], to: 'accepted', by: 'partner'},
  decline: {from: ['offered', 'viewed'], to: 'declined', by: 'partner'},
  expire: {from: ['offered', 'viewed'], to: 'expired', by: 'clock'},
  lose_race: {from: ['offered', 'viewed'], to: 'lost_race', by: 'clock'},
  withdraw: {from: ['offered', 'viewed', 'accepted', 'working'], to: 'withdrawn', by: 'vendor'},
  contact: {from: ['accepted'], to: 'working', by: 'partner'},
  reclaim: {from: ['accepted', 'working'], to: 'reclaimed', by: 'clock'},
  time_out: {from: ['accepted', 'working'], to: 'timed_out', by: 'clock'},
  return: {from: ['accepted', 'working'], to: 'returned', by: 'partner'},
  convert: {from: ['accepted', 'working'], to: 'converted', by: 'partner'},
  close_won: {from: ['accepted', 'working'], to: 'closed_won', by: 'partner'},
  close_lost: {from: ['accepted', 'working'], to: 'closed_lost', by: 'partner'},
  reassign: {from: ['offered', 'viewed', 'accepted', 'working'], to: null, by: 'partner'},
  log_activity: {from: ['accepted', 'working'], to: null, by: 'partner'},
} as const satisfies Record<LeadOfferEvent, LeadOfferTransition>;

/** The tabs of the inbox and the statuses under each. */
export const leadOfferTabs = {
  new: ['offered', 'viewed'],
  working: ['accepted', 'working'],
  closed: ['declined', 'expired', 'lost_race', 'withdrawn', 'reclaimed', 'timed_out', 'returned', 'converted', 'closed_won', 'closed_lost'],
} as const satisfies Record<string, readonly LeadOfferStatus[]>;

export type LeadOfferTab = keyof typeof leadOfferTabs;

/** The tab under which an offer of this status is found. */
export function tabOf(status: LeadOfferStatus): LeadOfferTab {
  if ((leadOfferTabs.new as readonly LeadOfferStatus[]).includes(status)) return 'new';
  return (leadOfferTabs.working as readonly LeadOfferStatus[]).includes(status) ? 'working' : 'closed';
}

/** Whether an event may happen to an offer of this status. */
export function canHappen(event: LeadOfferEvent, status: LeadOfferStatus): boolean {
  return (leadOfferTransitions[event].from as readonly LeadOfferStatus[]).includes(status);
}
