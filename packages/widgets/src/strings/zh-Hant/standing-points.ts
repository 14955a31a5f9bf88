import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: '接受潛在客戶',
  event_first_contact: '首次聯絡',
  event_deal_registered: '報備案件',
  event_deal_approved: '案件獲核准',
  event_deal_won: '案件成交',
  event_deal_lost: '案件未成交',
  event_asset_downloaded: '下載素材',
  event_asset_cobranded: '製作聯名素材',
  event_course_passed: '通過課程',
  points: n => plural('zh-Hant', n, {other: '# 點'}),
  perAmount: (points, amount) => `每 ${amount} 得 ${points}`,
  times: (n, per) => `${per}最多 ${plural('zh-Hant', n, {other: '# 次'})}`,
  mostPoints: (points, per) => `${per}最多 ${points}`,
  per_day: '每天',
  per_week: '每週',
  per_month: '每月',
  per_quarter: '每季',
  per_year: '每年',
  per_all: '總共',
};
