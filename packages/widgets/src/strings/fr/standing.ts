import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: 'Réessayer',
  offlineNote: 'Vous êtes hors ligne. Vous voyez le dernier état connu.',
  staleNote: 'L’actualisation a échoué. Vous voyez le dernier état connu.',
  sessionNote: 'Votre session est terminée. Reconnectez-vous sur cette page.',
  failed: 'Le chargement a échoué',
  offline: 'Pas de connexion',
  offlineText: 'L’affichage revient avec la connexion.',
  forbidden: 'Vous n’y avez pas accès',
  forbiddenText: 'Demandez l’accès à votre administrateur.',
  problem_forbidden: 'Votre rôle ne le permet pas. Adressez-vous à votre administrateur.',
  problem_rate_limited: 'Trop de demandes à la fois. Patientez un instant et réessayez.',
  problem_network_error: 'Pas de connexion. Réessayez.',
  problem_session_unavailable: 'Votre session est terminée. Reconnectez-vous.',
  problem_other: 'Cela n’a pas fonctionné. Rien n’a été modifié ; réessayez.',
};
