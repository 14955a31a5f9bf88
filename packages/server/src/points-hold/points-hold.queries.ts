import type {Api, Page, PointsCheck, PointsHold, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

function holds({db, tenantId}: Scope) {
  return db
    .selectFrom('points_hold as h')
    .innerJoin('partner_event as e', join => join.onRef('e.tenant_id', '=', 'h.tenant_id').onRef('e.partner_event_id', '=', 'h.partner_event_id'))
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'h.tenant_id').onRef('g.partner_org_id', '=', 'h.partner_org_id'))
    .selectAll('h')
    .select(['g.name as partner_name', 'e.event', 'e.entity_id', 'e.amount_minor', 'e.currency', 'e.occurred_at'])
    .where('h.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof holds>['executeTakeFirstOrThrow']>>;

export async function listHolds(scope: Scope, input: RouteParsed<Api['pointsHolds']['list']>): Promise<Page<PointsHold>> {
  const {status, partnerOrgId} = input;
  let query = holds(scope);
  if (status !== undefined) query = query.where('h.status', '=', status);
  if (partnerOrgId !== undefined) query = query.where('h.partner_org_id', '=', partnerOrgId);
  const by = [{expression: sql.ref('h.created_at'), type: 'timestamptz'}, {expression: sql.ref('h.points_hold_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'points holds', by, direction: 'desc', input});
  return {items: rows.map(toHold), page};
}

export async function findHold(scope: Scope, id: string): Promise<PointsHold | undefined> {
  const row = await holds(scope).where('h.points_hold_id', '=', id).executeTakeFirst();
  return row && toHold(row);
}

export function lockHold({db, tenantId}: Scope, id: string): Promise<{version: number; status: string} | undefined> {
  return db.selectFrom('points_hold').select(['version', 'status']).where('tenant_id', '=', tenantId).where('points_hold_id', '=', id).forUpdate().executeTakeFirst();
}

export async function decideHold({db, tenantId, personId, context}: Scope, id: string, status: 'released' | 'denied', comment: string | null): Promise<void> {
  const now = nowText(context);
  await db.updateTable('points_hold').set({status, comment, decided_by: personId, decided_at: now, updated_at: now}).where('tenant_id', '=', tenantId).where('points_hold_id', '=', id).execute();
}

export async function writeCheck({db, tenantId, programId, context}: Scope, terms: PointsCheck): Promise<void> {
  const columns = {terms: JSON.stringify(terms), updated_at: nowText(context)};
  await db.insertInto('points_check').values({tenant_id: tenantId, program_id: programId, ...columns}).onConflict(conflict => conflict.columns(['tenant_id', 'program_id']).doUpdateSet(columns)).execute();
}

function toHold(row: Row): PointsHold {
  return {
    id: row.points_hold_id,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    event: {id: row.partner_event_id, event: row.event, entityId: row.entity_id, amount: row.amount_minor === null || row.currency === null ? null : {amountMinor: row.amount_minor, currency: row.currency}, occurredAt: row.occurred_at},
    findings: row.findings,
    status: row.status as PointsHold['status'],
    comment: row.comment,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
    version: row.version,
  };
}
