import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'Liidi hyväksytty',
  event_first_contact: 'Ensiyhteydenotto',
  event_deal_registered: 'Kauppa rekisteröity',
  event_deal_approved: 'Kauppa hyväksytty',
  event_deal_won: 'Kauppa voitettu',
  event_deal_lost: 'Kauppa hävitty',
  event_asset_downloaded: 'Aineisto ladattu',
  event_asset_cobranded: 'Aineisto yhteisbrändätty',
  event_course_passed: 'Kurssi suoritettu',
  points: n => plural('fi', n, {one: '# piste', other: '# pistettä'}),
  perAmount: (points, amount) => `${points} jokaista ${amount} kohti`,
  times: (n, per) => `enintään ${plural('fi', n, {one: 'kerran', other: '# kertaa'})} ${per}`,
  mostPoints: (points, per) => `enintään ${points} ${per}`,
  per_day: 'päivässä',
  per_week: 'viikossa',
  per_month: 'kuukaudessa',
  per_quarter: 'neljänneksessä',
  per_year: 'vuodessa',
  per_all: 'kaikkiaan',
};
