import type {Api, RouteInput} from '@portico/contract';
import type {LevelKey} from './programme.data.ts';

const zone = {timeZone: 'Europe/Helsinki'} as const;
const within = (maxHours: number) => ({condition: {maxHours}});

/** What gives points in the demo's programme. */
export const pointsRules: readonly RouteInput<Api['pointsRules']['create']>[] = [
  {name: 'Leads accepted within a day', event: 'lead_accepted', formula: {kind: 'fixed', points: 10}, ...within(24), cap: {times: 5, per: 'week'}, ...zone},
  {name: 'First contact within two days', event: 'first_contact', formula: {kind: 'fixed', points: 15}, ...within(48), cap: {times: 5, per: 'week', points: 60}, ...zone},
  {name: 'Deals registered', event: 'deal_registered', formula: {kind: 'fixed', points: 20}, cap: {times: 6, per: 'quarter'}, ...zone},
  {name: 'Deals approved', event: 'deal_approved', formula: {kind: 'fixed', points: 30}, cap: {times: 10, per: 'quarter'}, ...zone},
  {name: 'Deals won', event: 'deal_won', formula: {kind: 'fixed', points: 120}, cap: {times: 10, per: 'quarter'}, expiresAfterDays: 730, ...zone},
  {name: 'Own copies of material', event: 'asset_cobranded', formula: {kind: 'fixed', points: 5}, cap: {times: 4, per: 'month'}, ...zone},
];

/** Its leaderboards: by name, by alias, the first ones with one's neighbours, and one beside the median of the own level. */
export const boards: readonly RouteInput<Api['boards']['create']>[] = [
  {name: 'Best of the quarter', metric: 'points', period: 'quarter', ...zone},
  {name: 'Points of the month', metric: 'points', period: 'month', visibility: {kind: 'alias'}, ...zone},
  {name: 'Time to first contact', metric: 'time_to_contact', period: 'quarter', visibility: {kind: 'top', top: 3, around: 1}, minCount: 2, ...zone},
  {name: 'Beyond their own level', metric: 'points', period: 'quarter', within: 'level', isNormalised: true, ...zone},
];

type Criterion = RouteInput<Api['tierPolicies']['create']>['requirements'][number]['criteria'];

/** What its levels ask for; everybody is Registered. */
export const criteria: Readonly<Record<LevelKey, {readonly minScore: number; readonly criteria: NonNullable<Criterion>}>> = {
  gold: {
    minScore: 75,
    criteria: [
      {metric: 'revenue', target: 8_000_000, weight: 2, mandatory: true},
      {metric: 'approved_registrations', target: 5},
      {metric: 'leads_accepted', target: 20, window: 'calendar_year'},
    ],
  },
  silver: {minScore: 50, criteria: [{metric: 'approved_registrations', target: 1}, {metric: 'leads_accepted', target: 8, window: 'calendar_year'}]},
  registered: {minScore: 0, criteria: []},
};
