import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: 'Kỳ',
  period_12_months: '12 tháng qua',
  period_year: 'Năm dương lịch này',
  period_last_year: 'Năm dương lịch trước',
  period_all: 'Toàn bộ thời gian',
  currency: 'Loại tiền',
  coreShare: 'Tỷ trọng cần đạt',
  core: (count, of, shareOfPartners, share) => `${count} trên ${plural('vi', of, {other: '# đối tác'})} (${shareOfPartners}) mang về ${share} doanh thu.`,
  curve: 'Doanh thu lũy kế theo đối tác',
  axisPartners: 'Tỷ lệ đối tác, lớn nhất trước',
  axisTurnover: 'Tỷ trọng doanh thu',
  markWords: share => `${share} doanh thu`,
  byTurnover: 'Đối tác theo doanh thu',
  total: amount => `Tổng cộng ${amount}`,
  rank: 'Hạng',
  partner: 'Đối tác',
  turnover: 'Doanh thu',
  share: 'Tỷ trọng',
  cumulative: 'Lũy kế',
  isCore: 'Cốt lõi',
  showAll: count => `Hiện tất cả ${count}`,
  none: 'Không có doanh thu trong thời gian này',
  noneText: 'Các thương vụ đối tác thắng bằng loại tiền này sẽ xuất hiện ở đây.',
};
