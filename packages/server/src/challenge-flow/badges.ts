import {sql} from 'kysely';
import type {Change} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {sumGoal} from './goal.queries.ts';
import type {CountingBadge} from './running.queries.ts';

const dayMs = 86_400_000;

/** How a badge is given. */
export interface NewAward {
  readonly badgeId: string;
  readonly partnerOrgId: string;
  readonly earnedBy: 'criterion' | 'challenge' | 'hand';
  readonly challengeEntryId?: string | null;
  readonly note?: string | null;
}

/**
 * Gives a badge.
 *
 * @returns The award and what to announce; `undefined` when the partner holds it, or it is no longer given.
 */
export async function giveBadge(scope: Scope, {badgeId, partnerOrgId, earnedBy, challengeEntryId = null, note = null}: NewAward): Promise<{id: string; change: Change} | undefined> {
  const {db, tenantId, personId, context} = scope;
  const badge = await db.selectFrom('badge').select('valid_for_days').where('tenant_id', '=', tenantId).where('badge_id', '=', badgeId).where('is_retired', '=', false).executeTakeFirst();
  if (!badge) return undefined;
  const now = nowText(context);
  // The clock may not have come by yet.
  await db.updateTable('badge_award').set({expired_at: now, updated_at: now}).where('tenant_id', '=', tenantId).where('badge_id', '=', badgeId).where('partner_org_id', '=', partnerOrgId).where('valid_until', '<=', now).where('expired_at', 'is', null).where('revoked_at', 'is', null).execute();
  const row = await db
    .insertInto('badge_award')
    .values({
      tenant_id: tenantId,
      badge_award_id: newId(context),
      badge_id: badgeId,
      partner_org_id: partnerOrgId,
      earned_at: now,
      valid_until: badge.valid_for_days === null ? null : new Date(context.now() + badge.valid_for_days * dayMs).toISOString(),
      earned_by: earnedBy,
      challenge_entry_id: challengeEntryId,
      note,
      awarded_by: earnedBy === 'hand' ? personId : null,
      created_at: now,
      updated_at: now,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'badge_id', 'partner_org_id']).where('expired_at', 'is', null).where('revoked_at', 'is', null).doNothing())
    .returning('badge_award_id')
    .executeTakeFirst();
  return row && {id: row.badge_award_id, change: {resource: 'badge_award', id: row.badge_award_id, action: 'give', partnerOrgId, changes: {badgeId, earnedBy}}};
}

/** Takes back the badge that an entry brought, where it is still valid. */
export async function takeBadgeOf({db, tenantId, personId, context}: Scope, challengeEntryId: string, reason: string | null): Promise<Change[]> {
  const now = nowText(context);
  const rows = await db
    .updateTable('badge_award')
    .set({revoked_at: now, revoked_by: personId, reason, updated_at: now})
    .where('tenant_id', '=', tenantId)
    .where('challenge_entry_id', '=', challengeEntryId)
    .where('revoked_at', 'is', null)
    .where('expired_at', 'is', null)
    .returning(['badge_award_id', 'partner_org_id'])
    .execute();
  return rows.map(row => ({resource: 'badge_award', id: row.badge_award_id, action: 'revoke', partnerOrgId: row.partner_org_id}));
}

/** Gives badges whose criterion these partners have reached. */
export async function earnBadges(scope: Scope, badges: readonly CountingBadge[], partnerOrgIds: readonly string[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const badge of badges) {
    const open = await findWithout(scope, badge.id, partnerOrgIds);
    if (open.length === 0) continue;
    const values = await sumGoal(scope, badge.criterion.goal, spanOf(scope, badge), open);
    for (const partnerOrgId of open) {
      if ((values.get(partnerOrgId) ?? 0) < badge.criterion.goal.target) continue;
      const given = await giveBadge(scope, {badgeId: badge.id, partnerOrgId, earnedBy: 'criterion'});
      if (given) changes.push(given.change);
    }
  }
  return changes;
}

/** The time that a criterion looks at now. */
export function spanOf({context}: Scope, {criterion: {withinDays}}: Pick<CountingBadge, 'criterion'>): {from: string | null; until: null} {
  return {from: withinDays === null ? null : new Date(context.now() - withinDays * dayMs).toISOString(), until: null};
}

/** Of these partners, those that a criterion may give a badge to: they do not hold it, and no person took it from them. */
async function findWithout({db, tenantId, context}: Scope, badgeId: string, partnerOrgIds: readonly string[]): Promise<string[]> {
  const {rows} = await sql<{partner_org_id: string}>`
    select distinct partner_org_id from badge_award where tenant_id = ${tenantId}::uuid and badge_id = ${badgeId}::uuid and partner_org_id = any (${[...partnerOrgIds]}::uuid[])
      and ((revoked_at is null and (valid_until is null or valid_until > ${nowText(context)}::timestamptz)) or (revoked_at is not null and reason is not null))`.execute(db);
  const held = new Set(rows.map(row => row.partner_org_id));
  return partnerOrgIds.filter(id => !held.has(id));
}
