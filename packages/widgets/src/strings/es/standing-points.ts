import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'Lead aceptado',
  event_first_contact: 'Primer contacto',
  event_deal_registered: 'Oportunidad registrada',
  event_deal_approved: 'Oportunidad aprobada',
  event_deal_won: 'Oportunidad ganada',
  event_deal_lost: 'Oportunidad perdida',
  event_asset_downloaded: 'Material descargado',
  event_asset_cobranded: 'Material con co-branding',
  event_course_passed: 'Curso aprobado',
  points: n => plural('es', n, {one: '# punto', many: '# de puntos', other: '# puntos'}),
  perAmount: (points, amount) => `${points} por cada ${amount}`,
  times: (n, per) => `como máximo ${plural('es', n, {one: '# vez', many: '# de veces', other: '# veces'})} ${per}`,
  mostPoints: (points, per) => `como máximo ${points} ${per}`,
  per_day: 'al día',
  per_week: 'a la semana',
  per_month: 'al mes',
  per_quarter: 'al trimestre',
  per_year: 'al año',
  per_all: 'en total',
};
