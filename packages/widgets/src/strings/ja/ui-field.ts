import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: '任意',
  choose: '選択してください…',
  required: 'この項目を入力してください。',
  invalidEmail: 'name@example.comのようなメールアドレスを入力してください。',
  invalidUrl: 'https://example.comのようなURLを入力してください。',
  invalidNumber: '数値を入力してください。',
  invalidDate: '日付を選択してください。',
  tooLong: max => plural('ja', max, {other: '#文字以内で入力してください。'}),
  tooSmall: min => `${min}以上の値を入力してください。`,
  tooLarge: max => `${max}以下の値を入力してください。`,
  charactersLeft: left => plural('ja', left, {other: '残り#文字'}),
};
