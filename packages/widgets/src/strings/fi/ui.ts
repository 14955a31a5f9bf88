import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Sulje',
  loading: 'Ladataan…',
  moreActions: 'Lisää toimintoja',
  messages: 'Viestit',
};
