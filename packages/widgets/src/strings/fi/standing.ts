import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: 'Yritä uudelleen',
  offlineNote: 'Yhteyttä ei ole. Näet viimeksi tunnetun tilanteen.',
  staleNote: 'Päivitys ei onnistunut. Näet viimeksi tunnetun tilanteen.',
  sessionNote: 'Istuntosi päättyi. Kirjaudu sivulla uudelleen.',
  failed: 'Tietoja ei voitu ladata',
  offline: 'Ei yhteyttä',
  offlineText: 'Tiedot näkyvät heti, kun yhteys palaa.',
  forbidden: 'Sinulla ei ole pääsyä näihin tietoihin',
  forbiddenText: 'Pyydä pääsyä ylläpitäjältä.',
  problem_forbidden: 'Roolisi ei salli tätä. Kysy ylläpitäjältä.',
  problem_rate_limited: 'Liian paljon kerralla. Odota hetki ja yritä uudelleen.',
  problem_network_error: 'Yhteyttä ei ole. Yritä uudelleen.',
  problem_session_unavailable: 'Istuntosi päättyi. Kirjaudu uudelleen.',
  problem_other: 'Se ei onnistunut. Mitään ei muutettu; yritä uudelleen.',
};
