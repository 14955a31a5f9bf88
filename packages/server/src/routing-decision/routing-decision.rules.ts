import type {EligibilityCheck, PartnershipStatus, RoutingCandidate, RoutingDecision, RoutingRule, Territory} from '@portico/contract';
import {conditionHolds, type RoutedLead} from '../routing-rule/routing-rule.rules.ts';

/** A partner as routing sees it, at the moment of the decision. */
export interface RoutablePartner {
  readonly id: string;
  readonly name: string;
  readonly status: PartnershipStatus;
  /** Weight of its level; `null` without a level. */
  readonly levelWeight: number | null;
  /** Empty means everywhere. */
  readonly territories: readonly Territory[];
  /** Empty means all. */
  readonly products: readonly string[];
  readonly capacity: number | null;
  readonly pausedReason: string | null;
  /** Leads it holds: on offer and in work. */
  readonly openLoad: number;
  /** It declined this lead, or had it since the lead was last put back. */
  readonly hadBefore: boolean;
  /** As sortable text with microseconds; `null` for never. */
  readonly lastOfferedAt: string | null;
  /** From where to where its last turn reached; both 0 before the first. */
  readonly turn: {readonly from: number; readonly until: number};
}

export interface RoutingQuestion {
  readonly lead: RoutedLead;
  /** In the order in which they are tried. */
  readonly rules: readonly Pick<RoutingRule, 'id' | 'name' | 'version' | 'active' | 'method' | 'condition' | 'partnerOrgIds'>[];
  readonly partners: readonly RoutablePartner[];
  /** The partner who works with this customer already, or `null`. */
  readonly lockHolderId: string | null;
  /** The partner for what no rule places, or `null`. */
  readonly defaultPartnerOrgId: string | null;
}

/** A decision that is yet to be logged. */
export type Routing = Pick<RoutingDecision, 'method' | 'ruleId' | 'ruleName' | 'ruleVersion' | 'candidates' | 'chosen'>;

/**
 * Chooses the partner for a lead: whoever works with the customer already, else the first rule that finds somebody, else the default owner, else nobody
 * (`manual_queue`). The same question has the same answer, and the answer says of everyone who was looked at why not.
 */
export function routeLead(question: RoutingQuestion): Routing {
  const {lead, rules, partners, lockHolderId, defaultPartnerOrgId} = question;
  const known = new Map(partners.map(partner => [partner.id, partner]));
  if (lockHolderId !== null) return routeToHolder(lead, known.get(lockHolderId));

  const turnOf = turnsOf(partners);
  const looked = new Map<string, RoutingCandidate>();
  const failedOf = (partner: RoutablePartner): EligibilityCheck[] => {
    const candidate = looked.get(partner.id) ?? {partnerOrg: toRef(partner), failed: failedChecks(lead, partner, null)};
    looked.set(partner.id, candidate);
    return candidate.failed;
  };
  for (const rule of rules) {
    if (!rule.active || !conditionHolds(rule.condition, lead)) continue;
    const named = rule.partnerOrgIds.flatMap(id => known.get(id) ?? []);
    const eligible = (rule.partnerOrgIds.length > 0 ? named : partners).filter(partner => failedOf(partner).length === 0);
    const isInOrder = rule.method === 'named_partner' && named.length > 0;
    const [chosen] = isInOrder ? eligible : eligible.toSorted((a, b) => (rule.method === 'territory' ? closeness(lead, b) - closeness(lead, a) : 0) || turnOf(a).at - turnOf(b).at || byWait(a, b));
    if (!chosen) continue;
    const turns = new Map(isInOrder ? [] : eligible.map(partner => [partner.id, turnOf(partner)]));
    const candidates = [...looked.values()].map(candidate => {
      const turn = turns.get(candidate.partnerOrg.id);
      return turn ? {...candidate, turn} : candidate;
    });
    return {method: rule.method, ruleId: rule.id, ruleName: rule.name, ruleVersion: rule.version, candidates, chosen: toRef(chosen)};
  }
  const fallback = defaultPartnerOrgId === null ? undefined : known.get(defaultPartnerOrgId);
  const chosen = fallback && failedOf(fallback).length === 0 ? toRef(fallback) : null;
  return {...withoutRule, method: chosen ? 'default_owner' : 'manual_queue', candidates: [...looked.values()], chosen};
}

/**
 * Why a partner cannot receive a lead now; empty means that it can.
 *
 * @param lockHolderId - The partner who works with this customer already, or `null`.
 */
export function failedChecks(lead: RoutedLead, partner: RoutablePartner, lockHolderId: string | null): EligibilityCheck[] {
  const {status, levelWeight, territories, products, capacity, pausedReason, openLoad, hadBefore} = partner;
  const passed: Record<EligibilityCheck, boolean> = {
    partnership_active: isActive(status),
    level: levelWeight === null || levelWeight > 0,
    territory: territories.length === 0 || closeness(lead, partner) > 0,
    product: products.length === 0 || lead.products.every(product => products.includes(product)),
    not_declined_before: !hadBefore,
    capacity: capacity === null || openLoad < capacity,
    not_paused: pausedReason === null,
    account_lock: lockHolderId === null || lockHolderId === partner.id,
  };
  return (Object.keys(passed) as EligibilityCheck[]).filter(check => !passed[check]);
}

/** Whether a partnership in this status takes part in lead distribution. */
export function isActive(status: PartnershipStatus): boolean {
  return status === 'active' || status === 'at_risk';
}

const withoutRule = {ruleId: null, ruleName: null, ruleVersion: null};
// Who works with the customer gets the next lead too, wherever it came from; these are the reasons to ask a person instead.
const holderChecks: readonly EligibilityCheck[] = ['partnership_active', 'not_declined_before', 'capacity', 'not_paused'];

/**
 * Chooses the partner whom a customer asked, on the partner's own page: unless another works with that customer already, or there is a reason to ask a person instead.
 */
export function routeToNamed({lead, partners, lockHolderId}: Pick<RoutingQuestion, 'lead' | 'partners' | 'lockHolderId'>, namedId: string): Routing {
  const find = (id: string) => partners.find(partner => partner.id === id);
  if (lockHolderId !== null && lockHolderId !== namedId) return routeToHolder(lead, find(lockHolderId));
  const routing = routeToHolder(lead, find(namedId));
  return routing.chosen ? {...routing, method: 'named_partner'} : routing;
}

function routeToHolder(lead: RoutedLead, holder: RoutablePartner | undefined): Routing {
  if (!holder) return {...withoutRule, method: 'manual_queue', candidates: [], chosen: null};
  const failed = failedChecks(lead, holder, holder.id).filter(check => holderChecks.includes(check));
  const candidates = [{partnerOrg: toRef(holder), failed}];
  return failed.length === 0 ? {...withoutRule, method: 'account_lock', candidates, chosen: toRef(holder)} : {...withoutRule, method: 'manual_queue', candidates, chosen: null};
}

/** How precisely a partner's territory names the lead's place: 3 the region, 2 the country, 1 everywhere, 0 not at all. */
function closeness({country, region}: RoutedLead, {territories}: RoutablePartner): number {
  if (territories.length === 0) return 1;
  const own = territories.filter(territory => territory.country === country);
  if (region !== null && own.some(territory => territory.region?.toLowerCase() === region.toLowerCase())) return 3;
  return own.some(territory => territory.region === null) ? 2 : 0;
}

/**
 * Whose turn it is, by the weight of levels: the start tags of start-time fair queueing. Whoever could not be chosen for a while comes first once, and does not make up for all of it; with
 * equal weights it is whoever waited longest.
 */
function turnsOf(partners: readonly RoutablePartner[]): (partner: RoutablePartner) => {weight: number; at: number} {
  const present = Math.max(0, ...partners.map(({turn}) => turn.from));
  return ({levelWeight, turn}) => ({weight: levelWeight || 1, at: Math.max(present, turn.until)});
}

/** Longest since the last offer first, those who never had one before all; ids break ties. */
function byWait(a: RoutablePartner, b: RoutablePartner): number {
  return compare(a.lastOfferedAt ?? '', b.lastOfferedAt ?? '') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function toRef({id, name}: RoutablePartner): {id: string; name: string} {
  return {id, name};
}
