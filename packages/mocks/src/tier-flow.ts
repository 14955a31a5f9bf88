import type {LevelChange, OwnPartnerEvent, PartnerOrg, TierMetric, TierPolicy, TierTerms} from '@portico/contract';
import {nextLevelStep, openStatuses, type LevelStanding} from '@portico/contract/level-change-rules';
import {periodAt} from '@portico/contract/period';
import {evaluateTiers, measured, valueKey, windowAt, type TierOutcome, type TierValues} from '@portico/contract/tier-rules';
import {earnedLines} from './points-lines.ts';
import type {Standing} from './standing.ts';
import type {Store} from './store.ts';

type ChangeRow = NonNullable<ReturnType<Standing['levelChanges']['get']>>;

const counted: Partial<Record<TierMetric, OwnPartnerEvent>> = {revenue: 'deal_won', closed_deals: 'deal_won', registrations: 'deal_registered', approved_registrations: 'deal_approved', leads_accepted: 'lead_accepted'};
/** Partners that levels are for. */
export const measuredStatuses: readonly string[] = ['onboarding', 'active', 'at_risk'];

/** The terms that count now. */
export function policyNow(store: Store): TierPolicy | undefined {
  const now = store.now();
  return store.data.standing.policies.values().filter(({effectiveFrom}) => effectiveFrom <= now).toSorted((a, b) => b.number - a.number)[0];
}

/** Measures a partner by the terms. */
export function measure(store: Store, org: PartnerOrg, terms: TierTerms): {values: TierValues; outcome: TierOutcome} {
  const now = store.now();
  const values: Record<string, number> = {};
  for (const criterion of measured(terms.requirements)) {
    const {metric, event, window} = criterion;
    const {from, until} = windowAt(window, now, terms.timeZone);
    const isIn = ({partnerOrgId, occurredAt}: {readonly partnerOrgId: string; readonly occurredAt: string}) => partnerOrgId === org.id && occurredAt >= from && occurredAt <= until;
    const events = store.data.standing.events.values().filter(row => isIn(row) && row.retractedAt === null && row.event === (event ?? counted[metric]));
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    const value =
      metric === 'certifications'
        ? org.partnership.certifications.length
        : metric === 'points'
          ? sum(earnedLines(store).filter(isIn).map(({points}) => points))
          : metric === 'revenue'
            ? sum(events.map(({facts: {amount}}) => (amount?.currency === terms.currency ? amount.amountMinor : 0)))
            : events.length;
    if (value !== 0) values[valueKey(criterion)] = value;
  }
  return {values, outcome: evaluateTiers(terms, store.data.program.levels, values, now)};
}

/** Evaluates every partner when that is due. */
export function sweepTiers(store: Store): void {
  const {standing, partnerOrgs} = store.data;
  if (store.clock.now() < standing.dueAt) return;
  const policy = policyNow(store);
  for (const org of policy ? partnerOrgs.values() : []) if (policy && measuredStatuses.includes(org.partnership.status)) evaluate(store, org, policy);
  const next = standing.policies.values().map(({effectiveFrom}) => Date.parse(effectiveFrom)).filter(at => at > store.clock.now());
  const midnight = policy ? Date.parse(periodAt(store.now(), 'day', policy.terms.timeZone).until ?? '') : Number.POSITIVE_INFINITY;
  standing.dueAt = Math.min(midnight, ...next);
}

/** The change that is under way for a partner. */
export function openChange(store: Store, partnerOrgId: string): ChangeRow | undefined {
  return store.data.standing.levelChanges.values().find(row => row.partnerOrgId === partnerOrgId && (openStatuses as readonly string[]).includes(row.status));
}

export function toLevelChange(store: Store, {partnerOrgId, ...row}: ChangeRow): LevelChange {
  return {...row, partnerOrg: {id: partnerOrgId, name: store.data.partnerOrgs.get(partnerOrgId)?.name ?? ''}};
}

/** Measures a partner, moves its level as far as that follows, and keeps what was found where it is new. */
export function evaluate(store: Store, org: PartnerOrg, {number, terms}: TierPolicy): void {
  const {standing, partnerOrgs, program} = store.data;
  const {values, outcome} = measure(store, org, terms);
  const now = store.now();
  for (let next = nextLevelStep(terms, program.levels, outcome, standingOf(store, org.id), now); next; next = nextLevelStep(terms, program.levels, outcome, standingOf(store, org.id), now)) {
    const levelId = partnerOrgs.get(org.id)?.partnership.levelId ?? null;
    const open = openChange(store, org.id);
    if (next.do === 'open') {
      const row = standing.levelChanges.set({...next.change, id: store.newId('levelChange'), partnerOrgId: org.id, fromLevelId: levelId, comment: null, decidedAt: null, effectiveAt: null, version: 1, createdAt: now, updatedAt: now});
      store.change('level_change', row.id, {onlyPartnerOrgId: org.id});
    } else if (open) {
      const {status, toLevelId, effectiveFrom} = next;
      store.update(standing.levelChanges, open, {status, toLevelId, effectiveFrom, ...(status === 'effective' ? {effectiveAt: now} : {})});
      store.change('level_change', open.id, {onlyPartnerOrgId: org.id});
      const held = partnerOrgs.get(org.id);
      if (status === 'effective' && held) {
        store.update(partnerOrgs, held, {partnership: {...held.partnership, levelId: toLevelId}});
        store.change('partner_org', org.id);
      }
    }
  }
  const levelId = partnerOrgs.get(org.id)?.partnership.levelId ?? null;
  const last = standing.evaluations.values().filter(({partnerOrg}) => partnerOrg.id === org.id).at(-1);
  const found = [number, levelId, outcome.reachedLevelId, values];
  if (last && JSON.stringify([last.policyNumber, last.levelId, last.reachedLevelId, last.values]) === JSON.stringify(found)) return;
  standing.evaluations.set({id: store.newId('tierEvaluation'), partnerOrg: {id: org.id, name: org.name}, policyNumber: number, asOf: now, levelId, reachedLevelId: outcome.reachedLevelId, values, levels: outcome.levels.map(level => ({...level, criteria: [...level.criteria]}))});
}

function standingOf(store: Store, partnerOrgId: string): LevelStanding {
  const org = store.data.partnerOrgs.get(partnerOrgId);
  const own = store.data.standing.levelChanges.values().filter(row => row.partnerOrgId === partnerOrgId);
  const levelId = org?.partnership.levelId ?? null;
  const rejected = own.findLast(({status}) => status === 'rejected');
  const reached = own.findLast(({status, toLevelId}) => status === 'effective' && toLevelId === levelId);
  return {
    levelId,
    since: reached?.effectiveAt ?? org?.createdAt ?? store.now(),
    open: openChange(store, partnerOrgId) ?? null,
    rejected: rejected?.decidedAt ? {toLevelId: rejected.toLevelId, decidedAt: rejected.decidedAt} : null,
  };
}
