import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'Không thể hiển thị nội dung này trên trang này.',
  openElsewhere: 'Mở trên trang riêng',
};
