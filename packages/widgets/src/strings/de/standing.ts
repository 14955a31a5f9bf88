import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: 'Erneut versuchen',
  offlineNote: 'Sie sind offline. Sie sehen den letzten bekannten Stand.',
  staleNote: 'Dies konnte nicht aktualisiert werden. Sie sehen den letzten bekannten Stand.',
  sessionNote: 'Ihre Sitzung ist beendet. Melden Sie sich auf dieser Seite neu an.',
  failed: 'Dies konnte nicht geladen werden',
  offline: 'Keine Verbindung',
  offlineText: 'Es erscheint, sobald die Verbindung wieder da ist.',
  forbidden: 'Sie haben hierzu keinen Zugang',
  forbiddenText: 'Bitten Sie Ihre Administration um Zugang.',
  problem_forbidden: 'Ihre Rolle erlaubt das nicht. Fragen Sie Ihre Administration.',
  problem_rate_limited: 'Zu viel auf einmal. Warten Sie kurz und versuchen Sie es erneut.',
  problem_network_error: 'Keine Verbindung. Versuchen Sie es erneut.',
  problem_session_unavailable: 'Ihre Sitzung ist beendet. Melden Sie sich neu an.',
  problem_other: 'Das hat nicht geklappt. Nichts wurde geändert; versuchen Sie es erneut.',
};
