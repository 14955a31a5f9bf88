import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: '기간',
  period_12_months: '최근 12개월',
  period_year: '올해',
  period_last_year: '작년',
  period_all: '전체 기간',
  currency: '통화',
  coreShare: '목표 비중',
  core: (count, of, shareOfPartners, share) => `${plural('ko', of, {other: '파트너 #곳'})} 중 ${count}곳(${shareOfPartners}): 매출의 ${share}.`,
  curve: '파트너별 누적 매출',
  axisPartners: '파트너 비중, 큰 순서',
  axisTurnover: '매출 비중',
  markWords: share => `매출의 ${share}`,
  byTurnover: '매출순 파트너',
  total: amount => `합계 ${amount}`,
  rank: '순위',
  partner: '파트너',
  turnover: '매출',
  share: '비중',
  cumulative: '누적',
  isCore: '핵심',
  showAll: count => `${count}곳 모두 보기`,
  none: '이 기간에는 매출이 없습니다',
  noneText: '파트너가 이 통화로 수주한 딜이 여기에 표시됩니다.',
};
