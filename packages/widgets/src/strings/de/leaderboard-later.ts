import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: 'An dieser Rangliste teilnehmen',
  takePartIn: 'Solange Sie teilnehmen, zeigt die Rangliste Sie anderen so, wie sie andere Ihnen zeigt, und Sie sehen Ihren Rang.',
  takePartOut: 'Ohne Sie: Andere sehen Sie hier nicht mehr, und Sie sehen keinen Rang. Ihre Punkte, Deals und Ihre Stufe bleiben, wie sie sind. Sie können jederzeit zurückkehren.',
  done_out: 'Sie nehmen nicht mehr teil.',
  done_in: 'Sie nehmen wieder teil.',
  peopleText: 'Das sieht nur Ihr Unternehmen. Gezählt wird, was jede Person selbst getan hat.',
  peopleNone: 'In diesem Zeitraum zählt noch von niemandem in Ihrem Unternehmen etwas.',
  peopleCaption: (board, period) => `Personen in Ihrem Unternehmen: ${board}, ${period}`,
  person: 'Person',
  compared: 'Mit wem Sie verglichen werden',
  compared_all: 'Mit allen teilnehmenden Partnern.',
  compared_level: 'Nur mit Partnern Ihrer Stufe. Ändert sich Ihre Stufe, ändert sich auch die Vergleichsgruppe, und was Sie getan haben, zählt dort.',
  compared_country: 'Nur mit Partnern Ihres Landes.',
  compared_cohort: 'Nur mit Partnern Ihrer Stufe und Ihres Landes, die im selben Jahr beigetreten sind: So wird niemand an anderen mit Vorsprung gemessen.',
  normalised: 'Alle Partner stehen auf einer Rangliste. Der Wert zeigt, wie Sie im Vergleich zum Median Ihrer Gruppe abschneiden: 100 % ist der Median, 150 % das Anderthalbfache. So hat ein kleiner Markt oder ein junger Partner dieselbe Chance wie ein großer.',
  ownRaw: value => `Ihr eigenes Ergebnis: ${value}`,
};
