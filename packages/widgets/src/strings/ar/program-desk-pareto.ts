import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: 'الفترة',
  period_12_months: 'آخر 12 شهرًا',
  period_year: 'هذه السنة الميلادية',
  period_last_year: 'السنة الميلادية الماضية',
  period_all: 'كل الأوقات',
  currency: 'العملة',
  coreShare: 'الحصة المطلوب بلوغها',
  core: (count, of, shareOfPartners, share) => `الشركاء المحقّقون ${share} من المبيعات: ${count} من أصل ${plural('ar', of, {other: '#'})} (${shareOfPartners}).`,
  curve: 'المبيعات التراكمية بحسب الشركاء',
  axisPartners: 'حصة الشركاء، الأكبر أولًا',
  axisTurnover: 'الحصة من المبيعات',
  markWords: share => `${share} من المبيعات`,
  byTurnover: 'الشركاء بحسب المبيعات',
  total: amount => `المجموع ${amount}`,
  rank: 'المرتبة',
  partner: 'الشريك',
  turnover: 'المبيعات',
  share: 'الحصة',
  cumulative: 'التراكمي',
  isCore: 'أساسي',
  showAll: count => `عرض الكل (${count})`,
  none: 'لا مبيعات في هذه الفترة',
  noneText: 'تظهر هنا الصفقات التي يكسبها الشركاء بهذه العملة.',
};
