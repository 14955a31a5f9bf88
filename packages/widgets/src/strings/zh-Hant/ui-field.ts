import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: '選填',
  choose: '請選擇…',
  required: '請填寫此欄位。',
  invalidEmail: '請輸入電子郵件地址，例如 name@example.com。',
  invalidUrl: '請輸入網址，例如 https://example.com。',
  invalidNumber: '請輸入數字。',
  invalidDate: '請選擇日期。',
  tooLong: max => plural('zh-Hant', max, {other: '最多 # 個字元。'}),
  tooSmall: min => `最小值為 ${min}。`,
  tooLarge: max => `最大值為 ${max}。`,
  charactersLeft: left => plural('zh-Hant', left, {other: '還可輸入 # 個字元'}),
};
