import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'لا يمكن عرض هذا الجزء في هذه الصفحة.',
  openElsewhere: 'افتحه في صفحة مستقلة',
};
