import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'Lead angenommen',
  event_first_contact: 'Erster Kontakt',
  event_deal_registered: 'Deal registriert',
  event_deal_approved: 'Deal genehmigt',
  event_deal_won: 'Deal gewonnen',
  event_deal_lost: 'Deal verloren',
  event_asset_downloaded: 'Material heruntergeladen',
  event_asset_cobranded: 'Material mit eigenem Logo',
  event_course_passed: 'Kurs bestanden',
  points: n => plural('de', n, {one: '# Punkt', other: '# Punkte'}),
  perAmount: (points, amount) => `${points} je ${amount}`,
  times: (n, per) => `höchstens ${plural('de', n, {one: 'einmal', other: '#-mal'})} ${per}`,
  mostPoints: (points, per) => `höchstens ${points} ${per}`,
  per_day: 'am Tag',
  per_week: 'in der Woche',
  per_month: 'im Monat',
  per_quarter: 'im Quartal',
  per_year: 'im Jahr',
  per_all: 'insgesamt',
};
