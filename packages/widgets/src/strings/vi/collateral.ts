import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: 'Từ {partner}',
  open: 'Mở',
  open_size: 'Mở ({size})',
  ask: 'Hỏi về tài liệu này',
  about: 'Hỏi về {title}',
  close: 'Đóng',
  name: 'Họ tên',
  email: 'Email',
  company: 'Công ty',
  phone: 'Điện thoại',
  message: 'Câu hỏi của bạn',
  consent: '{partner} được dùng thông tin này để trả lời tôi.',
  privacy: 'Quyền riêng tư',
  send: 'Gửi',
  sending: 'Đang gửi…',
  sent: 'Cảm ơn bạn. {partner} sẽ liên hệ lại.',
  failed: 'Chưa gửi được. Nội dung bạn viết vẫn còn: hãy thử lại.',
  busy: 'Chưa gửi được: quá nhiều yêu cầu. Nội dung bạn viết vẫn còn; hãy thử lại sau vài phút.',
  check: 'Vui lòng kiểm tra mục này.',
};
