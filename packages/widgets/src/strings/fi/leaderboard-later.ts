import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: 'Osallistu tähän tulostauluun',
  takePartIn: 'Kun osallistut, taulu näyttää sinut muille samoin kuin muut sinulle, ja näet sijasi.',
  takePartOut: 'Ilman sinua: muut eivät enää näe sinua tässä, eikä sinulla ole sijaa. Pisteesi, kauppasi ja tasosi pysyvät ennallaan. Voit palata milloin tahansa.',
  done_out: 'Et enää osallistu.',
  done_in: 'Osallistut jälleen.',
  peopleText: 'Vain yrityksesi näkee tämän. Siinä lasketaan, mitä kukin on itse tehnyt.',
  peopleNone: 'Kenelläkään yrityksessäsi ei ole vielä tässä jaksossa laskettavaa.',
  peopleCaption: (board, period) => `Yrityksesi ihmiset: ${board}, ${period}`,
  person: 'Henkilö',
  compared: 'Keihin sinua verrataan',
  compared_all: 'Kaikkiin osallistuviin kumppaneihin.',
  compared_level: 'Vain oman tasosi kumppaneihin. Kun tasosi vaihtuu, vaihtuu vertailujoukkokin, ja tekosi lasketaan siinä.',
  compared_country: 'Vain oman maasi kumppaneihin.',
  compared_cohort: 'Vain samana vuonna liittyneisiin oman tasosi ja maasi kumppaneihin: ketään ei verrata etumatkan saaneisiin.',
  normalised: 'Kaikki kumppanit ovat samassa taulussa. Arvo kertoo tuloksesi suhteessa ryhmäsi mediaaniin: 100 % on mediaani, 150 % puolitoistakertainen. Pienellä markkinalla tai uudella kumppanilla on siten sama mahdollisuus kuin suurella.',
  ownRaw: value => `Oma tuloksesi: ${value}`,
};
