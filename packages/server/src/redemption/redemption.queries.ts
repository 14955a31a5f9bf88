import {redemptionCan, redemptionTransitions, type Api, type Page, type PointsLiability, type Redemption, type RedemptionAction, type RedemptionStatus, type Reward, type RouteParsed} from '@portico/contract';
import {worthAt} from '@portico/contract/points-account-rules';
import {sql, type Selectable, type Updateable} from 'kysely';
import {nowText} from '../context.ts';
import type {RedemptionTable} from '../database/challenge-tables.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {getScheme} from '../points-account/points-account.queries.ts';

/** Redemptions that the reader may see, which row-level security decides. */
function redemptions({db, tenantId}: Scope) {
  return db
    .selectFrom('redemption as r')
    .innerJoin('reward as w', join => join.onRef('w.tenant_id', '=', 'r.tenant_id').onRef('w.reward_id', '=', 'r.reward_id'))
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'r.tenant_id').onRef('g.partner_org_id', '=', 'r.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.person_id', '=', 'r.person_id'))
    .selectAll('r')
    .select(['w.name as reward_name', 'g.name as partner_name', 'p.name as person_name'])
    .where('r.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof redemptions>['executeTakeFirstOrThrow']>>;

export async function listRedemptions(scope: Scope, input: RouteParsed<Api['redemptions']['list']>): Promise<Page<Redemption>> {
  const {partnerOrgId, rewardId, status} = input;
  let query = redemptions(scope);
  if (partnerOrgId !== undefined) query = query.where('r.partner_org_id', '=', partnerOrgId);
  if (rewardId !== undefined) query = query.where('r.reward_id', '=', rewardId);
  if (status !== undefined && status.length > 0) query = query.where('r.status', 'in', status);
  const by = [{expression: sql.ref('r.created_at'), type: 'timestamptz'}, {expression: sql.ref('r.redemption_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'redemptions', by, direction: 'desc', input});
  return {items: rows.map(row => toRedemption(scope, row)), page};
}

export async function findRedemption(scope: Scope, id: string): Promise<Redemption | undefined> {
  const row = await redemptions(scope).where('r.redemption_id', '=', id).executeTakeFirst();
  return row && toRedemption(scope, row);
}

export function lockRedemption({db, tenantId}: Scope, id: string): Promise<Selectable<RedemptionTable> | undefined> {
  return db.selectFrom('redemption').selectAll().where('tenant_id', '=', tenantId).where('redemption_id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertRedemption({db, tenantId, personId, context}: Scope, id: string, {id: rewardId, points, value, stock}: Reward, {partnerOrgId, note}: {readonly partnerOrgId: string; readonly note: string | null}): Promise<void> {
  const now = nowText(context);
  await db
    .insertInto('redemption')
    .values({
      tenant_id: tenantId,
      redemption_id: id,
      reward_id: rewardId,
      partner_org_id: partnerOrgId,
      person_id: personId,
      status: 'requested',
      points,
      value_minor: value?.amountMinor ?? null,
      currency: value?.currency ?? null,
      took_stock: stock !== null,
      note,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

export async function updateRedemption({db, tenantId, context}: Scope, id: string, columns: Updateable<RedemptionTable>): Promise<void> {
  await db.updateTable('redemption').set({...columns, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('redemption_id', '=', id).execute();
}

/** What all partners together could still ask for, and have asked for. */
export async function sumLiability(scope: Scope): Promise<PointsLiability> {
  const {db, tenantId, context} = scope;
  const now = nowText(context);
  const {rows} = await sql<{unredeemed: number; partners: number; reserved: number}>`
    select coalesce(sum(b.points) filter (where b.points > 0), 0)::float8 as unredeemed, (count(*) filter (where b.points > 0))::int as partners,
      (select coalesce(sum(r.points), 0)::float8 from redemption r where r.tenant_id = ${tenantId}::uuid and r.status in ('requested', 'approved')) as reserved
    from (select sum(points) as points from points_entry where tenant_id = ${tenantId}::uuid and (expires_at is null or expires_at > ${now}::timestamptz) group by partner_org_id) b`.execute(db);
  const {unredeemed = 0, partners = 0, reserved = 0} = rows[0] ?? {};
  const {value: rate} = await getScheme(scope);
  const points = unredeemed + reserved;
  return {asOf: now, unredeemed, reserved, points, partners, rate, value: rate && {amountMinor: worthAt(rate, points), currency: rate.currency}};
}

function toRedemption({caller, managerId}: Scope, row: Row): Redemption {
  const side = caller === 'partner' ? 'partner' : 'vendor';
  return {
    id: row.redemption_id,
    reward: {id: row.reward_id, name: row.reward_name},
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    person: row.person_id === null || row.person_name === null ? null : {id: row.person_id, name: row.person_name},
    status: row.status as RedemptionStatus,
    points: row.points,
    value: row.value_minor === null || row.currency === null ? null : {amountMinor: row.value_minor, currency: row.currency},
    note: row.note,
    answer: row.answer,
    reason: row.reason,
    approvedAt: row.approved_at,
    endedAt: row.ended_at,
    actions: managerId !== null ? [] : (Object.keys(redemptionTransitions) as RedemptionAction[]).filter(event => redemptionCan(event, row.status as RedemptionStatus, side)),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
