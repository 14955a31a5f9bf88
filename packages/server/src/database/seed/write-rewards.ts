import {BadgeFields, ChallengeFields, PointsScheme, RewardFields, type ChallengeFields as Fields, type Reward} from '@portico/contract';
import {badgeHandlers} from '../../badge/badge.handlers.ts';
import {giveBadge} from '../../challenge-flow/badges.ts';
import {insertEntry, updateEntry} from '../../challenge-flow/running.queries.ts';
import {challengeHandlers} from '../../challenge/challenge.handlers.ts';
import {newId, nowText} from '../../context.ts';
import {challengeDeadlines} from '../../jobs/challenge-deadlines.ts';
import {pointsAccountHandlers} from '../../points-account/points-account.handlers.ts';
import {takeEventNumbers} from '../../points-flow/partner-events.queries.ts';
import {pay} from '../../redemption/pay.ts';
import {insertRedemption} from '../../redemption/redemption.queries.ts';
import {rewardHandlers} from '../../reward/reward.handlers.ts';
import {moveStock} from '../../reward/reward.queries.ts';
import type {Scope} from '../scope.ts';
import type {Organisation} from './organisation.ts';
import {badges, challenges, rewards, scheme, waitingProof, type DemoChallenge} from './rewards.data.ts';

const dayMs = 86_400_000;

/** Challenges with a proof that waits, badges, and rewards of which one is asked for. What is won comes from what partners did in the stories before, and from nothing else. */
export async function writeRewards(scope: Scope, {partnerIds, personIds}: Organisation): Promise<void> {
  const {db, tenantId} = scope;
  const partnerOrgId = partnerIds.get('lumitek') ?? '';
  const known = await db.selectFrom('challenge').select('challenge_id').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst();
  if (known) return;
  await pointsAccountHandlers.setScheme({scope, input: PointsScheme.parse(scheme)});
  const given = [];
  for (const badge of badges) given.push(await badgeHandlers.create({scope, input: BadgeFields.parse(badge)}));
  const [sprinter, speaker] = given;
  for (const {window, hasBadge = false, ...challenge} of challenges) {
    const {id, version} = await challengeHandlers.create({scope, input: ChallengeFields.parse({...challenge, window: windowOf(scope, window), badgeId: hasBadge ? sprinter?.id : null})});
    await challengeHandlers.publish({scope, input: {id, version}});
    if ('days' in window) await sendProof(scope, {challengeId: id, partnerOrgId: partnerIds.get('kessler-brandt') ?? '', personId: personIds.get('p-katrin') ?? null, days: window.days});
  }
  const [kit, ...others] = rewards;
  if (kit) await askFor({...scope, personId: personIds.get('p-aino') ?? null}, partnerOrgId, await rewardHandlers.create({scope, input: RewardFields.parse(kit)}));
  for (const reward of others) await rewardHandlers.create({scope, input: RewardFields.parse(reward)});
  if (speaker) await giveBadge(scope, {badgeId: speaker.id, partnerOrgId, earnedBy: 'hand', note: 'Halden Days'});
  // What was done before counts at once, as it does within a second.
  while ((await challengeDeadlines.run(scope)) > 0);
}

function windowOf({context}: Scope, window: DemoChallenge['window']): Fields['window'] {
  if ('days' in window) return {kind: 'relative', days: window.days, joinBy: null};
  const at = (day: number) => new Date(context.now() + day * dayMs).toISOString();
  return {kind: 'absolute', startsAt: at(window.fromDay), endsAt: at(window.untilDay)};
}

async function sendProof(scope: Scope, {days, ...entry}: {readonly challengeId: string; readonly partnerOrgId: string; readonly personId: string | null; readonly days: number}): Promise<void> {
  const from = scope.context.now() - 3 * dayMs;
  const span = {key: 'once', from: new Date(from).toISOString(), until: new Date(from + days * dayMs).toISOString()};
  const {challenge_entry_id: id} = await insertEntry(scope, {...entry, span, status: 'draft', ...waitingProof});
  await updateEntry(scope, id, {status: 'submitted', submissions: 1, submitted_at: nowText(scope.context)});
}

async function askFor(scope: Scope, partnerOrgId: string, reward: Reward): Promise<void> {
  const id = newId(scope.context);
  await takeEventNumbers(scope, new Map([[partnerOrgId, 0]]));
  await moveStock(scope, reward.id, -1);
  await insertRedemption(scope, id, reward, {partnerOrgId, note: 'For the fair in Tampere, stand 214.'});
  await pay(scope, {redemptionId: id, partnerOrgId, points: reward.points});
}
