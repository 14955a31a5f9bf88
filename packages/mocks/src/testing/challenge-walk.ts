import assert from 'node:assert/strict';
import type {Badge, BadgeAward, Challenge, ChallengeEntry, Redemption, Reward} from '@portico/contract';
import {newBadgeExample, newChallengeEntryExample, newChallengeExample, newPartnerEventExample, newRewardExample, partnerOrgExamples, pointsSchemeExample} from '@portico/contract/examples';
import type {Caller} from './caller.ts';
import type {TestClock} from '../test-clock.ts';

const dayMs = 86_400_000;

/** Does everything that can be done with challenges, badges and rewards. */
export async function doChallenges({call}: Caller, clock: TestClock): Promise<void> {
  const done = async <T>(as: 'partner' | 'vendor' | 'key', name: string, input: Record<string, unknown> = {}): Promise<T> => {
    const {status, body} = await call(as, name, input);
    assert.ok(status < 300, `${name}: ${JSON.stringify(body)}`);
    return body as T;
  };
  const partnerOrgId = partnerOrgExamples.lumen.id;
  const inDays = (days: number) => new Date(clock.now() + days * dayMs).toISOString();
  const window = {kind: 'absolute', startsAt: inDays(-5), endsAt: inDays(5)};
  const publish = async (changes: Record<string, unknown>): Promise<Challenge> => {
    const {id, version} = await done<Challenge>('key', 'challenges.create', {...newChallengeExample, window, ...changes});
    const renamed = await done<Challenge>('key', 'challenges.update', {id, version, name: 'Another name'});
    return done('key', 'challenges.publish', {id, version: renamed.version});
  };
  const reportCourse = (sourceId: string) => done('key', 'partnerEvents.create', {...newPartnerEventExample, partnerOrgId, event: 'lesson_given', sourceId, entityId: sourceId, occurredAt: inDays(0)});

  const badge = await done<Badge>('key', 'badges.create', newBadgeExample);
  await done('key', 'badges.update', {id: badge.id, version: badge.version, criterion: {goal: {metric: 'events', event: 'lesson_given', target: 9}}});
  const counting = await publish({goal: {metric: 'events', event: 'lesson_given', target: 2}, points: 40, badgeId: badge.id});
  for (const sourceId of ['lesson-1', 'lesson-2']) await reportCourse(sourceId);
  for (const as of ['partner', 'vendor'] as const) {
    for (const name of ['challenges.list', 'badges.list', 'badgeAwards.list', 'rewards.list', 'pointsAccounts.scheme', 'challengeEntries.list', 'pointsEntries.list']) await done(as, name);
    await done(as, 'badges.get', {id: badge.id});
    await done(as, 'challenges.get', {id: counting.id});
    await done(as, 'challenges.progress', {id: counting.id});
  }
  await done('key', 'challenges.end', {id: counting.id, version: counting.version});

  const story = await publish({type: 'submission', goal: null, proofs: ['text', 'link'], points: 20});
  const draft = await done<ChallengeEntry>('partner', 'challengeEntries.create', {challengeId: story.id, text: 'A story'});
  const act = (as: 'partner' | 'vendor', verb: string, {id, version}: ChallengeEntry, more: Record<string, unknown> = {}) => done<ChallengeEntry>(as, `challengeEntries.${verb}`, {id, version, ...more});
  const whole = await act('partner', 'update', draft, newChallengeEntryExample);
  const recalled = await act('partner', 'recall', await act('partner', 'submit', whole));
  const rejected = await act('vendor', 'reject', await act('partner', 'submit', recalled), {reason: 'Too short'});
  const approved = await act('vendor', 'approve', await act('partner', 'submit', rejected));
  await done('partner', 'challengeEntries.get', {id: draft.id});
  await act('vendor', 'revoke', approved, {reason: 'Not theirs'});
  await done('key', 'challenges.withdraw', {id: story.id, version: story.version, reason: 'Nobody came'});

  const speaker = await done<Badge>('key', 'badges.create', {...newBadgeExample, name: 'Another badge'});
  const award = await done<BadgeAward>('key', 'badgeAwards.create', {badgeId: speaker.id, partnerOrgId});
  await done('partner', 'badgeAwards.get', {id: award.id});
  await done('key', 'badgeAwards.revoke', {id: award.id, version: award.version, reason: 'It was somebody else'});

  await done('key', 'pointsAccounts.setScheme', pointsSchemeExample);
  await done('partner', 'pointsAccounts.current');
  const reward = await done<Reward>('key', 'rewards.create', {...newRewardExample, points: 10});
  await done('key', 'rewards.update', {id: reward.id, version: reward.version, stock: 5});
  await done('partner', 'rewards.get', {id: reward.id});
  const ask = () => done<Redemption>('partner', 'redemptions.create', {rewardId: reward.id, points: 10});
  const decide = (verb: string, {id, version}: Redemption, more: Record<string, unknown> = {}) => done<Redemption>('key', `redemptions.${verb}`, {id, version, ...more});
  await decide('fulfil', await decide('approve', await ask()), {answer: 'By post'});
  await decide('fail', await decide('approve', await ask()), {reason: 'Broken'});
  await decide('cancel', await ask());
  const last = await ask();
  await done('partner', 'redemptions.get', {id: last.id});
  await done('key', 'redemptions.liability');
  for (const as of ['partner', 'vendor'] as const) await done(as, 'redemptions.list');
  await done('partner', 'pointsEntries.summary');
  await done('partner', 'pointsEntries.list');
}
