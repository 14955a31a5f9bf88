import {plural} from '../plural.ts';
import type {ParetoStrings} from '../program-desk-pareto.strings.ts';

export const strings: ParetoStrings = {
  period: 'Période',
  period_12_months: '12 derniers mois',
  period_year: 'Cette année civile',
  period_last_year: 'L’année civile passée',
  period_all: 'Depuis le début',
  currency: 'Devise',
  coreShare: 'Part à atteindre',
  core: (count, of, shareOfPartners, share, n) => `${count} sur ${plural('fr', of, {one: '# partenaire', many: '# de partenaires', other: '# partenaires'})} (${shareOfPartners}) ${plural('fr', n, {one: 'fait', many: 'font', other: 'font'})} ${share} du chiffre d’affaires.`,
  curve: 'Chiffre d’affaires cumulé par partenaire',
  axisPartners: 'Part des partenaires, les plus grands d’abord',
  axisTurnover: 'Part du chiffre d’affaires',
  markWords: share => `${share} du chiffre d’affaires`,
  byTurnover: 'Partenaires par chiffre d’affaires',
  total: amount => `${amount} en tout`,
  rank: 'Rang',
  partner: 'Partenaire',
  turnover: 'Chiffre d’affaires',
  share: 'Part',
  cumulative: 'Cumul',
  isCore: 'Noyau',
  showAll: count => `Afficher les ${count}`,
  none: 'Aucun chiffre d’affaires sur cette période',
  noneText: 'Les affaires que les partenaires gagnent dans cette devise apparaissent ici.',
};
