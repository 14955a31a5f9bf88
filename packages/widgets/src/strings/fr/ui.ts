import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Fermer',
  loading: 'Chargement…',
  moreActions: 'Autres actions',
  messages: 'Messages',
};
