import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: '이 페이지에서는 이 부분을 표시할 수 없습니다.',
  openElsewhere: '별도 페이지에서 열기',
};
