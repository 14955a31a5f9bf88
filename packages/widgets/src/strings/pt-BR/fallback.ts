import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'Esta parte não pode ser mostrada nesta página.',
  openElsewhere: 'Abrir em uma página própria',
};
