import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: '다시 시도',
  offlineNote: '오프라인입니다. 마지막으로 확인된 상태를 표시합니다.',
  staleNote: '새로 고치지 못했습니다. 마지막으로 확인된 상태를 표시합니다.',
  sessionNote: '세션이 만료되었습니다. 이 페이지에서 다시 로그인하세요.',
  failed: '불러오지 못했습니다',
  offline: '연결되지 않음',
  offlineText: '연결이 복구되면 바로 표시됩니다.',
  forbidden: '볼 권한이 없습니다',
  forbiddenText: '관리자에게 권한을 요청하세요.',
  problem_forbidden: '현재 역할로는 할 수 없습니다. 관리자에게 문의하세요.',
  problem_rate_limited: '요청이 너무 많습니다. 잠시 후 다시 시도하세요.',
  problem_network_error: '연결되지 않았습니다. 다시 시도하세요.',
  problem_session_unavailable: '세션이 만료되었습니다. 다시 로그인하세요.',
  problem_other: '처리하지 못했습니다. 변경된 내용은 없으니 다시 시도하세요.',
};
