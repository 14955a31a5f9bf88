import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: 'Thử lại',
  offlineNote: 'Bạn đang ngoại tuyến. Đây là trạng thái đã biết gần nhất.',
  staleNote: 'Không thể làm mới. Đây là trạng thái đã biết gần nhất.',
  sessionNote: 'Phiên của bạn đã kết thúc. Hãy đăng nhập lại trên trang này.',
  failed: 'Không tải được nội dung này',
  offline: 'Không có kết nối',
  offlineText: 'Nội dung sẽ xuất hiện ngay khi có kết nối trở lại.',
  forbidden: 'Bạn không có quyền xem nội dung này',
  forbiddenText: 'Hãy xin quản trị viên cấp quyền.',
  problem_forbidden: 'Vai trò của bạn không cho phép việc này. Hãy hỏi quản trị viên.',
  problem_rate_limited: 'Quá nhiều yêu cầu cùng lúc. Hãy đợi một chút rồi thử lại.',
  problem_network_error: 'Không có kết nối. Hãy thử lại.',
  problem_session_unavailable: 'Phiên của bạn đã kết thúc. Hãy đăng nhập lại.',
  problem_other: 'Không thành công. Không có gì thay đổi; hãy thử lại.',
};
