import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: '接受线索',
  event_first_contact: '首次联系',
  event_deal_registered: '报备商机',
  event_deal_approved: '商机获批',
  event_deal_won: '赢得商机',
  event_deal_lost: '商机输单',
  event_asset_downloaded: '下载资料',
  event_asset_cobranded: '制作联合品牌资料',
  event_course_passed: '通过课程',
  points: n => plural('zh-Hans', n, {other: '# 分'}),
  perAmount: (points, amount) => `每 ${amount} 得 ${points}`,
  times: (n, per) => `${per}最多 ${plural('zh-Hans', n, {other: '# 次'})}`,
  mostPoints: (points, per) => `${per}最多 ${points}`,
  per_day: '每天',
  per_week: '每周',
  per_month: '每月',
  per_quarter: '每季度',
  per_year: '每年',
  per_all: '总共',
};
