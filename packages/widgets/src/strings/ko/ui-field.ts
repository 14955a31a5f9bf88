import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: '선택',
  choose: '선택하세요…',
  required: '이 항목을 입력하세요.',
  invalidEmail: 'name@example.com과 같은 이메일 주소를 입력하세요.',
  invalidUrl: 'https://example.com과 같은 웹 주소를 입력하세요.',
  invalidNumber: '숫자를 입력하세요.',
  invalidDate: '날짜를 선택하세요.',
  tooLong: max => plural('ko', max, {other: '최대 #자까지 입력할 수 있습니다.'}),
  tooSmall: min => `최솟값은 ${min}입니다.`,
  tooLarge: max => `최댓값은 ${max}입니다.`,
  charactersLeft: left => plural('ko', left, {other: '#자 더 입력 가능'}),
};
