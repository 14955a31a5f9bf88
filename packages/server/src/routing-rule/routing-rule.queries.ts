import {RoutingCondition, type NewRoutingRule, type Page, type RoutingRule} from '@portico/contract';
import {sql, type Selectable} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {RoutingRuleTable} from '../database/lead-tables.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** All rules in the order in which they are tried. */
export async function getRulesInOrder(scope: Scope): Promise<RoutingRule[]> {
  return (await rules(scope).orderBy('position').orderBy('routing_rule_id').execute()).map(toRoutingRule);
}

export async function listRules(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<RoutingRule>> {
  const by = [{expression: sql.ref('position'), type: 'integer'}, {expression: sql.ref('routing_rule_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, rules(scope), {list: 'routing_rule', by, direction: 'asc', input});
  return {items: rows.map(toRoutingRule), page};
}

export async function lockRule(scope: Scope, id: string): Promise<RoutingRule | undefined> {
  const row = await rules(scope).where('routing_rule_id', '=', id).forUpdate().executeTakeFirst();
  return row && toRoutingRule(row);
}

export async function insertRule({db, tenantId, programId, context}: Scope, {partnerOrgIds, condition, ...rule}: NewRoutingRule): Promise<RoutingRule> {
  const now = nowText(context);
  const row = await db
    .insertInto('routing_rule')
    .values({...rule, tenant_id: tenantId, program_id: programId, routing_rule_id: newId(context), condition: JSON.stringify(condition), partner_org_ids: partnerOrgIds, created_at: now, updated_at: now})
    .returningAll()
    .executeTakeFirstOrThrow();
  return toRoutingRule(row);
}

/** Changes a rule; what is left out stays. `deleted` takes it out of the lists, and the log keeps knowing it. */
export async function updateRule({db, tenantId, context}: Scope, id: string, {deleted, partnerOrgIds, condition, ...changes}: {readonly [K in keyof NewRoutingRule]?: NewRoutingRule[K] | undefined} & {readonly deleted?: true}): Promise<RoutingRule> {
  const now = nowText(context);
  const row = await db
    .updateTable('routing_rule')
    .set({
      ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
      ...(condition ? {condition: JSON.stringify(condition)} : {}),
      ...(partnerOrgIds ? {partner_org_ids: partnerOrgIds} : {}),
      ...(deleted ? {deleted_at: now} : {}),
      updated_at: now,
    })
    .where('tenant_id', '=', tenantId)
    .where('routing_rule_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toRoutingRule(row);
}

/** How many of these partner organisations there are. */
export async function countPartnerOrgs({db, tenantId}: Scope, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const {found} = await db.selectFrom('partner_org').select(sql<number>`count(*)::int`.as('found')).where('tenant_id', '=', tenantId).where('partner_org_id', 'in', ids).executeTakeFirstOrThrow();
  return found;
}

function rules({db, tenantId, programId}: Scope) {
  return db.selectFrom('routing_rule').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('deleted_at', 'is', null);
}

function toRoutingRule(row: Selectable<RoutingRuleTable>): RoutingRule {
  return {
    id: row.routing_rule_id,
    name: row.name,
    position: row.position,
    active: row.active,
    method: row.method as RoutingRule['method'],
    // Parsed, so that conditions written before one was added have its default.
    condition: RoutingCondition.parse(row.condition),
    partnerOrgIds: row.partner_org_ids,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
