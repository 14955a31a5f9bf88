import type {z} from 'zod';
import type {PointsReplay, PointsRule, PointsTerms} from './points-rule.schema.ts';

const everybody = {levelIds: [], partnerTypes: [], countries: [], groups: [], partnerOrgIds: []};
const anything = {minAmount: null, products: [], countries: [], maxHours: null};
const always = {startsAt: null, endsAt: null, expiresAfterDays: 365, timeZone: 'Europe/Helsinki'};

const won: PointsTerms = {event: 'deal_won', formula: {kind: 'per_amount', points: 1, perMinor: 10_000, currency: 'EUR'}, condition: anything, cap: {times: 20, per: 'quarter', points: 1000}, oncePerEntity: true, audience: everybody, ...always};
const quick: PointsTerms = {event: 'lead_accepted', formula: {kind: 'fixed', points: 10}, condition: {...anything, maxHours: 24}, cap: {times: 5, per: 'week', points: null}, oncePerEntity: true, audience: everybody, ...always};

/** A point for every hundred euros won, and one that is being changed. */
export const pointsRuleExamples = {
  won: {
    id: '0193a0c0-0000-7000-8000-000000003101',
    name: 'Deals won',
    published: {number: 1, terms: won, appliesFrom: null, publishedAt: '2026-10-01T06:00:00.000Z'},
    draft: null,
    version: 2,
    createdAt: '2026-09-30T12:00:00.000Z',
    updatedAt: '2026-10-01T06:00:00.000Z',
  },
  quick: {
    id: '0193a0c0-0000-7000-8000-000000003102',
    name: 'Leads accepted within a day',
    published: {number: 2, terms: quick, appliesFrom: '2026-11-01T00:00:00.000Z', publishedAt: '2026-11-01T06:00:00.000Z'},
    draft: {...quick, formula: {kind: 'fixed', points: 15}},
    version: 5,
    createdAt: '2026-09-30T12:10:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
  },
} satisfies Record<string, PointsRule>;

export const newPointsRuleExample = {
  name: 'Courses',
  event: 'course_passed',
  formula: {kind: 'fixed', points: 50},
  cap: {times: 2, per: 'month'},
  timeZone: 'Europe/Helsinki',
} satisfies {name: string} & z.input<typeof PointsTerms>;

/** What changing the second rule would do. */
export const pointsReplayExample = {
  ruleId: '0193a0c0-0000-7000-8000-000000003102',
  number: 3,
  events: 14,
  added: 4,
  reversed: 4,
  pointsBefore: 110,
  pointsAfter: 130,
  partnersChanged: 1,
  partnersLeft: 0,
  partners: [{partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'}, before: 40, after: 60, difference: 20, added: 4, reversed: 4}],
} satisfies PointsReplay;
