import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: '选填',
  choose: '请选择…',
  required: '请填写此项。',
  invalidEmail: '请输入邮箱地址，例如 name@example.com。',
  invalidUrl: '请输入网址，例如 https://example.com。',
  invalidNumber: '请输入数字。',
  invalidDate: '请选择日期。',
  tooLong: max => plural('zh-Hans', max, {other: '最多 # 个字符。'}),
  tooSmall: min => `最小值为 ${min}。`,
  tooLarge: max => `最大值为 ${max}。`,
  charactersLeft: left => plural('zh-Hans', left, {other: '还可输入 # 个字符'}),
};
