import {sql} from 'kysely';
import type {Change} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {writeLines} from '../points-flow/tally.ts';
import {giveBadge, takeBadgeOf} from './badges.ts';
import type {CountingChallenge, EntryRow} from './running.queries.ts';

interface LineEnd {
  readonly step: number;
  readonly points: number;
  readonly occurredAt: string;
}

/** Gives what a challenge brings. The rules are shared and the partner's account is held. @returns What to announce. */
export async function win(scope: Scope, {points, badgeId}: Pick<CountingChallenge, 'points' | 'badgeId'>, entry: Pick<EntryRow, 'challenge_entry_id' | 'challenge_id' | 'partner_org_id' | 'person_id'>): Promise<Change[]> {
  const {challenge_entry_id: challengeEntryId, partner_org_id: partnerOrgId} = entry;
  const changes: Change[] = [{resource: 'challenge_entry', id: challengeEntryId, action: 'win', partnerOrgId, changes: {challengeId: entry.challenge_id, points}}];
  if (points > 0) {
    const end = await findEnd(scope, challengeEntryId);
    const [id = ''] = await writeLines(scope, [{kind: 'challenge', challengeEntryId, partnerOrgId, personId: entry.person_id, step: end ? end.step + 1 : 0, points, reason: 'challenge', occurredAt: nowText(scope.context), expiresAt: null}]);
    changes.push({resource: 'points_entry', id, action: 'give', partnerOrgId, changes: {points}});
  }
  const given = badgeId === null ? undefined : await giveBadge(scope, {badgeId, partnerOrgId, earnedBy: 'challenge', challengeEntryId});
  return given ? [...changes, given.change] : changes;
}

/** Takes back what a challenge brought, by a line of its own. @param reason - What a person said; `null`: the goal is no longer reached. */
export async function takeWinBack(scope: Scope, entry: Pick<EntryRow, 'challenge_entry_id' | 'partner_org_id' | 'person_id'>, reason: string | null): Promise<Change[]> {
  const {challenge_entry_id: challengeEntryId, partner_org_id: partnerOrgId} = entry;
  const changes = await takeBadgeOf(scope, challengeEntryId, reason);
  const end = await findEnd(scope, challengeEntryId);
  if (!end || end.step % 2 === 1) return changes;
  const [id = ''] = await writeLines(scope, [{kind: 'challenge', challengeEntryId, partnerOrgId, personId: entry.person_id, step: end.step + 1, points: -end.points, reason: 'challenge_revoked', occurredAt: end.occurredAt, expiresAt: null}]);
  return [...changes, {resource: 'points_entry', id, action: 'reverse', partnerOrgId, changes: {points: -end.points}}];
}

/** The last line of an entry. */
async function findEnd({db, tenantId}: Scope, challengeEntryId: string): Promise<LineEnd | undefined> {
  const {rows} = await sql<LineEnd>`select step, points, occurred_at as "occurredAt" from points_entry where tenant_id = ${tenantId}::uuid and challenge_entry_id = ${challengeEntryId}::uuid order by step desc limit 1`.execute(db);
  return rows[0];
}
