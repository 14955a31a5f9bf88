import {BadgeFields, ChallengeEntryFields, ChallengeFields, RewardFields, type ChallengeEntry} from '@portico/contract';
import {partnerOrgExamples, personExamples} from '@portico/contract/examples';
import {badgeAwardMocks} from './badge-award.mocks.ts';
import {badgeMocks} from './badge.mocks.ts';
import {challengeEntryMocks} from './challenge-entry.mocks.ts';
import {challengeMocks} from './challenge.mocks.ts';
import type {Scope} from './handlers.ts';
import {redemptionMocks} from './redemption.mocks.ts';
import {rewardMocks} from './reward.mocks.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

/** Makes challenges, badges and rewards, and lets the vendor decide while a page looks on. */
export interface ChallengeActs {
  /** Challenges of all kinds and in all phases, badges, rewards, and what partners sent and asked for. */
  challenges(): void;
  /** The vendor decides on the proof that the partner of the examples sent last. */
  reviewProof(decision: 'approve' | {readonly reject: string}): void;
  /** The vendor approves the reward that the partner of the examples asked for last. */
  approveReward(): void;
}

const dayMs = 86_400_000;
const lumen = partnerOrgExamples.lumen.id;
const vendor: Viewer = {caller: 'vendor', person: {id: personExamples.tomas.id, name: personExamples.tomas.name}, partnerOrgId: null, roles: ['channel_admin'], side: 'vendor', seesWholeOrg: true};
const partner: Viewer = {caller: 'partner', person: {id: personExamples.mika.id, name: personExamples.mika.name}, partnerOrgId: lumen, roles: ['sales_rep'], side: 'partner', seesWholeOrg: false};
const rival: Viewer = {...partner, person: null, partnerOrgId: partnerOrgExamples.bergmann.id};

/** What a handler answers; those used here answer at once. */
const now = <T>(answer: T | Promise<T>): T => answer as T;

/** Acts on a backend's challenges and rewards. */
export function challengeActsOn(store: Store): ChallengeActs {
  const by = (viewer: Viewer): Scope => ({store, viewer});
  const lastOf = (status: ChallengeEntry['status']): ChallengeEntry => {
    const entry = now(challengeEntryMocks.list({status: [status], limit: 50}, by(partner))).items[0];
    if (!entry) throw new Error('There is no such entry to act on.');
    return entry;
  };
  return {
    challenges: () =>
      store.act(() => {
        store.data.challenges.scheme = {levels: [{name: 'Starter', minPoints: 0}, {name: 'Pro', minPoints: 500}, {name: 'Star', minPoints: 2000}], value: {points: 100, amountMinor: 500, currency: 'EUR'}};
        seedChallenges(store, by);
        seedRewards(by);
      }),
    reviewProof: decision =>
      store.act(() => {
        const {id, version} = lastOf('submitted');
        if (decision === 'approve') now(challengeEntryMocks.approve({id, version}, by(vendor)));
        else now(challengeEntryMocks.reject({id, version, reason: decision.reject}, by(vendor)));
      }),
    approveReward: () =>
      store.act(() => {
        const asked = now(redemptionMocks.list({status: ['requested'], limit: 50}, by(partner))).items[0];
        if (!asked) throw new Error('Nothing was asked for.');
        now(redemptionMocks.approve({id: asked.id, version: asked.version}, by(vendor)));
      }),
  };
}

function seedChallenges(store: Store, by: (viewer: Viewer) => Scope): void {
  const badge = (fields: Parameters<typeof BadgeFields.parse>[0]) => now(badgeMocks.create(BadgeFields.parse(fields), by(vendor))).id;
  const publish = (fields: Parameters<typeof ChallengeFields.parse>[0]) => {
    const {id, version} = now(challengeMocks.create(ChallengeFields.parse(fields), by(vendor)));
    now(challengeMocks.publish({id, version}, by(vendor)));
    return id;
  };
  const within = (from: number, until: number) => ({kind: 'absolute', startsAt: store.at(from * dayMs), endsAt: store.at(until * dayMs)});
  const send = (viewer: Viewer, challengeId: string, fields: Parameters<typeof ChallengeEntryFields.parse>[0]) => {
    const {id, version} = now(challengeEntryMocks.create({challengeId, ...ChallengeEntryFields.parse(fields)}, by(viewer)));
    return now(challengeEntryMocks.submit({id, version}, by(viewer)));
  };
  badge({name: 'Certified team', description: 'Two courses passed within a year.', criterion: {goal: {metric: 'events', target: 2, event: 'course_passed'}, withinDays: 365}, validForDays: 365});
  badge({name: 'Rainmaker', description: 'A million won with us.', criterion: {goal: {metric: 'revenue', target: 100_000_000, currency: 'EUR'}}});
  const story = badge({name: 'Storyteller', description: 'A customer story that others learn from.', validForDays: 180});

  publish({name: 'Winter sprint', description: 'Win deals with any product of ours before the year ends.', type: 'performance', goal: {metric: 'revenue', target: 6_000_000, currency: 'EUR'}, window: within(-20, 25), points: 500});
  const stories = publish({name: 'Customer story of the month', description: 'Tell in a few sentences what changed for the customer, and link to where you published it.', type: 'submission', proofs: ['text', 'link'], window: within(-50, 60), period: 'month', points: 200, badgeId: story, maxWinners: 5});
  publish({name: 'Thirty days with Aurora Edge', type: 'performance', goal: {metric: 'events', target: 3, event: 'course_passed'}, window: {kind: 'relative', days: 30, joinBy: store.at(20 * dayMs)}, points: 150});
  publish({name: 'Demo on video', description: 'Show the product at work on a customer’s floor.', type: 'submission', proofs: ['text', 'file'], window: within(-5, 2), points: 120});
  publish({name: 'Spring registrations', type: 'performance', goal: {metric: 'events', target: 5, event: 'deal_registered'}, window: within(40, 100), points: 300});
  publish({name: 'Quick answers', type: 'performance', goal: {metric: 'events', target: 2, event: 'first_contact'}, window: within(-12, 5), points: 60});
  const over = publish({name: 'Autumn calls', type: 'performance', goal: {metric: 'events', target: 40, event: 'first_contact'}, window: within(-60, 9), points: 100});
  now(challengeMocks.end({id: over, version: 2}, by(vendor)));
  now(challengeMocks.create(ChallengeFields.parse({name: 'Reference visits', type: 'submission', proofs: ['text'], window: within(30, 90), points: 250}), by(vendor)));

  const own = send(partner, stories, {text: 'They pick twice as fast as before.', link: 'https://lumen.example/stories/picking'});
  now(challengeEntryMocks.reject({id: own.id, version: own.version, reason: 'Please name the customer, or say why it must stay unnamed.'}, by(vendor)));
  send(rival, stories, {text: 'A brewery in Cologne sorts bottles with two cameras instead of six people.\nThe line has not stopped once since August.', link: 'https://bergmann.example/brauerei'});
}

function seedRewards(by: (viewer: Viewer) => Scope): void {
  const reward = (fields: Parameters<typeof RewardFields.parse>[0]) => now(rewardMocks.create(RewardFields.parse(fields), by(vendor)));
  const ask = (viewer: Viewer, {id, points}: {readonly id: string; readonly points: number}, note: string | null) => now(redemptionMocks.create({rewardId: id, points, note}, by(viewer)));
  const voucher = reward({name: 'Course voucher', description: 'One place in any course.', points: 100, value: {amountMinor: 15_000, currency: 'EUR'}});
  reward({name: 'Day with an engineer', description: 'On your customer’s floor, or online.', points: 300, value: {amountMinor: 90_000, currency: 'EUR'}, stock: 3});
  reward({name: 'Ticket to the summit', points: 5000, stock: 12});
  reward({name: 'Demo kit', description: 'Camera, light and a conveyor the size of a desk.', points: 200, stock: 0});
  const first = ask(partner, voucher, 'For Mika');
  now(redemptionMocks.approve({id: first.id, version: first.version}, by(vendor)));
  now(redemptionMocks.fulfil({id: first.id, version: first.version + 1, answer: 'Voucher AUR-2291, valid until June.'}, by(vendor)));
  ask(partner, voucher, null);
  const story = now(badgeMocks.list({limit: 50}, by(vendor))).items.find(({name}) => name === 'Storyteller');
  if (story) now(badgeAwardMocks.create({badgeId: story.id, partnerOrgId: partnerOrgExamples.bergmann.id, note: 'For the talk in May'}, by(vendor)));
}
