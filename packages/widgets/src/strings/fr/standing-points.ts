import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'Lead accepté',
  event_first_contact: 'Premier contact',
  event_deal_registered: 'Affaire enregistrée',
  event_deal_approved: 'Affaire approuvée',
  event_deal_won: 'Affaire gagnée',
  event_deal_lost: 'Affaire perdue',
  event_asset_downloaded: 'Support téléchargé',
  event_asset_cobranded: 'Support mis à votre marque',
  event_course_passed: 'Formation réussie',
  points: n => plural('fr', n, {one: '# point', many: '# de points', other: '# points'}),
  perAmount: (points, amount) => `${points} par tranche de ${amount}`,
  times: (n, per) => `${plural('fr', n, {one: '# fois', many: '# de fois', other: '# fois'})} ${per} au maximum`,
  mostPoints: (points, per) => `${points} ${per} au maximum`,
  per_day: 'par jour',
  per_week: 'par semaine',
  per_month: 'par mois',
  per_quarter: 'par trimestre',
  per_year: 'par an',
  per_all: 'en tout',
};
