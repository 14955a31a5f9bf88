import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Cerrar',
  loading: 'Cargando…',
  moreActions: 'Más acciones',
  messages: 'Mensajes',
};
