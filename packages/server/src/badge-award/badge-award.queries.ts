import type {Api, BadgeAward, Page, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** Awards that the reader may see, which row-level security decides. */
function awards({db, tenantId}: Scope) {
  return db
    .selectFrom('badge_award as a')
    .innerJoin('badge as b', join => join.onRef('b.tenant_id', '=', 'a.tenant_id').onRef('b.badge_id', '=', 'a.badge_id'))
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'a.tenant_id').onRef('g.partner_org_id', '=', 'a.partner_org_id'))
    .leftJoin('challenge_entry as e', join => join.onRef('e.tenant_id', '=', 'a.tenant_id').onRef('e.challenge_entry_id', '=', 'a.challenge_entry_id'))
    .leftJoin('challenge as c', join => join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.challenge_id', '=', 'e.challenge_id'))
    .selectAll('a')
    .select(['b.name', 'b.description', 'g.name as partner_name', 'c.challenge_id', 'c.name as challenge_name'])
    .where('a.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof awards>['executeTakeFirstOrThrow']>>;

export async function listAwards(scope: Scope, input: RouteParsed<Api['badgeAwards']['list']>): Promise<Page<BadgeAward>> {
  const {badgeId, partnerOrgId, status} = input;
  const isOver = sql<boolean>`coalesce(a.valid_until <= ${nowText(scope.context)}::timestamptz, false)`;
  let query = awards(scope);
  if (badgeId !== undefined) query = query.where('a.badge_id', '=', badgeId);
  if (partnerOrgId !== undefined) query = query.where('a.partner_org_id', '=', partnerOrgId);
  if (status !== undefined) query = query.where('a.revoked_at', status === 'revoked' ? 'is not' : 'is', null);
  if (status === 'expired') query = query.where(isOver);
  if (status === 'valid') query = query.where(sql<boolean>`not ${isOver}`);
  const by = [{expression: sql.ref('a.earned_at'), type: 'timestamptz'}, {expression: sql.ref('a.badge_award_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'badge awards', by, direction: 'desc', input});
  return {items: rows.map(row => toAward(scope, row)), page};
}

export async function findAward(scope: Scope, id: string): Promise<BadgeAward | undefined> {
  const row = await awards(scope).where('a.badge_award_id', '=', id).executeTakeFirst();
  return row && toAward(scope, row);
}

export function lockAward({db, tenantId}: Scope, id: string): Promise<{version: number} | undefined> {
  return db.selectFrom('badge_award').select('version').where('tenant_id', '=', tenantId).where('badge_award_id', '=', id).forUpdate().executeTakeFirst();
}

export async function revokeAward({db, tenantId, personId, context}: Scope, id: string, reason: string): Promise<void> {
  const now = nowText(context);
  await db.updateTable('badge_award').set({revoked_at: now, revoked_by: personId, reason, updated_at: now}).where('tenant_id', '=', tenantId).where('badge_award_id', '=', id).execute();
}

function toAward({context}: Scope, row: Row): BadgeAward {
  const isOver = row.valid_until !== null && Date.parse(row.valid_until) <= context.now();
  return {
    id: row.badge_award_id,
    badge: {id: row.badge_id, name: row.name, description: row.description},
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    status: row.revoked_at !== null ? 'revoked' : isOver ? 'expired' : 'valid',
    earnedAt: row.earned_at,
    validUntil: row.valid_until,
    earnedBy: row.earned_by as BadgeAward['earnedBy'],
    challenge: row.challenge_id === null || row.challenge_name === null ? null : {id: row.challenge_id, name: row.challenge_name},
    note: row.note,
    revokedAt: row.revoked_at,
    reason: row.reason,
    version: row.version,
  };
}
