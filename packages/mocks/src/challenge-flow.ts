import type {BadgeAward, ChallengeSpan, Goal} from '@portico/contract';
import {countsToward, endOf, phaseOf, spanAt} from '@portico/contract/challenge-rules';
import {isFor} from '@portico/contract/points-rules';
import type {AwardRow, BadgeRow, ChallengeEntryRow, ChallengeRow} from './challenge-data.ts';
import {addLine, reverseLine, standingLines} from './points-lines.ts';
import type {Store} from './store.ts';

const dayMs = 86_400_000;

/** Whether a partner can take part, as it stands now. */
export function isTaker(store: Store, {audience}: Pick<ChallengeRow, 'audience'>, partnerOrgId: string): boolean {
  const org = store.data.partnerOrgs.get(partnerOrgId);
  if (!org || !['onboarding', 'active', 'at_risk'].includes(org.partnership.status)) return false;
  return isFor({audience}, partnerOrgId, {levelId: org.partnership.levelId, type: org.type, country: org.country, groups: org.partnership.groups});
}

/** What a goal counts of a partner within a time. */
export function sumGoal({data: {standing}}: Store, goal: Goal, partnerOrgId: string, {from, until}: {readonly from: string | null; readonly until: string | null}): number {
  const isIn = (row: {readonly partnerOrgId: string; readonly occurredAt: string}) => row.partnerOrgId === partnerOrgId && (from === null || row.occurredAt >= from) && (until === null || row.occurredAt < until);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  if (goal.metric === 'points') return sum(standing.entries.values().filter(isIn).map(({points}) => points));
  const held = new Set(standing.holds.values().flatMap(({event, status}) => (status === 'released' ? [] : [event.id])));
  return sum(standing.events.values().map(row => (isIn(row) && row.retractedAt === null && !held.has(row.id) ? countsToward(goal, row.event, row.facts.amount) : 0)));
}

/** What a partner has in a challenge. */
export function entriesOf({data: {challenges}}: Store, challengeId: string, partnerOrgId: string): ChallengeEntryRow[] {
  return challenges.entries.values().filter(row => row.challengeId === challengeId && row.partnerOrgId === partnerOrgId);
}

/** The time that counts for a partner now. */
export function presentSpan(store: Store, challenge: ChallengeRow, partnerOrgId: string): ChallengeSpan | null {
  return spanAt(challenge, store.now(), entriesOf(store, challenge.id, partnerOrgId)[0]?.span.from ?? null);
}

export function winnersOf({data: {challenges}}: Store, challengeId: string, spanKey: string): number {
  return challenges.entries.values().filter(row => row.challengeId === challengeId && row.span.key === spanKey && row.status === 'approved').length;
}

/** Gives what a challenge brings. */
export function win(store: Store, {points, badgeId}: ChallengeRow, entry: ChallengeEntryRow): void {
  const {id: challengeEntryId, partnerOrgId, personId} = entry;
  if (points > 0) addLine(store, {partnerOrgId, personId, challengeEntryId, redemptionId: null, points, reason: 'challenge', occurredAt: store.now(), expiresAt: null});
  if (badgeId !== null) giveBadge(store, {badgeId, partnerOrgId, earnedBy: 'challenge', challengeEntryId, note: null});
}

/** Takes back what a challenge brought. */
export function takeWinBack(store: Store, {id, partnerOrgId}: ChallengeEntryRow, reason: string | null): void {
  for (const line of standingLines(store, {challengeEntryId: id})) reverseLine(store, line, 'challenge_revoked');
  for (const award of store.data.challenges.awards.values().filter(row => row.challengeEntryId === id && statusOf(store, row) === 'valid')) {
    store.update(store.data.challenges.awards, award, {revokedAt: store.now(), reason});
    store.change('badge_award', award.id, {partnerOrgIds: [partnerOrgId]});
  }
}

export function statusOf(store: Store, {revokedAt, validUntil}: Pick<AwardRow, 'revokedAt' | 'validUntil'>): BadgeAward['status'] {
  if (revokedAt !== null) return 'revoked';
  return validUntil !== null && validUntil <= store.now() ? 'expired' : 'valid';
}

/** The award of a badge that a partner holds. */
export function awardOf(store: Store, badgeId: string, partnerOrgId: string | null): AwardRow | undefined {
  return store.data.challenges.awards.values().find(row => row.badgeId === badgeId && row.partnerOrgId === partnerOrgId && statusOf(store, row) === 'valid');
}

/** Gives a badge, unless the partner holds it or it is retired. */
export function giveBadge(store: Store, award: Pick<AwardRow, 'badgeId' | 'partnerOrgId' | 'earnedBy' | 'challengeEntryId' | 'note'>): AwardRow | undefined {
  const {badges, awards} = store.data.challenges;
  const badge = badges.get(award.badgeId);
  if (!badge || badge.isRetired || awardOf(store, badge.id, award.partnerOrgId)) return undefined;
  const now = store.now();
  const row = awards.set({...award, id: store.newId('badgeAward'), earnedAt: now, validUntil: badge.validForDays === null ? null : store.at(badge.validForDays * dayMs), revokedAt: null, reason: null, version: 1, updatedAt: now});
  store.change('badge_award', row.id, {partnerOrgIds: [row.partnerOrgId]});
  return row;
}

export function badgeSpan(store: Store, {criterion}: BadgeRow): {from: string | null; until: null} {
  return {from: criterion === null || criterion.withinDays === null ? null : store.at(-criterion.withinDays * dayMs), until: null};
}

/** Looks whether what a partner did wins challenges, or no longer does, and whether it earns badges. */
export function countGoals(store: Store, partnerOrgId: string): void {
  const {challenges, badges, awards} = store.data.challenges;
  for (const challenge of challenges.values()) if (challenge.status === 'published' && challenge.goal && isTaker(store, challenge, partnerOrgId)) for (const span of spansOf(store, challenge, partnerOrgId)) settle(store, challenge, partnerOrgId, span);
  for (const badge of badges.values()) {
    const {criterion} = badge;
    const isTaken = awards.values().some(row => row.badgeId === badge.id && row.partnerOrgId === partnerOrgId && row.revokedAt !== null && row.reason !== null);
    if (criterion && !isTaken && sumGoal(store, criterion.goal, partnerOrgId, badgeSpan(store, badge)) >= criterion.goal.target) giveBadge(store, {badgeId: badge.id, partnerOrgId, earnedBy: 'criterion', challengeEntryId: null, note: null});
  }
}

/** The spans of a challenge that have begun for a partner. */
function spansOf(store: Store, challenge: ChallengeRow, partnerOrgId: string): ChallengeSpan[] {
  const {window} = challenge;
  const own = presentSpan(store, challenge, partnerOrgId);
  if (window.kind === 'relative') return own ? [own] : [];
  const spans: ChallengeSpan[] = [];
  for (let at = Date.parse(window.startsAt); at < Date.parse(window.endsAt) && at <= store.clock.now(); ) {
    const span = spanAt(challenge, new Date(at).toISOString(), null);
    if (!span) break;
    spans.push(span);
    at = Date.parse(span.until);
  }
  return spans;
}

function settle(store: Store, challenge: ChallengeRow, partnerOrgId: string, span: ChallengeSpan): void {
  if (!challenge.goal) return;
  const {entries} = store.data.challenges;
  const value = sumGoal(store, challenge.goal, partnerOrgId, span);
  const entry = entriesOf(store, challenge.id, partnerOrgId).find(row => row.span.key === span.key);
  const isReached = value >= challenge.goal.target;
  store.change('challenge', challenge.id, {partnerOrgIds: [partnerOrgId]});
  if (isReached && (!entry || entry.status === 'counting')) {
    if (challenge.maxWinners !== null && winnersOf(store, challenge.id, span.key) >= challenge.maxWinners) return;
    const won = {status: 'approved', value, decidedAt: store.now()} as const;
    const row = entry ? store.update(entries, entry, won) : entries.set({...newEntry(store, challenge.id, partnerOrgId, null, span), ...won});
    win(store, challenge, row);
    store.change('challenge_entry', row.id, {partnerOrgIds: [partnerOrgId]});
  } else if (!isReached && entry?.status === 'approved') {
    takeWinBack(store, store.update(entries, entry, {status: 'counting', value: null, decidedAt: null}), null);
    store.change('challenge_entry', entry.id, {partnerOrgIds: [partnerOrgId]});
  }
}

/** An entry as it begins. */
export function newEntry(store: Store, challengeId: string, partnerOrgId: string, personId: string | null, span: ChallengeSpan): ChallengeEntryRow {
  const now = store.now();
  return {id: store.newId('challengeEntry'), challengeId, partnerOrgId, personId, span, status: 'counting', text: null, link: null, fileIds: [], value: null, submissions: 0, reason: null, submittedAt: null, decidedAt: null, version: 1, createdAt: now, updatedAt: now};
}

/** Looks at everybody, as when a challenge is published. */
export function countEverybody(store: Store): void {
  for (const {id} of store.data.partnerOrgs.values()) countGoals(store, id);
}

/** Ends challenges whose time is over. */
export function sweepChallenges(store: Store): void {
  const {challenges} = store.data.challenges;
  for (const challenge of challenges.values().filter(({status, window}) => status === 'published' && phaseOf(status, window, store.clock.now()) === 'over')) {
    store.update(challenges, challenge, {status: 'ended', endedAt: endOf(challenge.window)});
    store.change('challenge', challenge.id, {partnerOrgIds: audienceOf(store, challenge)});
  }
}

/** Partners that hear of a challenge. */
export function audienceOf(store: Store, challenge: Pick<ChallengeRow, 'audience'>): string[] {
  return store.data.partnerOrgs.values().flatMap(({id}) => (isTaker(store, challenge, id) ? [id] : []));
}

/** Partners that hear of what is for everybody. */
export function everybody(store: Store): string[] {
  return store.data.partnerOrgs.values().map(({id}) => id);
}
