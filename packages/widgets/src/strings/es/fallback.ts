import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'Esta parte no se puede mostrar en esta página.',
  openElsewhere: 'Abrir en su propia página',
};
