import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'Cette partie ne peut pas s’afficher sur cette page.',
  openElsewhere: 'Ouvrir sur sa propre page',
};
