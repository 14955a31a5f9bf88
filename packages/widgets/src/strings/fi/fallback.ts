import type {FallbackStrings} from '../fallback.strings.ts';

export const strings: FallbackStrings = {
  cannotDraw: 'Tätä osaa ei voi näyttää tällä sivulla.',
  openElsewhere: 'Avaa omalla sivullaan',
};
