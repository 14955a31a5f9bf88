import type {BadgeCriterion, ChallengeFields, ChallengeSpan, Goal} from '@portico/contract';
import {eventOf} from '@portico/contract/challenge-rules';
import {sql, type Selectable} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {ChallengeEntryTable, ChallengeTable} from '../database/challenge-tables.ts';
import type {Scope} from '../database/scope.ts';

/** A challenge, as far as counting looks at it. */
export interface CountingChallenge extends Pick<ChallengeFields, 'goal' | 'window' | 'period' | 'timeZone' | 'audience' | 'points' | 'badgeId' | 'maxWinners'> {
  readonly id: string;
}

/** A badge that is earned by itself. */
export interface CountingBadge {
  readonly id: string;
  readonly criterion: BadgeCriterion;
}

export type EntryRow = Selectable<ChallengeEntryTable>;

/** Published performance challenges that one of these events can add to, by their ids. */
export async function getCountingChallenges({db, tenantId, programId}: Scope, events: ReadonlySet<string>): Promise<CountingChallenge[]> {
  const rows = await db.selectFrom('challenge').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('status', '=', 'published').where('type', '=', 'performance').orderBy('challenge_id').execute();
  return rows.map(toCounting).filter(({goal}) => goal !== null && addsTo(goal, events));
}

/** Badges that one of these events can add to, by their ids. */
export async function getCountingBadges({db, tenantId, programId}: Scope, events?: ReadonlySet<string>): Promise<CountingBadge[]> {
  const rows = await db.selectFrom('badge').select(['badge_id', 'criterion']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('is_retired', '=', false).where('criterion', 'is not', null).orderBy('badge_id').execute();
  return rows.flatMap(({badge_id: id, criterion}) => (criterion !== null && (events === undefined || addsTo(criterion.goal, events)) ? [{id, criterion}] : []));
}

/** Has the clock look at everybody again where points are counted: they changed for many at once. */
export async function lookAgain({db, tenantId, programId, context}: Scope): Promise<void> {
  await db.updateTable('challenge').set({due_at: nowText(context)}).where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('status', '=', 'published').where(sql<boolean>`goal->>'metric' = 'points'`).execute();
}

/** A challenge's row, as far as counting looks at it. */
export function toCounting(row: Selectable<ChallengeTable>): CountingChallenge {
  return {id: row.challenge_id, goal: row.goal, window: row.run_window, period: row.period as CountingChallenge['period'], timeZone: row.time_zone, audience: row.audience, points: row.points, badgeId: row.badge_id, maxWinners: row.max_winners};
}

/** Whoever ends a challenge waits for whoever makes a winner of it, and the other way round. @returns Its status. */
export async function holdChallenge({db, tenantId}: Scope, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('challenge').select('status').where('tenant_id', '=', tenantId).where('challenge_id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row?.status;
}

export async function countWinners({db, tenantId}: Scope, challengeId: string, spanKey: string): Promise<number> {
  const {count} = await db
    .selectFrom('challenge_entry')
    .select(({fn}) => fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('challenge_id', '=', challengeId)
    .where('span_key', '=', spanKey)
    .where('status', '=', 'approved')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function lockEntryOf({db, tenantId}: Scope, challengeId: string, partnerOrgId: string, spanKey: string): Promise<EntryRow | undefined> {
  return db.selectFrom('challenge_entry').selectAll().where('tenant_id', '=', tenantId).where('challenge_id', '=', challengeId).where('partner_org_id', '=', partnerOrgId).where('span_key', '=', spanKey).forUpdate().executeTakeFirst();
}

/** Entries of performance challenges with relative windows: when these partners joined. */
export async function getJoined({db, tenantId}: Scope, challengeId: string, partnerOrgIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('challenge_entry').select(['partner_org_id', 'span_from']).where('tenant_id', '=', tenantId).where('challenge_id', '=', challengeId).where('partner_org_id', 'in', [...partnerOrgIds]).where('span_key', '=', 'once').execute();
  return new Map(rows.map(row => [row.partner_org_id, row.span_from]));
}

/** Writes what a partner has in a span. @returns The new row. */
export function insertEntry({db, tenantId, context}: Scope, {challengeId, partnerOrgId, personId, span, ...columns}: {readonly challengeId: string; readonly partnerOrgId: string; readonly personId: string | null; readonly span: ChallengeSpan; readonly status: string; readonly value?: number; readonly decided_at?: string; readonly text?: string | null; readonly link?: string | null}): Promise<EntryRow> {
  const now = nowText(context);
  return db
    .insertInto('challenge_entry')
    .values({...columns, tenant_id: tenantId, challenge_entry_id: newId(context), challenge_id: challengeId, partner_org_id: partnerOrgId, person_id: personId, span_key: span.key, span_from: span.from, span_until: span.until, created_at: now, updated_at: now})
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateEntry({db, tenantId, context}: Scope, id: string, columns: Partial<Pick<EntryRow, 'status' | 'value' | 'decided_at' | 'decided_by' | 'reason' | 'text' | 'link' | 'submissions' | 'submitted_at'>>): Promise<void> {
  await db.updateTable('challenge_entry').set({...columns, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('challenge_entry_id', '=', id).execute();
}

function addsTo(goal: Goal, events: ReadonlySet<string>): boolean {
  const event = eventOf(goal);
  return event === null || events.has(event);
}
