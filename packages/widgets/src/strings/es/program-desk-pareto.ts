import {plural} from '../plural.ts';
import type {ParetoStrings} from '../program-desk-pareto.strings.ts';

export const strings: ParetoStrings = {
  period: 'Periodo',
  period_12_months: 'Últimos 12 meses',
  period_year: 'Este año natural',
  period_last_year: 'Año natural anterior',
  period_all: 'Desde el inicio',
  currency: 'Moneda',
  coreShare: 'Parte por alcanzar',
  core: (count, of, shareOfPartners, share, n) => `${count} de ${plural('es', of, {one: '# partner', many: '# de partners', other: '# partners'})} (${shareOfPartners}) ${plural('es', n, {one: 'aporta', many: 'aportan', other: 'aportan'})} el ${share} de los ingresos.`,
  curve: 'Ingresos acumulados por partner',
  axisPartners: 'Parte de los partners, primero los mayores',
  axisTurnover: 'Parte de los ingresos',
  markWords: share => `${share} de los ingresos`,
  byTurnover: 'Partners por ingresos',
  total: amount => `${amount} en total`,
  rank: 'Puesto',
  partner: 'Partner',
  turnover: 'Ingresos',
  share: 'Parte',
  cumulative: 'Acumulado',
  isCore: 'Núcleo',
  showAll: count => `Mostrar los ${count}`,
  none: 'Sin ingresos en este periodo',
  noneText: 'Las oportunidades que los partners ganen en esta moneda aparecen aquí.',
};
