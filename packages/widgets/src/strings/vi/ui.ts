import {plural} from '../plural.ts';
import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Đóng',
  cancel: 'Hủy',
  retry: 'Thử lại',
  back: 'Quay lại',
  loading: 'Đang tải…',
  optional: 'không bắt buộc',
  choose: 'Chọn…',
  required: 'Vui lòng điền trường này.',
  invalidEmail: 'Nhập địa chỉ e-mail dạng ten@example.com.',
  invalidUrl: 'Nhập địa chỉ web dạng https://example.com.',
  invalidNumber: 'Nhập một số.',
  invalidDate: 'Chọn một ngày.',
  tooLong: max => plural('vi', max, {other: 'Tối đa # ký tự.'}),
  tooSmall: min => `Giá trị nhỏ nhất là ${min}.`,
  tooLarge: max => `Giá trị lớn nhất là ${max}.`,
  charactersLeft: left => plural('vi', left, {other: 'Còn # ký tự'}),
  moreActions: 'Thao tác khác',
  messages: 'Thông báo',
};
