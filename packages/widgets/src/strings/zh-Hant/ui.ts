import type {UiStrings} from '../ui.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiStrings = {
  close: '關閉',
  cancel: '取消',
  retry: '重試',
  back: '返回',
  loading: '載入中…',
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
  moreActions: '更多動作',
  messages: '訊息',
};
