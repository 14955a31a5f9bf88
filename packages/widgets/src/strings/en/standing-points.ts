import {plural} from '../plural.ts';

/** Words that the widgets about points and levels share. Keys with an underscore are named after a code of the API. */
export const en = {
  // What partners do
  event_lead_accepted: 'Lead accepted',
  event_first_contact: 'First contact',
  event_deal_registered: 'Deal registered',
  event_deal_approved: 'Deal approved',
  event_deal_won: 'Deal won',
  event_deal_lost: 'Deal lost',
  event_asset_downloaded: 'Material downloaded',
  event_asset_cobranded: 'Material co-branded',
  event_course_passed: 'Course passed',

  // How points are made
  points: (n: number) => plural('en', n, {one: '# point', other: '# points'}),
  perAmount: (points: string, amount: string) => `${points} for each ${amount}`,
  times: (n: number, per: string) => `at most ${plural('en', n, {one: 'once', other: '# times'})} ${per}`,
  mostPoints: (points: string, per: string) => `at most ${points} ${per}`,
  per_day: 'a day',
  per_week: 'a week',
  per_month: 'a month',
  per_quarter: 'a quarter',
  per_year: 'a year',
  per_all: 'in all',
};
