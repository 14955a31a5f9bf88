import type {StandingPointsStrings} from '../standing.strings.ts';
import {plural} from '../plural.ts';

export const strings: StandingPointsStrings = {
  event_lead_accepted: 'Nhận khách hàng tiềm năng',
  event_first_contact: 'Liên hệ lần đầu',
  event_deal_registered: 'Đăng ký thương vụ',
  event_deal_approved: 'Thương vụ được duyệt',
  event_deal_won: 'Thắng thương vụ',
  event_deal_lost: 'Thua thương vụ',
  event_asset_downloaded: 'Tải tài liệu',
  event_asset_cobranded: 'Gắn thương hiệu đối tác vào tài liệu',
  event_course_passed: 'Hoàn thành khóa học',
  points: n => plural('vi', n, {other: '# điểm'}),
  perAmount: (points, amount) => `${points} cho mỗi ${amount}`,
  times: (n, per) => `tối đa ${plural('vi', n, {other: '# lần'})} ${per}`,
  mostPoints: (points, per) => `tối đa ${points} ${per}`,
  per_day: 'mỗi ngày',
  per_week: 'mỗi tuần',
  per_month: 'mỗi tháng',
  per_quarter: 'mỗi quý',
  per_year: 'mỗi năm',
  per_all: 'tổng cộng',
};
