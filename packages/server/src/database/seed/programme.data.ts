import type {BusinessCalendar, LeadPolicy, Product, RoutingMethod} from '@portico/contract';

/** The vendor of the demo: invented, like everybody who follows. */
export const vendor = {name: 'Halden Automation', website: 'https://halden.example'} as const;

export const programme = {
  name: 'Halden Partner Programme',
  timeZone: 'Europe/Helsinki',
  brand: {color: '#0f766e', secondColor: '#d97706', fontFamily: null, radiusPx: null, surfaces: 'plain', theme: null},
  countries: ['FI', 'SE', 'DE', 'VN', 'EE', 'GB', 'IE', 'AT', 'CH', 'NO'],
} as const;

export const levels = [
  {key: 'gold', name: 'Gold', rank: 1, weight: 3},
  {key: 'silver', name: 'Silver', rank: 2, weight: 2},
  {key: 'registered', name: 'Registered', rank: 3, weight: 1},
] as const;
export type LevelKey = (typeof levels)[number]['key'];

export const products = [
  {name: 'Halden Edge 200', aliases: ['Edge200', 'H-Edge 200']},
  {name: 'Halden Drive X4', aliases: ['DriveX4', 'X4 Drive']},
  {name: 'Halden Vision', aliases: ['H-Vision']},
  {name: 'Halden Cobot 7', aliases: ['Cobot7', 'Cobot-7']},
  {name: 'Halden Safety PLC', aliases: ['SafetyPLC']},
  {name: 'Halden Flow', aliases: ['H-Flow']},
  {name: 'Halden Insight', aliases: ['Insight Cloud']},
] as const satisfies readonly Product[];
export type ProductName = (typeof products)[number]['name'];

const calendar: BusinessCalendar = {weekdays: [1, 2, 3, 4, 5], fromHour: 8, toHour: 17, holidays: []};

export const leadPolicy: Partial<LeadPolicy> = {acceptSlaHours: 72, hotAcceptSlaHours: 9, actSlaDays: 60, idleLimitDays: 14, idleReminderDays: [5, 10], acceptReminderHours: [24, 4], teaserFields: ['title', 'industry', 'country', 'region', 'products', 'valueBand', 'timeline', 'score', 'need'], calendar};

/** The rules in their order; `partners` by externalId. */
export const rules: readonly {readonly name: string; readonly method: RoutingMethod; readonly countries?: readonly string[]; readonly products?: readonly ProductName[]; readonly minScore?: number; readonly partners: readonly string[]}[] = [
  {name: 'Cobots in the Nordics go to Lumitek', method: 'named_partner', countries: ['FI', 'EE'], products: ['Halden Cobot 7'], partners: ['lumitek']},
  {name: 'Best leads in Germany take turns', method: 'round_robin', countries: ['DE', 'AT', 'CH'], minScore: 70, partners: ['kessler-brandt', 'isar-robotik']},
  {name: 'Vietnam takes turns', method: 'round_robin', countries: ['VN'], partners: ['minh-long', 'saigon-controls']},
  {name: 'By territory', method: 'territory', partners: []},
];
