import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'قبول عميل محتمل',
  event_first_contact: 'أول تواصل',
  event_deal_registered: 'تسجيل صفقة',
  event_deal_approved: 'اعتماد صفقة',
  event_deal_won: 'الفوز بصفقة',
  event_deal_lost: 'خسارة صفقة',
  event_asset_downloaded: 'تنزيل مادة',
  event_asset_cobranded: 'مادة بعلامة مشتركة',
  event_course_passed: 'اجتياز دورة',
  points: n => plural('ar', n, {zero: '# نقطة', one: 'نقطة واحدة', two: 'نقطتان', few: '# نقاط', many: '# نقطة', other: '# نقطة'}),
  perAmount: (points, amount) => `${points} لكل ${amount}`,
  times: (n, per) => `${plural('ar', n, {one: 'مرة واحدة', two: 'مرتين', few: '# مرات', many: '# مرة', other: '# مرة'})} ${per} على الأكثر`,
  mostPoints: (points, per) => `${points} ${per} على الأكثر`,
  per_day: 'في اليوم',
  per_week: 'في الأسبوع',
  per_month: 'في الشهر',
  per_quarter: 'في الربع',
  per_year: 'في السنة',
  per_all: 'إجمالًا',
};
