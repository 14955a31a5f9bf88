import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'リードの引き受け',
  event_first_contact: '初回の連絡',
  event_deal_registered: '案件の登録',
  event_deal_approved: '案件の承認',
  event_deal_won: '案件の受注',
  event_deal_lost: '案件の失注',
  event_asset_downloaded: '資料のダウンロード',
  event_asset_cobranded: '共同ブランド資料の作成',
  event_course_passed: '研修の修了',
  points: n => plural('ja', n, {other: '#ポイント'}),
  perAmount: (points, amount) => `${amount}ごとに${points}`,
  times: (n, per) => `${per}最大${plural('ja', n, {other: '#回'})}`,
  mostPoints: (points, per) => `${per}最大${points}`,
  per_day: '1日',
  per_week: '1週',
  per_month: '1か月',
  per_quarter: '四半期',
  per_year: '1年',
  per_all: '通算',
};
