import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: '리드 수락',
  event_first_contact: '첫 연락',
  event_deal_registered: '딜 등록',
  event_deal_approved: '딜 승인',
  event_deal_won: '딜 수주',
  event_deal_lost: '딜 실주',
  event_asset_downloaded: '자료 다운로드',
  event_asset_cobranded: '공동 브랜드 자료 제작',
  event_course_passed: '교육 수료',
  points: n => plural('ko', n, {other: '#포인트'}),
  perAmount: (points, amount) => `${amount}당 ${points}`,
  times: (n, per) => `${per} 최대 ${plural('ko', n, {other: '#회'})}`,
  mostPoints: (points, per) => `${per} 최대 ${points}`,
  per_day: '하루',
  per_week: '주당',
  per_month: '월',
  per_quarter: '분기당',
  per_year: '연',
  per_all: '통산',
};
