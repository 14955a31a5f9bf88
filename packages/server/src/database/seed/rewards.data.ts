import type {Api, RouteInput} from '@portico/contract';

const zone = {timeZone: 'Europe/Helsinki'} as const;

/** A challenge of the demo's programme, by days from the day of the seed. */
export type DemoChallenge = Omit<RouteInput<Api['challenges']['create']>, 'window' | 'badgeId'> & {readonly window: {readonly fromDay: number; readonly untilDay: number} | {readonly days: number}; readonly hasBadge?: boolean};

export const challenges: readonly DemoChallenge[] = [
  {name: 'Year-end sprint', description: 'Register three deals before the year is over.', type: 'performance', goal: {metric: 'events', event: 'deal_registered', target: 3}, window: {fromDay: -20, untilDay: 25}, points: 100, hasBadge: true, ...zone},
  {name: 'Quick hands', description: 'Accept six leads a month.', type: 'performance', goal: {metric: 'events', event: 'lead_accepted', target: 6}, window: {fromDay: -60, untilDay: 60}, period: 'month', points: 40, ...zone},
  {name: 'A customer tells', description: 'Show a customer at work with a Halden robot: a few lines and a public page.', type: 'submission', proofs: ['text', 'link'], window: {days: 30}, points: 80, maxWinners: 10, ...zone},
  {name: 'Spring of courses', description: 'Have two colleagues pass a course.', type: 'performance', goal: {metric: 'events', event: 'course_passed', target: 2}, window: {fromDay: 12, untilDay: 102}, points: 60, ...zone},
];

/** The first one is what challenges bring, the second is given by hand. */
export const badges: readonly RouteInput<Api['badges']['create']>[] = [
  {name: 'Sprinter', description: 'Registered three deals within six weeks.', validForDays: 365},
  {name: 'Speaker', description: 'Spoke on our stage.', validForDays: 730},
  {name: 'First harvest', description: 'Five deals won within two years.', criterion: {goal: {metric: 'events', event: 'deal_won', target: 5}, withinDays: 730}, validForDays: 365},
];

/** The first one is asked for. */
export const rewards: readonly RouteInput<Api['rewards']['create']>[] = [
  {name: 'Kit for a fair', description: 'Roll-up, samples and a tablet with the demo, by courier.', points: 60, value: {amountMinor: 12_000, currency: 'EUR'}, stock: 12},
  {name: 'A day with our engineers', description: 'One of ours at your customer for a day, travel included.', points: 250, value: {amountMinor: 90_000, currency: 'EUR'}, stock: 4},
  {name: 'Two seats at Halden Days', points: 400, value: {amountMinor: 120_000, currency: 'EUR'}},
];

export const scheme: RouteInput<Api['pointsAccounts']['setScheme']> = {
  levels: [{name: 'Bronze', minPoints: 100}, {name: 'Silver', minPoints: 400}, {name: 'Gold', minPoints: 1000}],
  value: {points: 100, amountMinor: 5000, currency: 'EUR'},
};

/** What another partner sent and nobody has reviewed yet. */
export const waitingProof = {text: 'Nordfisk packs 40 % more fillets an hour with two Cobot 7 at the end of the line.', link: 'https://nordfisk.example/news/robots-on-the-line'};
