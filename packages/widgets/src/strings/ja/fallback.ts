import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'この部分はこのページでは表示できません。',
  openElsewhere: '専用ページで開く',
};
