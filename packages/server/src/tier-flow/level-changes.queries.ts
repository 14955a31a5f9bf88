import type {Api, LevelChange, LevelChangeStatus, Page, RouteParsed} from '@portico/contract';
import {openStatuses, type LevelStanding, type OpenChange} from '@portico/contract/level-change-rules';
import {sql, type Updateable} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {LevelChangeTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';

function changes({db, tenantId}: Scope) {
  return db
    .selectFrom('level_change as c')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'c.tenant_id').onRef('g.partner_org_id', '=', 'c.partner_org_id'))
    .selectAll('c')
    .select('g.name as partner_name')
    .where('c.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof changes>['executeTakeFirstOrThrow']>>;

export async function listLevelChanges(scope: Scope, input: RouteParsed<Api['levelChanges']['list']>): Promise<Page<LevelChange>> {
  const {partnerOrgId, status} = input;
  let query = changes(scope);
  if (partnerOrgId !== undefined) query = query.where('c.partner_org_id', '=', partnerOrgId);
  if (status !== undefined) query = query.where('c.status', 'in', status.length > 0 ? status : ['']);
  const by = [{expression: sql.ref('c.created_at'), type: 'timestamptz'}, {expression: sql.ref('c.level_change_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'level changes', by, direction: 'desc', input});
  return {items: rows.map(toLevelChange), page};
}

export async function findLevelChange(scope: Scope, id: string): Promise<LevelChange | undefined> {
  const row = await changes(scope).where('c.level_change_id', '=', id).executeTakeFirst();
  return row && toLevelChange(row);
}

/** The change that is under way for a partner. */
export async function findOpenChange(scope: Scope, partnerOrgId: string): Promise<LevelChange | null> {
  const row = await changes(scope).where('c.partner_org_id', '=', partnerOrgId).where('c.status', 'in', openStatuses).executeTakeFirst();
  return row ? toLevelChange(row) : null;
}

/** Locks a change until the commit. Who moves a partner holds its partnership before. */
export async function lockLevelChange({db, tenantId}: Scope, id: string): Promise<{version: number; status: LevelChangeStatus; partnerOrgId: string} | undefined> {
  const row = await db.selectFrom('level_change').select(['version', 'status', 'partner_org_id']).where('tenant_id', '=', tenantId).where('level_change_id', '=', id).forUpdate().executeTakeFirst();
  return row && {version: row.version, status: row.status as LevelChangeStatus, partnerOrgId: row.partner_org_id};
}

export async function insertLevelChange({db, tenantId, context}: Scope, partnerOrgId: string, fromLevelId: string | null, {kind, status, toLevelId, effectiveFrom, graceUntil}: OpenChange): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db
    .insertInto('level_change')
    .values({tenant_id: tenantId, level_change_id: id, partner_org_id: partnerOrgId, kind, status, from_level_id: fromLevelId, to_level_id: toLevelId, effective_from: effectiveFrom, grace_until: graceUntil, created_at: now, updated_at: now})
    .execute();
  return id;
}

export async function updateLevelChange({db, tenantId, context}: Scope, id: string, columns: Updateable<LevelChangeTable>): Promise<void> {
  await db.updateTable('level_change').set({...columns, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('level_change_id', '=', id).execute();
}

/** A partnership under its lock, with everything that moving between levels asks. */
export interface HeldStanding extends LevelStanding {
  readonly partnerOrgId: string;
  readonly openId: string | null;
}

/** Locks partnerships after one, in the order of their ids, and reads how they stand. */
export async function lockStandings({db, tenantId, programId}: Scope, which: {readonly after: string | null; readonly limit: number} | {readonly partnerOrgId: string}): Promise<HeldStanding[]> {
  let query = db.selectFrom('partnership').select(['partner_org_id', 'level_id', 'created_at']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('status', 'in', ['onboarding', 'active', 'at_risk']);
  if ('partnerOrgId' in which) query = query.where('partner_org_id', '=', which.partnerOrgId);
  else query = query.$if(which.after !== null, some => some.where('partner_org_id', '>', which.after ?? '')).limit(which.limit);
  const rows = await query.orderBy('partner_org_id').forNoKeyUpdate().execute();
  if (rows.length === 0) return [];
  const changed = await db
    .selectFrom('level_change')
    .select(['level_change_id', 'partner_org_id', 'kind', 'status', 'to_level_id', 'effective_from', 'grace_until', 'decided_at', 'effective_at'])
    .where('tenant_id', '=', tenantId)
    .where('partner_org_id', 'in', rows.map(row => row.partner_org_id))
    .where('status', 'in', [...openStatuses, 'rejected', 'effective'])
    .orderBy('created_at', 'desc')
    .orderBy('level_change_id', 'desc')
    .execute();
  const byPartner = Map.groupBy(changed, row => row.partner_org_id);
  return rows.map(row => {
    const own = byPartner.get(row.partner_org_id) ?? [];
    const open = own.find(({status}) => (openStatuses as readonly string[]).includes(status));
    const rejected = own.find(({status}) => status === 'rejected');
    const reached = own.find(({status, to_level_id: to}) => status === 'effective' && to === row.level_id);
    return {
      partnerOrgId: row.partner_org_id,
      levelId: row.level_id,
      since: reached?.effective_at ?? row.created_at,
      openId: open?.level_change_id ?? null,
      open: open ? {kind: open.kind as OpenChange['kind'], status: open.status as LevelChangeStatus, toLevelId: open.to_level_id, effectiveFrom: open.effective_from, graceUntil: open.grace_until} : null,
      rejected: rejected?.decided_at ? {toLevelId: rejected.to_level_id, decidedAt: rejected.decided_at} : null,
    };
  });
}

function toLevelChange(row: Row): LevelChange {
  return {
    id: row.level_change_id,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    kind: row.kind as LevelChange['kind'],
    status: row.status as LevelChangeStatus,
    fromLevelId: row.from_level_id,
    toLevelId: row.to_level_id,
    effectiveFrom: row.effective_from,
    graceUntil: row.grace_until,
    comment: row.comment,
    decidedAt: row.decided_at,
    effectiveAt: row.effective_at,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
