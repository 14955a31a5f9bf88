import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: 'Participar deste ranking',
  takePartIn: 'Enquanto você participa, o ranking mostra você aos outros como os mostra a você, e você vê a sua posição.',
  takePartOut: 'Sem você: os outros deixam de ver você aqui, e você não vê posição. Os seus pontos, oportunidades e nível ficam como estão. Você pode voltar quando quiser.',
  done_out: 'Você não participa mais.',
  done_in: 'Você voltou a participar.',
  peopleText: 'Só a sua empresa vê. Conta o que cada pessoa fez.',
  peopleNone: 'Na sua empresa ninguém tem ainda algo que conte neste período.',
  peopleCaption: (board, period) => `Pessoas da sua empresa: ${board}, ${period}`,
  person: 'Pessoa',
  compared: 'Com quem você é comparado',
  compared_all: 'Com todos os parceiros que participam.',
  compared_level: 'Só com parceiros do seu nível. Quando o seu nível muda, mudam também aqueles com quem você é comparado, e o que você fez conta lá.',
  compared_country: 'Só com parceiros do seu país.',
  compared_cohort: 'Só com parceiros do seu nível e país que entraram no mesmo ano: assim ninguém é medido por outros que tinham vantagem.',
  normalised: 'Todos os parceiros ficam em um mesmo ranking. O valor é o seu resultado diante da mediana do seu grupo: 100% é a mediana, 150% é metade a mais. Assim um mercado pequeno ou um parceiro novo tem a mesma chance que um grande.',
  ownRaw: value => `O seu próprio resultado: ${value}`,
};
