import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Schließen',
  loading: 'Wird geladen …',
  moreActions: 'Weitere Aktionen',
  messages: 'Meldungen',
};
