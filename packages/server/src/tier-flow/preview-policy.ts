import type {TierPreview, TierTerms} from '@portico/contract';
import {evaluateTiers, toTierPreview, type TierLevel, type TierValues} from '@portico/contract/tier-rules';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {getAchieved} from './achieved.queries.ts';
import {findPolicyAt, getLevels} from './policy-in-effect.queries.ts';

/** Measures all partners that levels are for by terms that are not announced, and beside it by those in effect. Locks nothing and writes nothing. */
export async function previewPolicy(scope: Scope, terms: TierTerms): Promise<TierPreview> {
  const now = nowText(scope.context);
  const [levels, partners, present] = [await getLevels(scope), await getMeasured(scope), await findPolicyAt(scope, now)];
  const ids = partners.map(({id}) => id);
  const before = present ? await reachedBy(scope, ids, present.terms, levels, now) : undefined;
  const after = await reachedBy(scope, ids, terms, levels, now);
  return toTierPreview(levels, partners.map(({id, name, levelId}) => ({partnerOrg: {id, name}, levelId, before: before?.(id) ?? null, after: after(id)})));
}

async function reachedBy(scope: Scope, ids: readonly string[], terms: TierTerms, levels: readonly TierLevel[], now: string): Promise<(id: string) => string | null> {
  const achieved: Map<string, TierValues> = ids.length === 0 ? new Map() : await getAchieved(scope, ids, terms, now);
  return id => evaluateTiers(terms, levels, achieved.get(id) ?? {}, now).reachedLevelId;
}

/** Partners as the daily evaluation measures them. */
async function getMeasured({db, tenantId, programId}: Scope): Promise<{id: string; name: string; levelId: string | null}[]> {
  const rows = await db
    .selectFrom('partnership as p')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'p.tenant_id').onRef('g.partner_org_id', '=', 'p.partner_org_id'))
    .select(['p.partner_org_id', 'p.level_id', 'g.name'])
    .where('p.tenant_id', '=', tenantId).where('p.program_id', '=', programId)
    .where('p.status', 'in', ['onboarding', 'active', 'at_risk'])
    .execute();
  return rows.map(row => ({id: row.partner_org_id, name: row.name, levelId: row.level_id}));
}
