import {plural} from '../plural.ts';

/** Words of the report on who brings the turnover. */
export const en = {
  period: 'Period',
  period_12_months: 'Last 12 months',
  period_year: 'This calendar year',
  period_last_year: 'Last calendar year',
  period_all: 'All time',
  currency: 'Currency',
  coreShare: 'Share to reach',
  core: (count: string, of: number, shareOfPartners: string, share: string, n: number) =>
    `${count} of ${plural('en', of, {one: '# partner', other: '# partners'})} (${shareOfPartners}) ${plural('en', n, {one: 'brings', other: 'bring'})} ${share} of the turnover.`,
  curve: 'Cumulative turnover by partner',
  axisPartners: 'Share of partners, the largest first',
  axisTurnover: 'Share of turnover',
  markWords: (share: string) => `${share} of turnover`,
  byTurnover: 'Partners by turnover',
  total: (amount: string) => `In all ${amount}`,
  rank: 'Rank',
  partner: 'Partner',
  turnover: 'Turnover',
  share: 'Share',
  cumulative: 'Cumulative',
  isCore: 'Core',
  showAll: (count: string) => `Show all ${count}`,
  none: 'No turnover in this time',
  noneText: 'Deals that partners win in this currency appear here.',
};
