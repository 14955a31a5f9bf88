import {plural} from '../plural.ts';

/** Words of the leaderboard. Keys with an underscore are named after a code of the API. */
export const en = {
  boards: 'Leaderboards',

  // Which period, and who competes
  quarter: (number: string, year: string) => `Q${number} ${year}`,
  week: (number: string, year: string) => `Week ${number}, ${year}`,
  allTime: 'All time',
  earlier: 'Period before',
  later: 'Period after',
  endsIn: (time: string) => `Ends in ${time}`,
  ended: 'Ended',
  participants: (n: number) => plural('en', n, {one: '# partner', other: '# partners'}),
  within_level: 'Partners of your level',
  within_country: 'Partners in your country',
  within_cohort: 'Partners of your level and country who joined when you did',
  changed: 'Ranks have changed',
  show: 'Show',

  // The table
  caption: (board: string, period: string) => `${board}, ${period}`,
  rank: 'Rank',
  partner: 'Partner',
  movement: 'Change of rank since the period before',
  metric_points: 'Points',
  metric_revenue: 'Revenue',
  metric_deals_won: 'Deals won',
  metric_win_rate: 'Win rate',
  metric_revenue_growth: 'Growth of revenue',
  metric_time_to_contact: 'Mean time to first contact',
  you: 'You',
  alias: (name: string) => `Partner ${name}`,
  up: (n: number) => plural('en', n, {one: 'Up # place', other: 'Up # places'}),
  down: (n: number) => plural('en', n, {one: 'Down # place', other: 'Down # places'}),
  same: 'Same rank as before',
  isNew: 'New',
  notShown: (n: number) => plural('en', n, {one: '# place not shown', other: '# places not shown'}),
  toNext: (value: string, rank: string) => `${value} more to rank ${rank}`,
  toNextLess: (value: string, rank: string) => `${value} less to rank ${rank}`,
  leads: 'You lead',
  nowRank: (rank: string) => `You are now at rank ${rank}.`,
  showMore: 'Show more',

  // Without a rank
  ownResult: 'Your result so far',
  tooFew: (n: number) => `Ranks appear from ${plural('en', n, {one: '# partner', other: '# partners'})} with a result. Among fewer, a rank would tell what each of them has. You see your own result.`,
  notRanked: 'Nothing of yours counts here in this period yet.',
  notRankedCount: (n: number) => `It takes at least ${plural('en', n, {one: '# deal or contact', other: '# deals or contacts'})} in the period to be ranked.`,
  noResult: 'Nothing yet',
  how: 'How points are made',
  why: (points: string) => `Why do I have ${points} points?`,
  people: 'People in your company',
  taking: 'Taking part',
  outNote: 'You do not take part here. Others do not see you, and you have no rank.',
  ofMedian: (percent: string) => `${percent} of the median`,

  // Periods that are over
  result_frozen: 'Provisional: not verified yet',
  result_verified: 'Verified',
  result_awarded: 'Awarded',
  prize: (prize: string) => `Your prize: ${prize}`,
  dispute: 'Something is wrong…',
  disputed: 'The vendor is looking at what you said is wrong',

  // Nothing to show
  empty: 'No leaderboard yet',
  emptyText: 'As soon as the vendor opens one on which you compete, it appears here.',
};
