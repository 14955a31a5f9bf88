import {plural} from '../plural.ts';
import type {ParetoStrings} from '../program-desk-pareto.strings.ts';

export const strings: ParetoStrings = {
  period: 'Período',
  period_12_months: 'Últimos 12 meses',
  period_year: 'Este ano civil',
  period_last_year: 'Ano civil anterior',
  period_all: 'Desde o início',
  currency: 'Moeda',
  coreShare: 'Parcela a atingir',
  core: (count, of, shareOfPartners, share, n) => `${count} de ${plural('pt-BR', of, {one: '# parceiro', many: '# de parceiros', other: '# parceiros'})} (${shareOfPartners}) ${plural('pt-BR', n, {one: 'traz', many: 'trazem', other: 'trazem'})} ${share} da receita.`,
  curve: 'Receita acumulada por parceiro',
  axisPartners: 'Parcela dos parceiros, os maiores primeiro',
  axisTurnover: 'Parcela da receita',
  markWords: share => `${share} da receita`,
  byTurnover: 'Parceiros por receita',
  total: amount => `${amount} no total`,
  rank: 'Posição',
  partner: 'Parceiro',
  turnover: 'Receita',
  share: 'Parcela',
  cumulative: 'Acumulado',
  isCore: 'Núcleo',
  showAll: count => `Mostrar os ${count}`,
  none: 'Sem receita neste período',
  noneText: 'As oportunidades que os parceiros ganham nesta moeda aparecem aqui.',
};
