import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: 'Participar en esta clasificación',
  takePartIn: 'Mientras participa, la clasificación lo muestra a los demás como se los muestra a usted, y ve su puesto.',
  takePartOut: 'Sin usted: los demás ya no lo ven aquí y usted no ve ningún puesto. Sus puntos, oportunidades y nivel siguen como están. Puede volver en cualquier momento.',
  done_out: 'Ya no participa.',
  done_in: 'Vuelve a participar.',
  peopleText: 'Solo lo ve su empresa. Cuenta lo que cada persona hizo por sí misma.',
  peopleNone: 'En su empresa nadie tiene todavía nada que cuente en este periodo.',
  peopleCaption: (board, period) => `Personas de su empresa: ${board}, ${period}`,
  person: 'Persona',
  compared: 'Con quién se compara',
  compared_all: 'Con todos los partners que participan.',
  compared_level: 'Solo con partners de su nivel. Cuando su nivel cambia, cambian también aquellos con los que se compara, y lo que hizo cuenta ahí.',
  compared_country: 'Solo con partners de su país.',
  compared_cohort: 'Solo con partners de su nivel y país que se unieron el mismo año: así nadie se mide con otros que llevaban ventaja.',
  normalised: 'Todos los partners están en una misma clasificación. El valor es su resultado frente a la mediana de su grupo: 100 % es la mediana, 150 % es la mitad más. Así un mercado pequeño o un partner nuevo tiene las mismas opciones que uno grande.',
  ownRaw: value => `Su propio resultado: ${value}`,
};
