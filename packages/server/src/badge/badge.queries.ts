import type {Api, Badge, BadgeFields, Page, RouteParsed} from '@portico/contract';
import {remainingTo} from '@portico/contract/challenge-rules';
import {sql} from 'kysely';
import {spanOf} from '../challenge-flow/badges.ts';
import {sumGoal} from '../challenge-flow/goal.queries.ts';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** Badges with the award that the reader's organisation holds; of partners those that are given, and those that they hold. */
function badges({db, tenantId, programId, partnerOrgId, caller, context}: Scope) {
  const now = nowText(context);
  const isValid = sql`a.revoked_at is null and (a.valid_until is null or a.valid_until > ${now}::timestamptz)`;
  const query = db
    .selectFrom('badge as b')
    .leftJoin('badge_award as o', join =>
      join
        .onRef('o.tenant_id', '=', 'b.tenant_id')
        .onRef('o.badge_id', '=', 'b.badge_id')
        .on('o.partner_org_id', '=', partnerOrgId)
        .on('o.expired_at', 'is', null)
        .on('o.revoked_at', 'is', null)
        .on(sql<boolean>`(o.valid_until is null or o.valid_until > ${now}::timestamptz)`),
    )
    .selectAll('b')
    .select(['o.badge_award_id', 'o.earned_at', 'o.valid_until'])
    .select(sql<number>`(select count(*)::int from badge_award a where a.tenant_id = b.tenant_id and a.badge_id = b.badge_id and ${isValid})`.as('holders'))
    .where('b.tenant_id', '=', tenantId)
    .where('b.program_id', '=', programId);
  return caller === 'partner' ? query.where(sql<boolean>`(not b.is_retired or o.badge_award_id is not null)`) : query;
}

type Row = Awaited<ReturnType<ReturnType<typeof badges>['executeTakeFirstOrThrow']>>;

export async function listBadges(scope: Scope, input: RouteParsed<Api['badges']['list']>): Promise<Page<Badge>> {
  const by = [{expression: sql.ref('b.name'), type: 'text'}, {expression: sql.ref('b.badge_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, badges(scope), {list: 'badges', by, direction: 'asc', input});
  const items: Badge[] = [];
  for (const row of rows) items.push(await toBadge(scope, row));
  return {items, page};
}

export async function findBadge(scope: Scope, id: string): Promise<Badge | undefined> {
  const row = await badges(scope).where('b.badge_id', '=', id).executeTakeFirst();
  return row && toBadge(scope, row);
}

export async function lockBadge({db, tenantId}: Scope, id: string): Promise<{version: number} | undefined> {
  return db.selectFrom('badge').select('version').where('tenant_id', '=', tenantId).where('badge_id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertBadge({db, tenantId, programId, context}: Scope, {name, description, criterion, validForDays, isRetired}: BadgeFields): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db.insertInto('badge').values({tenant_id: tenantId, badge_id: id, program_id: programId, name, description, criterion: criterion && JSON.stringify(criterion), valid_for_days: validForDays, is_retired: isRetired, created_at: now, updated_at: now}).execute();
  return id;
}

export async function updateBadge({db, tenantId, context}: Scope, id: string, {name, description, criterion, validForDays, isRetired}: {readonly [K in keyof BadgeFields]?: BadgeFields[K] | undefined}): Promise<void> {
  const columns = {name, description, criterion: criterion && JSON.stringify(criterion), valid_for_days: validForDays, is_retired: isRetired};
  const changed = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await db.updateTable('badge').set({...changed, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('badge_id', '=', id).execute();
}

async function toBadge(scope: Scope, row: Row): Promise<Badge> {
  const {partnerOrgId} = scope;
  return {
    id: row.badge_id,
    name: row.name,
    description: row.description,
    criterion: row.criterion,
    validForDays: row.valid_for_days,
    isRetired: row.is_retired,
    own: row.criterion === null || partnerOrgId === null ? null : await ownProgress(scope, row.criterion, partnerOrgId),
    award: row.badge_award_id === null || row.earned_at === null ? null : {id: row.badge_award_id, earnedAt: row.earned_at, validUntil: row.valid_until},
    holders: scope.caller === 'partner' ? null : row.holders,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

async function ownProgress(scope: Scope, criterion: NonNullable<Row['criterion']>, partnerOrgId: string): Promise<Badge['own']> {
  const {goal} = criterion;
  const value = (await sumGoal(scope, goal, spanOf(scope, {criterion}), [partnerOrgId])).get(partnerOrgId) ?? 0;
  return {value, target: goal.target, remaining: remainingTo(goal.target, value)};
}
