import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: '이 순위표에 참여',
  takePartIn: '참여하는 동안 다른 파트너가 보이는 것과 같은 방식으로 우리도 표시되며 순위를 볼 수 있습니다.',
  takePartOut: '참여하지 않으면 다른 파트너에게 보이지 않고 순위도 없습니다. 포인트, 딜, 등급은 그대로이며 언제든 다시 참여할 수 있습니다.',
  done_out: '참여를 그만두었습니다.',
  done_in: '다시 참여합니다.',
  peopleText: '우리 회사만 볼 수 있습니다. 각자 직접 한 일을 집계합니다.',
  peopleNone: '이 기간에 집계된 실적이 있는 사람이 아직 없습니다.',
  peopleCaption: (board, period) => `우리 회사 사람들: ${board}, ${period}`,
  person: '사람',
  compared: '비교 대상',
  compared_all: '참여하는 모든 파트너와 비교합니다.',
  compared_level: '같은 등급의 파트너와만 비교합니다. 등급이 바뀌면 비교 대상도 바뀌고 실적은 그곳에서 집계됩니다.',
  compared_country: '같은 국가의 파트너와만 비교합니다.',
  compared_cohort: '등급, 국가, 가입 연도가 같은 파트너와만 비교합니다. 먼저 시작한 곳과 비교되지 않습니다.',
  normalised: '모든 파트너가 한 순위표에 있습니다. 값은 소속 그룹의 중앙값 대비 실적으로, 100%는 중앙값, 150%는 그보다 절반 더 많다는 뜻입니다. 작은 시장이나 새 파트너도 큰 파트너와 같은 기회를 가집니다.',
  ownRaw: value => `내 성적: ${value}`,
};
