import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: 'Jakso',
  period_12_months: 'Viimeiset 12 kuukautta',
  period_year: 'Tämä kalenterivuosi',
  period_last_year: 'Viime kalenterivuosi',
  period_all: 'Koko ajalta',
  currency: 'Valuutta',
  coreShare: 'Tavoiteltu osuus',
  core: (count, of, shareOfPartners, share) => `${count}/${plural('fi', of, {one: '# kumppani', other: '# kumppania'})} (${shareOfPartners}) tuo ${share} myynnistä.`,
  curve: 'Kertyvä myynti kumppaneittain',
  axisPartners: 'Osuus kumppaneista, suurin ensin',
  axisTurnover: 'Osuus myynnistä',
  markWords: share => `${share} myynnistä`,
  byTurnover: 'Kumppanit myynnin mukaan',
  total: amount => `Yhteensä ${amount}`,
  rank: 'Sija',
  partner: 'Kumppani',
  turnover: 'Myynti',
  share: 'Osuus',
  cumulative: 'Kertyvä',
  isCore: 'Ydin',
  showAll: count => `Näytä kaikki ${count}`,
  none: 'Ei myyntiä tänä aikana',
  noneText: 'Kumppanien tässä valuutassa voittamat kaupat näkyvät tässä.',
};
