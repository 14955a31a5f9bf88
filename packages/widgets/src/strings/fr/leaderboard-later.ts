import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: 'Participer à ce classement',
  takePartIn: 'Tant que vous participez, le classement vous montre aux autres comme il vous les montre, et vous voyez votre rang.',
  takePartOut: 'Sans vous : les autres ne vous voient plus ici et vous ne voyez pas de rang. Vos points, vos affaires et votre niveau restent tels quels. Vous pouvez revenir à tout moment.',
  done_out: 'Vous ne participez plus.',
  done_in: 'Vous participez de nouveau.',
  peopleText: 'Seule votre entreprise le voit. Compte ce que chaque personne a fait elle-même.',
  peopleNone: 'Personne dans votre entreprise n’a encore rien qui compte sur cette période.',
  peopleCaption: (board, period) => `Personnes de votre entreprise : ${board}, ${period}`,
  person: 'Personne',
  compared: 'À qui vous êtes comparé',
  compared_all: 'À tous les partenaires qui participent.',
  compared_level: 'Uniquement aux partenaires de votre niveau. Quand votre niveau change, ceux auxquels vous êtes comparé changent aussi, et ce que vous avez fait y compte.',
  compared_country: 'Uniquement aux partenaires de votre pays.',
  compared_cohort: 'Uniquement aux partenaires de votre niveau et de votre pays arrivés la même année : personne n’est mesuré à d’autres qui avaient de l’avance.',
  normalised: 'Tous les partenaires figurent dans un même classement. La valeur est votre résultat face à la médiane de votre groupe : 100 % est la médiane, 150 % moitié plus. Un petit marché ou un partenaire récent a ainsi les mêmes chances qu’un grand.',
  ownRaw: value => `Votre propre résultat : ${value}`,
};
