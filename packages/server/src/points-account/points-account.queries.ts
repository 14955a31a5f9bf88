import {PointsScheme, type PointsAccount} from '@portico/contract';
import {levelsAt, type PointsLot} from '@portico/contract/points-account-rules';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** What points are for in the programme. */
export async function getScheme({db, tenantId, programId}: Scope): Promise<PointsScheme> {
  const row = await db.selectFrom('points_scheme').select('terms').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirst();
  return row?.terms ?? PointsScheme.parse({});
}

export async function writeScheme({db, tenantId, programId, context}: Scope, terms: PointsScheme): Promise<void> {
  const columns = {terms: JSON.stringify(terms), updated_at: nowText(context)};
  await db.insertInto('points_scheme').values({tenant_id: tenantId, program_id: programId, ...columns}).onConflict(conflict => conflict.columns(['tenant_id', 'program_id']).doUpdateSet(columns)).execute();
}

/** What a partner can redeem, by when it expires, the first first. A lot that was used up is left out. */
export async function getLots({db, tenantId, context}: Scope, partnerOrgId: string): Promise<PointsLot[]> {
  const {rows} = await sql<PointsLot>`
    select expires_at as "expiresAt", sum(points)::float8 as points from points_entry
    where tenant_id = ${tenantId}::uuid and partner_org_id = ${partnerOrgId}::uuid and (expires_at is null or expires_at > ${nowText(context)}::timestamptz)
    group by expires_at having sum(points) <> 0 order by expires_at nulls last`.execute(db);
  return rows;
}

/** What a partner has; `undefined` for one that the reader does not see. */
export async function findAccount(scope: Scope, partnerOrgId: string): Promise<PointsAccount | undefined> {
  const {db, tenantId, context} = scope;
  const partner = await db.selectFrom('partner_org').select('name').where('tenant_id', '=', tenantId).where('partner_org_id', '=', partnerOrgId).executeTakeFirst();
  if (!partner) return undefined;
  const {earned} = await db
    .selectFrom('points_entry')
    .select(sql<number>`coalesce(sum(points), 0)::float8`.as('earned'))
    .where('tenant_id', '=', tenantId)
    .where('partner_org_id', '=', partnerOrgId)
    .where('kind', '<>', 'redemption')
    .executeTakeFirstOrThrow();
  const {reserved} = await db
    .selectFrom('redemption')
    .select(sql<number>`coalesce(sum(points), 0)::float8`.as('reserved'))
    .where('tenant_id', '=', tenantId)
    .where('partner_org_id', '=', partnerOrgId)
    .where('status', 'in', ['requested', 'approved'])
    .executeTakeFirstOrThrow();
  const lots = await getLots(scope, partnerOrgId);
  const next = lots.find(({expiresAt, points}) => expiresAt !== null && points > 0);
  const {levels} = await getScheme(scope);
  return {
    partnerOrg: {id: partnerOrgId, name: partner.name},
    asOf: nowText(context),
    earned,
    balance: lots.reduce((sum, {points}) => sum + points, 0),
    reserved,
    nextExpiry: next?.expiresAt ? {at: next.expiresAt, points: next.points} : null,
    ...levelsAt(levels, earned),
  };
}
