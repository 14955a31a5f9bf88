import type {z} from 'zod';
import type {Challenge, ChallengeFields} from './challenge.schema.ts';

const lumen = {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'};
const everybody = {levelIds: [], partnerTypes: [], countries: [], groups: [], partnerOrgIds: []};
const dates = {publishedAt: '2026-11-01T08:00:00.000Z', endedAt: null, version: 2, createdAt: '2026-10-30T08:00:00.000Z', updatedAt: '2026-11-01T08:00:00.000Z'};
const november = {key: 'once', from: '2026-10-31T22:00:00.000Z', until: '2026-11-30T22:00:00.000Z'};

const run: Challenge = {
  id: '0193a0c0-0000-7000-8000-000000003701',
  name: 'November run',
  description: 'Win three deals before the month is over.',
  type: 'performance',
  goal: {metric: 'events', target: 3, event: 'deal_won'},
  proofs: [],
  window: {kind: 'absolute', startsAt: november.from, endsAt: november.until},
  period: 'once',
  timeZone: 'Europe/Helsinki',
  audience: everybody,
  points: 500,
  badgeId: '0193a0c0-0000-7000-8000-000000003731',
  maxWinners: null,
  badge: {id: '0193a0c0-0000-7000-8000-000000003731', name: 'Closer'},
  status: 'published',
  phase: 'running',
  winners: null,
  winnersLeft: null,
  submitted: null,
  own: {partnerOrg: lumen, span: november, value: 2, target: 3, remaining: 1, isWon: false, entry: null},
  reason: null,
  actions: [],
  ...dates,
};

/** As the partner sees them: one that counts what is won, and one that asks for a story of a customer. */
export const challengeExamples = {
  run,
  story: {
    ...run,
    id: '0193a0c0-0000-7000-8000-000000003702',
    name: 'A customer tells',
    description: 'Send a page that shows a customer at work with the product.',
    type: 'submission',
    goal: null,
    proofs: ['text', 'link'],
    window: {kind: 'relative', days: 30, joinBy: '2026-12-15T00:00:00.000Z'},
    points: 200,
    badgeId: null,
    badge: null,
    maxWinners: 20,
    winnersLeft: 17,
    own: {partnerOrg: lumen, span: {key: 'once', from: '2026-11-10T09:00:00.000Z', until: '2026-12-10T09:00:00.000Z'}, value: null, target: null, remaining: null, isWon: false, entry: {id: '0193a0c0-0000-7000-8000-000000003711', status: 'submitted', reason: null, version: 2}},
  },
} satisfies Record<string, Challenge>;

export const newChallengeExample = {
  name: 'Certified in spring',
  type: 'performance',
  goal: {metric: 'events', target: 2, event: 'course_passed'},
  window: {kind: 'absolute', startsAt: '2027-03-01T00:00:00Z', endsAt: '2027-06-01T00:00:00Z'},
  points: 300,
} satisfies z.input<typeof ChallengeFields>;
