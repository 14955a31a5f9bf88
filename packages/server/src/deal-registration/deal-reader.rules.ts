import {dealCan, dealTransitions, type DealAction, type DealEvent} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {isOver} from '../deal-flow/deal-clock.rules.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import {isSeenByDistributor, isSeenByVendor} from '../deal-flow/deal-secrecy.rules.ts';
import type {HeldDeal} from '../deal-flow/held-deal.queries.ts';

/** Who looks at a registration or acts on it. */
export interface DealReader {
  readonly side: 'vendor' | 'partner';
  readonly partnerOrgId: string | null;
  readonly personId: string | null;
  readonly seesWholeOrg: boolean;
  /** Sees what resellers share with its organisation, if that is a distributor. */
  readonly seesResellers: boolean;
  readonly scopes: readonly string[];
}

/** What decides who sees a registration. */
export type DealPlace = Pick<HeldDeal, 'status' | 'number' | 'drafted_by' | 'partner_org_id' | 'owner_id' | 'distributor_id' | 'hide_from_distributor'>;

/** Who reads, for the rules. */
export function dealReaderOf({caller, partnerOrgId, personId, seesWholeOrg, roles, scopes}: Scope): DealReader {
  return {side: caller === 'partner' ? 'partner' : 'vendor', partnerOrgId, personId, seesWholeOrg, seesResellers: seesWholeOrg || roles.includes('distributor_user'), scopes};
}

/**
 * Whether a registration is this reader's to see: all of the organisation's for those who lead it, own ones for the rest; for a distributor what resellers share; for the
 * vendor all but drafts that a partner has to itself. What a channel manager sees is decided by row-level security.
 */
export function isDealVisibleTo(reader: DealReader, deal: DealPlace, program: Pick<DealProgram, 'policy'>): boolean {
  if (reader.side === 'vendor') return isSeenByVendor(deal, program);
  if (deal.partner_org_id === reader.partnerOrgId) return reader.seesWholeOrg || (deal.owner_id !== null && deal.owner_id === reader.personId);
  return isOfDistributor(reader, deal) && reader.seesResellers && isSeenByDistributor(deal);
}

/** What vendor staff may do in a partner's stead. */
const onBehalf: readonly DealEvent[] = ['update', 'submit', 'resubmit', 'set_stage', 'win', 'lose'];
/** What a distributor may do with a registration that it started for its reseller. */
const forReseller: readonly DealEvent[] = ['update', 'submit', 'resubmit', 'recall', 'withdraw', 'revise'];

/** Whether an event is this reader's to make happen, whatever the status. The registration is one they see. */
export function mayMakeHappen(reader: DealReader, event: DealEvent, deal: DealPlace & Pick<HeldDeal, 'drafted_by'>): boolean {
  if (!reader.scopes.includes(`${resourceOf(event)}:write`)) return false;
  const {by} = dealTransitions[event];
  if (reader.side === 'vendor') return by === 'vendor' || onBehalf.includes(event);
  if (by !== 'partner') return false;
  return deal.partner_org_id === reader.partnerOrgId || (deal.drafted_by === 'distributor' && forReseller.includes(event));
}

/** Whether a registration's time is up, so that a partner can no longer act on it; the clock ends it a moment later. */
export function isTooLate(event: DealEvent, deal: HeldDeal, now: string): boolean {
  return dealTransitions[event].by === 'partner' && isOver(deal, now);
}

/** What a reader may do with a registration now, by its status; what depends on more (open requests, approval steps) is narrowed by the caller. */
export function dealActionsOf(reader: DealReader, deal: HeldDeal, now: string): DealAction[] {
  return (Object.keys(dealTransitions) as DealEvent[]).filter((event): event is DealAction => dealCan(event, deal.status) && mayMakeHappen(reader, event, deal) && !isTooLate(event, deal, now));
}

function isOfDistributor({partnerOrgId}: DealReader, deal: DealPlace): boolean {
  return partnerOrgId !== null && deal.distributor_id === partnerOrgId && !deal.hide_from_distributor;
}

function resourceOf(event: DealEvent): 'deal_registration' | 'deal_review' | 'deal_change' {
  if (event === 'request_extension' || event === 'request_amendment' || event === 'propose_transfer') return 'deal_change';
  return dealTransitions[event].by === 'vendor' ? 'deal_review' : 'deal_registration';
}
