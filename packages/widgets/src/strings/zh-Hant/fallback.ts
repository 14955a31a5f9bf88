import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: '此內容無法在本頁顯示。',
  openElsewhere: '在獨立頁面開啟',
};
