import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: '此内容无法在本页面显示。',
  openElsewhere: '在单独页面中打开',
};
