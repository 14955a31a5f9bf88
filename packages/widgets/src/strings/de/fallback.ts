import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'Dieser Teil kann auf dieser Seite nicht angezeigt werden.',
  openElsewhere: 'Auf eigener Seite öffnen',
};
