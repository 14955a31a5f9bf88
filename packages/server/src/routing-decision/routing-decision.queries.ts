import type {Page, PartnershipStatus, RoutingDecision} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import type {RoutablePartner, Routing} from './routing-decision.rules.ts';

/**
 * Reads all partners of the programme as routing sees them. The programme's row is locked before, so that nobody else gives out leads meanwhile.
 *
 * @param hadBefore - Partners who may not be offered this lead again.
 * @param levels - Weights by level.
 */
export async function getRoutablePartners({db, tenantId, programId}: Scope, hadBefore: ReadonlySet<string>, levels: readonly {readonly id: string; readonly weight: number}[]): Promise<RoutablePartner[]> {
  const rows = await db
    .selectFrom('partnership as p')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'p.tenant_id').onRef('g.partner_org_id', '=', 'p.partner_org_id'))
    .select(['p.partner_org_id', 'g.name', 'p.status', 'p.level_id', 'p.territories', 'p.products', 'p.capacity', 'p.paused_reason', 'p.turn_from', 'p.turn_until'])
    // Text with microseconds: turns that follow each other within a millisecond stay apart.
    .select(sql<string | null>`to_char(p.last_offered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as('last_offered_at'))
    .select(eb =>
      eb
        .selectFrom('lead_offer as o')
        .select(sql<number>`count(*)::int`.as('open_load'))
        .whereRef('o.tenant_id', '=', 'p.tenant_id')
        .whereRef('o.partner_org_id', '=', 'p.partner_org_id')
        .where('o.tab', 'in', ['new', 'working'])
        // Only where it matters: counting for everyone would be the slowest part of routing.
        .where('p.capacity', 'is not', null)
        .as('open_load'),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.program_id', '=', programId)
    .orderBy('p.partner_org_id')
    .execute();
  const weights = new Map(levels.map(({id, weight}) => [id, weight]));
  return rows.map(row => ({
    id: row.partner_org_id,
    name: row.name,
    status: row.status as PartnershipStatus,
    levelWeight: row.level_id === null ? null : (weights.get(row.level_id) ?? null),
    territories: row.territories,
    products: row.products,
    capacity: row.capacity,
    pausedReason: row.paused_reason,
    openLoad: row.open_load ?? 0,
    hadBefore: hadBefore.has(row.partner_org_id),
    lastOfferedAt: row.last_offered_at,
    turn: {from: row.turn_from, until: row.turn_until},
  }));
}

/** Puts a partner at the end of the queue, and moves its turn on by 1 / the weight of its level: see `turnsOf` of the rules. */
export async function noteTurn({db, tenantId, programId, context}: Scope, partnerOrgId: string): Promise<void> {
  // One microsecond after the last turn at least, so that turns at one instant have an order too.
  const last = db.selectFrom('partnership').select(sql`max(last_offered_at) + interval '1 microsecond'`.as('after')).where('tenant_id', '=', tenantId).where('program_id', '=', programId);
  const from = sql<number>`greatest(turn_until, (select max(o.turn_from) from partnership o where o.tenant_id = ${tenantId}::uuid and o.program_id = ${programId}::uuid))`;
  const weight = sql<number>`coalesce((
    select nullif((l->>'weight')::float8, 0) from program g, jsonb_array_elements(g.levels) l where g.tenant_id = ${tenantId}::uuid and g.program_id = ${programId}::uuid and l->>'id' = partnership.level_id::text), 1)`;
  await db
    .updateTable('partnership')
    .set({last_offered_at: sql<string>`greatest(${nowText(context)}::timestamptz, ${last})`, turn_from: from, turn_until: sql<number>`${from} + 1 / ${weight}`})
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .where('partner_org_id', '=', partnerOrgId)
    .execute();
}

/** Logs a decision, with everyone who was looked at. */
export async function insertDecision({db, tenantId, context}: Scope, leadId: string, decision: Routing, {decidedBy, overridden}: {readonly decidedBy: string | null; readonly overridden: boolean}): Promise<string> {
  const id = newId(context);
  await db
    .insertInto('routing_decision')
    .values({
      tenant_id: tenantId,
      routing_decision_id: id,
      lead_id: leadId,
      method: decision.method,
      routing_rule_id: decision.ruleId,
      rule_name: decision.ruleName,
      rule_version: decision.ruleVersion,
      candidates: JSON.stringify(decision.candidates),
      chosen_partner_org_id: decision.chosen?.id ?? null,
      decided_by: decidedBy,
      overridden,
      decided_at: nowText(context),
    })
    .execute();
  return id;
}

/** Whether a person decided against what the rules say. */
export async function wasOverridden({db, tenantId}: Scope, id: string | null): Promise<boolean> {
  if (id === null) return false;
  const row = await db.selectFrom('routing_decision').select('overridden').where('tenant_id', '=', tenantId).where('routing_decision_id', '=', id).executeTakeFirst();
  return row?.overridden ?? false;
}

/** The decisions about a lead, newest first. */
export async function listDecisions(scope: Scope, {leadId, limit, cursor}: {readonly leadId: string; readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<RoutingDecision>> {
  const {db, tenantId} = scope;
  const query = db
    .selectFrom('routing_decision as d')
    .leftJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'd.tenant_id').onRef('g.partner_org_id', '=', 'd.chosen_partner_org_id'))
    .leftJoin('person as by', join => join.onRef('by.tenant_id', '=', 'd.tenant_id').onRef('by.person_id', '=', 'd.decided_by'))
    .selectAll('d')
    .select(['g.name as chosen_name', 'by.name as decided_by_name'])
    .where('d.tenant_id', '=', tenantId)
    .where('d.lead_id', '=', leadId);
  const {rows, page} = await readPage(scope, query, {list: 'routing_decision', by: [{expression: sql.ref('d.seq'), type: 'bigint'}], direction: 'desc', input: {limit, cursor, leadId}});
  return {
    items: rows.map(row => ({
      id: row.routing_decision_id,
      leadId: row.lead_id,
      method: row.method as RoutingDecision['method'],
      ruleId: row.routing_rule_id,
      ruleName: row.rule_name,
      ruleVersion: row.rule_version,
      candidates: row.candidates as RoutingDecision['candidates'],
      chosen: row.chosen_partner_org_id === null ? null : {id: row.chosen_partner_org_id, name: row.chosen_name ?? ''},
      decidedBy: row.decided_by === null ? null : {id: row.decided_by, name: row.decided_by_name ?? ''},
      overridden: row.overridden,
      decidedAt: row.decided_at,
    })),
    page,
  };
}
