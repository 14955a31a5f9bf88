import type {Api, LevelProgress, Page, RouteParsed, TierEvaluation} from '@portico/contract';
import type {TierOutcome, TierValues} from '@portico/contract/tier-rules';
import {sql} from 'kysely';
import {newId} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

export async function listEvaluations(scope: Scope, input: RouteParsed<Api['tierEvaluations']['list']>): Promise<Page<TierEvaluation>> {
  const {db, tenantId} = scope;
  let query = db
    .selectFrom('tier_evaluation as e')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'e.tenant_id').onRef('g.partner_org_id', '=', 'e.partner_org_id'))
    .selectAll('e')
    .select('g.name as partner_name')
    .where('e.tenant_id', '=', tenantId);
  if (input.partnerOrgId !== undefined) query = query.where('e.partner_org_id', '=', input.partnerOrgId);
  const by = [{expression: sql.ref('e.as_of'), type: 'timestamptz'}, {expression: sql.ref('e.tier_evaluation_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'tier evaluations', by, direction: 'desc', input});
  const items = rows.map((row): TierEvaluation => ({
    id: row.tier_evaluation_id,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    policyNumber: row.policy_number,
    asOf: row.as_of,
    levelId: row.level_id,
    reachedLevelId: row.reached_level_id,
    values: row.values,
    levels: row.outcome,
  }));
  return {items, page};
}

/** What an evaluation found. */
export interface Evaluated {
  readonly partnerOrgId: string;
  readonly levelId: string | null;
  readonly values: TierValues;
  readonly outcome: TierOutcome;
}

/** Keeps how partners stand where something is different from the last time. */
export async function keepEvaluations({db, tenantId, context}: Scope, policyNumber: number, asOf: string, evaluated: readonly Evaluated[]): Promise<void> {
  const rows = evaluated.map(({partnerOrgId, levelId, values, outcome}) => ({
    tier_evaluation_id: newId(context),
    partner_org_id: partnerOrgId,
    policy_number: policyNumber,
    as_of: asOf,
    level_id: levelId,
    reached_level_id: outcome.reachedLevelId,
    values,
    outcome: toProgress(outcome),
  }));
  const columns = sql`tier_evaluation_id, partner_org_id, policy_number, as_of, level_id, reached_level_id, "values", outcome`;
  await sql`
    insert into tier_evaluation (tenant_id, ${columns})
    select ${tenantId}::uuid, ${columns} from jsonb_populate_recordset(null::tier_evaluation, ${JSON.stringify(rows)}::jsonb) n
    where not exists (
      select from (select * from tier_evaluation e where e.tenant_id = ${tenantId}::uuid and e.partner_org_id = n.partner_org_id order by e.as_of desc limit 1) last
      where last.as_of >= n.as_of or (last.policy_number = n.policy_number and last."values" = n."values" and last.level_id is not distinct from n.level_id and last.reached_level_id is not distinct from n.reached_level_id))`.execute(db);
}

/** The engine's outcome as the wire has it. */
export function toProgress({levels}: TierOutcome): LevelProgress[] {
  return levels.map(level => ({...level, criteria: [...level.criteria]}));
}
