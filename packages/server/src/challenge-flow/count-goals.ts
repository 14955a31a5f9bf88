import type {ChallengeSpan} from '@portico/contract';
import {spanAt} from '@portico/contract/challenge-rules';
import {isFor} from '@portico/contract/points-rules';
import type {Change} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {earnBadges} from './badges.ts';
import {sumGoal} from './goal.queries.ts';
import {countWinners, getCountingBadges, getCountingChallenges, getJoined, holdChallenge, insertEntry, lockEntryOf, updateEntry, type CountingChallenge} from './running.queries.ts';
import {getTakers} from './takers.queries.ts';
import {takeWinBack, win} from './win.ts';

/** Something that happened or was taken back. */
export interface Counted {
  readonly partnerOrgId: string;
  readonly event: string;
  readonly occurredAt: string;
}

/**
 * Looks whether challenges are won, or no longer are, and whether badges are earned by what just happened, in the transaction in which it is recorded. The rules are
 * shared, and the partners' accounts are held.
 *
 * @returns What to announce.
 */
export async function countGoals(scope: Scope, counted: readonly Counted[]): Promise<Change[]> {
  const events = new Set(counted.map(({event}) => event));
  const challenges = await getCountingChallenges(scope, events);
  const badges = await getCountingBadges(scope, events);
  if (challenges.length === 0 && badges.length === 0) return [];
  const takers = await getTakers(scope, [...new Set(counted.map(({partnerOrgId}) => partnerOrgId))].sort());
  const changes: Change[] = [];
  for (const challenge of challenges) {
    const of = [...takers].flatMap(([id, standing]) => (isFor(challenge, id, standing) ? [id] : []));
    const joined = challenge.window.kind === 'relative' ? await getJoined(scope, challenge.id, of) : new Map<string, string>();
    for (const partnerOrgId of of) {
      const own = counted.filter(each => each.partnerOrgId === partnerOrgId);
      for (const span of spansOf(challenge, own, joined.get(partnerOrgId) ?? null)) changes.push(...(await settle(scope, challenge, partnerOrgId, span)));
    }
  }
  return [...changes, ...(await earnBadges(scope, badges, [...takers.keys()]))];
}

/** The spans of a challenge that something happened in. */
function spansOf(challenge: CountingChallenge, counted: readonly Counted[], joinedAt: string | null): ChallengeSpan[] {
  const spans = new Map<string, ChallengeSpan>();
  for (const {occurredAt} of counted) {
    const span = spanAt(challenge, occurredAt, joinedAt);
    const at = Date.parse(occurredAt);
    if (span && at >= Date.parse(span.from) && at < Date.parse(span.until)) spans.set(span.key, span);
  }
  return [...spans.values()];
}

/**
 * Makes a partner's entry what its goal says: won, or counting. What was revoked stays so, and a challenge with as many winners as it may have keeps those.
 *
 * @returns What to announce; at least that it counts.
 */
export async function settle(scope: Scope, challenge: CountingChallenge, partnerOrgId: string, span: ChallengeSpan): Promise<Change[]> {
  if (challenge.goal === null) return [];
  const value = (await sumGoal(scope, challenge.goal, span, [partnerOrgId])).get(partnerOrgId) ?? 0;
  const isReached = value >= challenge.goal.target;
  const told: Change = {resource: 'challenge', id: challenge.id, action: 'count', partnerOrgId, toVendor: false, changes: {value}};
  if ((await holdChallenge(scope, challenge.id)) !== 'published') return [];
  const entry = await lockEntryOf(scope, challenge.id, partnerOrgId, span.key);
  if (isReached && (!entry || entry.status === 'counting')) {
    if (challenge.maxWinners !== null && (await countWinners(scope, challenge.id, span.key)) >= challenge.maxWinners) return [told];
    const won = {status: 'approved', value, decided_at: nowText(scope.context)};
    if (entry) await updateEntry(scope, entry.challenge_entry_id, won);
    const row = entry ?? (await insertEntry(scope, {challengeId: challenge.id, partnerOrgId, personId: null, span, ...won}));
    return [...(await win(scope, challenge, row)), told];
  }
  if (!isReached && entry?.status === 'approved') {
    await updateEntry(scope, entry.challenge_entry_id, {status: 'counting', value: null, decided_at: null});
    return [...(await takeWinBack(scope, entry, null)), {resource: 'challenge_entry', id: entry.challenge_entry_id, action: 'miss', partnerOrgId}, told];
  }
  return [told];
}
