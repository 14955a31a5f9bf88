import type {RoutingCandidate, RoutingRule} from '@portico/contract';
import {toCandidate} from './eligibility.ts';
import {logDecision, offerLead, type Doer} from './lead-flow.ts';
import {rulesFor} from './routing-rule.mocks.ts';
import type {LeadRow, Store} from './store.ts';

/** Lets the rules choose a partner and offers the lead; without one it waits for a person. */
export function routeLead(store: Store, lead: LeadRow, by: Doer = null): void {
  for (const rule of rulesFor(store, lead)) {
    const candidates = candidatesOf(store, lead, rule);
    const eligible = candidates.filter(({failed}) => failed.length === 0).map(({partnerOrg}) => partnerOrg);
    // In turn, by the weight of levels; among equals whoever has waited longest for an offer.
    const turnOf = rule.method === 'named_partner' ? null : turnsOf(store);
    const chosen = turnOf ? eligible.toSorted((a, b) => turnOf(a.id).at - turnOf(b.id).at || lastOfferAt(store, a.id) - lastOfferAt(store, b.id))[0] : eligible[0];
    if (!chosen) continue;
    const looked = candidates.map(candidate => (turnOf && candidate.failed.length === 0 ? {...candidate, turn: turnOf(candidate.partnerOrg.id)} : candidate));
    offerLead(store, lead, chosen.id, by, {decision: {method: rule.method, ruleId: rule.id, ruleName: rule.name, ruleVersion: rule.version, candidates: looked, chosen, decidedBy: null}});
    return;
  }
  const candidates = store.data.partnerOrgs.values().map(org => toCandidate(store, lead, org));
  const {defaultPartnerOrgId} = store.data.program;
  const owner = defaultPartnerOrgId === null ? undefined : store.data.partnerOrgs.get(defaultPartnerOrgId);
  if (owner) {
    offerLead(store, lead, owner.id, by, {decision: {method: 'default_owner', candidates, decidedBy: null}});
    return;
  }
  logDecision(store, lead, {method: 'manual_queue', candidates});
  store.update(store.data.leads, lead, {status: 'unroutable', attention: lead.offerIds.length > 0 ? 'all_declined' : 'no_partner'});
  store.change('lead', lead.id);
}

function candidatesOf(store: Store, lead: LeadRow, rule: RoutingRule): RoutingCandidate[] {
  const ids = rule.partnerOrgIds.length > 0 ? rule.partnerOrgIds : store.data.partnerOrgs.values().map(({id}) => id);
  return ids.flatMap(id => store.data.partnerOrgs.get(id) ?? []).map(org => toCandidate(store, lead, org));
}

/** Where partners' turns are: every offer moves its partner's on by 1 / the weight of its level. */
function turnsOf({data: {offers, partnerOrgs, program}}: Store): (partnerOrgId: string) => {weight: number; at: number} {
  const weightOf = (id: string) => program.levels.find(level => level.id === partnerOrgs.get(id)?.partnership.levelId)?.weight || 1;
  const ends = new Map<string, number>();
  let present = 0;
  for (const {partnerOrgId} of offers.values().toSorted((a, b) => Date.parse(a.offeredAt) - Date.parse(b.offeredAt))) {
    const from = Math.max(present, ends.get(partnerOrgId) ?? 0);
    ends.set(partnerOrgId, from + 1 / weightOf(partnerOrgId));
    present = Math.max(present, from);
  }
  return id => ({weight: weightOf(id), at: Math.max(present, ends.get(id) ?? 0)});
}

function lastOfferAt(store: Store, partnerOrgId: string): number {
  return Math.max(0, ...store.data.offers.values().flatMap(offer => (offer.partnerOrgId === partnerOrgId ? [Date.parse(offer.offeredAt)] : [])));
}
