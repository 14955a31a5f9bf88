import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: 'Zeitraum',
  period_12_months: 'Letzte 12 Monate',
  period_year: 'Dieses Kalenderjahr',
  period_last_year: 'Letztes Kalenderjahr',
  period_all: 'Gesamter Zeitraum',
  currency: 'Währung',
  coreShare: 'Zu erreichender Anteil',
  core: (count, of, shareOfPartners, share, n) => `${count} von ${plural('de', of, {one: '# Partner', other: '# Partnern'})} (${shareOfPartners}) ${plural('de', n, {one: 'bringt', other: 'bringen'})} ${share} des Umsatzes.`,
  curve: 'Kumulierter Umsatz nach Partnern',
  axisPartners: 'Anteil der Partner, die größten zuerst',
  axisTurnover: 'Anteil am Umsatz',
  markWords: share => `${share} des Umsatzes`,
  byTurnover: 'Partner nach Umsatz',
  total: amount => `Insgesamt ${amount}`,
  rank: 'Rang',
  partner: 'Partner',
  turnover: 'Umsatz',
  share: 'Anteil',
  cumulative: 'Kumuliert',
  isCore: 'Kern',
  showAll: count => `Alle ${count} anzeigen`,
  none: 'Kein Umsatz in dieser Zeit',
  noneText: 'Deals, die Partner in dieser Währung gewinnen, erscheinen hier.',
};
