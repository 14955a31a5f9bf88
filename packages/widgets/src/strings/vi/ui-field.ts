import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
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
};
