import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'Lead aceito',
  event_first_contact: 'Primeiro contato',
  event_deal_registered: 'Oportunidade registrada',
  event_deal_approved: 'Oportunidade aprovada',
  event_deal_won: 'Oportunidade ganha',
  event_deal_lost: 'Oportunidade perdida',
  event_asset_downloaded: 'Material baixado',
  event_asset_cobranded: 'Material com co-branding',
  event_course_passed: 'Curso concluído',
  points: n => plural('pt-BR', n, {one: '# ponto', many: '# de pontos', other: '# pontos'}),
  perAmount: (points, amount) => `${points} a cada ${amount}`,
  times: (n, per) => `no máximo ${plural('pt-BR', n, {one: '# vez', many: '# de vezes', other: '# vezes'})} ${per}`,
  mostPoints: (points, per) => `no máximo ${points} ${per}`,
  per_day: 'por dia',
  per_week: 'por semana',
  per_month: 'por mês',
  per_quarter: 'por trimestre',
  per_year: 'por ano',
  per_all: 'no total',
};
