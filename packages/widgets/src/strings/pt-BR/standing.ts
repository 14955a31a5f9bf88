import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: 'Tentar de novo',
  offlineNote: 'Você está offline. O que aparece é o último estado conhecido.',
  staleNote: 'Não foi possível atualizar. O que aparece é o último estado conhecido.',
  sessionNote: 'Sua sessão terminou. Entre de novo nesta página.',
  failed: 'Não foi possível carregar',
  offline: 'Sem conexão',
  offlineText: 'Aparece assim que a conexão voltar.',
  forbidden: 'Você não tem acesso',
  forbiddenText: 'Peça acesso ao administrador.',
  problem_forbidden: 'Sua função não permite isso. Fale com o administrador.',
  problem_rate_limited: 'Solicitações demais de uma vez. Aguarde um momento e tente de novo.',
  problem_network_error: 'Não há conexão. Tente de novo.',
  problem_session_unavailable: 'Sua sessão terminou. Entre de novo.',
  problem_other: 'Não funcionou. Nada foi alterado; tente de novo.',
};
