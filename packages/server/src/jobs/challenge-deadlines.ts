import {endOf, spanAt} from '@portico/contract/challenge-rules';
import {isFor} from '@portico/contract/points-rules';
import type {ChallengeSpan} from '@portico/contract';
import {sql} from 'kysely';
import {earnBadges} from '../challenge-flow/badges.ts';
import {settle} from '../challenge-flow/count-goals.ts';
import {sumGoal} from '../challenge-flow/goal.queries.ts';
import {getCountingBadges, holdChallenge, toCounting, type CountingChallenge} from '../challenge-flow/running.queries.ts';
import {getAudience, getTakers} from '../challenge-flow/takers.queries.ts';
import type {Change} from '../changes/record-change.ts';
import {recordChanges} from '../changes/record-changes.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {shareRules, takeEventNumbers} from '../points-flow/partner-events.queries.ts';
import type {DueJob} from './due-job.ts';

const partnersAtOnce = 50;
const badgesAtOnce = 100;

/** Looks at everybody when a challenge is published or its end has come, and ends it; and sees which badges have run out. */
export const challengeDeadlines: DueJob = {
  name: 'challenge-deadlines',

  findTenants: async (db, now) => {
    const challenges = await db.selectFrom('challenge').select('tenant_id').distinct().where('due_at', '<=', now).execute();
    const awards = await db.selectFrom('badge_award').select('tenant_id').distinct().where('valid_until', '<=', now).where('expired_at', 'is', null).where('revoked_at', 'is', null).execute();
    return [...new Set([...challenges, ...awards].map(row => row.tenant_id))];
  },

  run: async scope => (await lookAtChallenge(scope)) || (await expireBadges(scope)),
};

/** Some partners of the next challenge that is due; its end when nothing is left to do. */
async function lookAtChallenge(scope: Scope): Promise<number> {
  const {db, tenantId, programId, context} = scope;
  const now = nowText(context);
  const row = await db.selectFrom('challenge').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('due_at', '<=', now).orderBy('due_at').limit(1).executeTakeFirst();
  if (!row) return 0;
  const challenge = toCounting(row);
  await shareRules(scope);
  const open = row.type === 'performance' ? (await findOpen(scope, challenge, now)).slice(0, partnersAtOnce) : [];
  if (open.length > 0) {
    // Accounts before challenges, as everywhere.
    await takeEventNumbers(scope, new Map(open.map(({partnerOrgId}) => [partnerOrgId, 0])));
    const changes: Change[] = [];
    for (const {partnerOrgId, span} of open) changes.push(...(await settle(scope, challenge, partnerOrgId, span)));
    await recordChanges(scope, changes);
    return open.length;
  }
  if ((await holdChallenge(scope, challenge.id)) !== 'published') return 1;
  const end = endOf(challenge.window);
  const isOver = end !== null && end <= now;
  // Another process may have looked at it meanwhile: then it is due no more.
  const {numUpdatedRows} = await db
    .updateTable('challenge')
    .set(isOver ? {status: 'ended', ended_at: now, due_at: null, updated_at: now} : {due_at: end})
    .where('tenant_id', '=', tenantId)
    .where('challenge_id', '=', challenge.id)
    .where('due_at', '<=', now)
    .executeTakeFirst();
  if (isOver && numUpdatedRows > 0n) await recordChanges(scope, [{resource: 'challenge', id: challenge.id, action: 'end', partnerOrgIds: await getAudience(scope, challenge.audience)}]);
  return 1;
}

interface OpenEntry {
  readonly partnerOrgId: string;
  readonly span: ChallengeSpan;
}

/** Entries that are not what the goal says, in all spans so far; the furthest first, who win where not all can. */
async function findOpen(scope: Scope, challenge: CountingChallenge, now: string): Promise<OpenEntry[]> {
  const {goal} = challenge;
  if (goal === null) return [];
  const {db, tenantId} = scope;
  const entries = await db.selectFrom('challenge_entry').select(['partner_org_id', 'span_key', 'span_from', 'span_until', 'status']).where('tenant_id', '=', tenantId).where('challenge_id', '=', challenge.id).execute();
  const takers = await getTakers(scope);
  const open: OpenEntry[] = [];
  for (const span of spansUntil(challenge, now, entries)) {
    const statuses = new Map(entries.filter(entry => entry.span_key === span.key).map(entry => [entry.partner_org_id, entry.status]));
    const of = challenge.window.kind === 'relative' ? entries.filter(({span_from: from}) => from === span.from).map(row => row.partner_org_id) : undefined;
    const values = await sumGoal(scope, goal, span, of);
    const winners = entries.filter(entry => entry.span_key === span.key && entry.status === 'approved').length;
    const hasRoom = challenge.maxWinners === null || winners < challenge.maxWinners;
    const furthest = [...values].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const won = furthest.flatMap(([partnerOrgId, value]) => {
      const standing = takers.get(partnerOrgId);
      const status = statuses.get(partnerOrgId);
      return hasRoom && value >= goal.target && standing && isFor(challenge, partnerOrgId, standing) && (status === undefined || status === 'counting') ? [{partnerOrgId, span}] : [];
    });
    const lost = [...statuses].flatMap(([partnerOrgId, status]) => (status === 'approved' && (of === undefined || of.includes(partnerOrgId)) && (values.get(partnerOrgId) ?? 0) < goal.target ? [{partnerOrgId, span}] : []));
    open.push(...lost, ...won.slice(0, challenge.maxWinners === null ? undefined : challenge.maxWinners - winners));
  }
  return open;
}

/** The spans that have begun. */
function spansUntil(challenge: CountingChallenge, now: string, entries: readonly {readonly span_from: string}[]): ChallengeSpan[] {
  const {window} = challenge;
  if (window.kind === 'relative') return [...new Set(entries.map(row => row.span_from))].flatMap(from => spanAt(challenge, now, from) ?? []);
  const spans: ChallengeSpan[] = [];
  for (let at = Date.parse(window.startsAt); at < Math.min(Date.parse(window.endsAt), Date.parse(now) + 1); ) {
    const span = spanAt(challenge, new Date(at).toISOString(), null);
    if (!span) break;
    spans.push(span);
    at = Date.parse(span.until);
  }
  return spans;
}

/** Badges that have run out; a criterion that still holds gives its badge again. */
async function expireBadges(scope: Scope): Promise<number> {
  const {db, tenantId, context} = scope;
  const now = nowText(context);
  const {rows} = await sql<{badge_award_id: string; badge_id: string; partner_org_id: string}>`
    update badge_award set expired_at = ${now}::timestamptz, updated_at = ${now}::timestamptz where tenant_id = ${tenantId}::uuid and badge_award_id in (
      select badge_award_id from badge_award where tenant_id = ${tenantId}::uuid and valid_until <= ${now}::timestamptz and expired_at is null and revoked_at is null order by valid_until limit ${badgesAtOnce} for update skip locked)
    returning badge_award_id, badge_id, partner_org_id`.execute(db);
  if (rows.length === 0) return 0;
  const changes: Change[] = rows.map(row => ({resource: 'badge_award', id: row.badge_award_id, action: 'expire', partnerOrgId: row.partner_org_id}));
  const takers = await getTakers(scope, rows.map(row => row.partner_org_id));
  for (const badge of await getCountingBadges(scope)) changes.push(...(await earnBadges(scope, [badge], rows.flatMap(row => (row.badge_id === badge.id && takers.has(row.partner_org_id) ? [row.partner_org_id] : [])))));
  await recordChanges(scope, changes);
  return rows.length;
}
