import {plural} from '../plural.ts';

/** Words of the points ledger. */
export const en = {
  total: 'Points in all',
  totalOf: (what: string) => `Points: ${what}`,
  unexpired: (points: string) => `${points} of them can still be redeemed`,
  nextExpiry: (points: string, day: string) => `${points} expire on ${day}`,
  filter: 'Show',
  allRules: 'All rules',
  period: 'Period',
  period_all: 'All time',
  period_month: 'This month',
  period_quarter: 'This quarter',
  period_year: 'This year',

  // The rows
  month: (month: string, points: string) => `${month}: ${points}`,
  rule: (name: string, number: string) => `${name}, version ${number}`,
  by: (person: string) => `by ${person}`,
  capped: (worth: string, cap: string) => `Worth ${worth}, but the rule gives ${cap}`,
  reverses: (points: string) => `Takes back ${points}`,
  givesBack: (points: string) => `Gives back ${points}`,
  reason_event: 'It turned out not to count.',
  reason_event_retracted: 'What it was for was taken back.',
  reason_rule_changed: 'The rule was changed, and past points were reckoned again.',
  reason_challenge: 'Challenge won.',
  reason_challenge_revoked: 'The entry was found not to count after all.',
  reason_redemption: 'Given for a reward.',
  reason_redemption_returned: 'The reward was not given in the end.',
  reversedOn: (day: string) => `Taken back on ${day}`,
  toReversal: 'Show what took it back',
  toReversed: 'Show what it takes back',
  expires: (day: string) => `Expires on ${day}`,
  expired: (day: string) => `Expired on ${day}`,
  sum: (entries: number, points: string) => `${plural('en', entries, {one: 'This # entry adds', other: 'These # entries add'})} up to ${points}.`,
  showMore: 'Show earlier entries',
  loading: 'Reading…',

  // Nothing to show
  empty: 'No points yet',
  emptyText: 'Accept a lead in time or win a deal: every point appears here with the reason for it.',
  noMatch: 'No points here',
  noMatchText: 'Nothing in this period gave points by this rule.',
  showAll: 'Show all',
};
