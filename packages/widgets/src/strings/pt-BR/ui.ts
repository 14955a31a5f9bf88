import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Fechar',
  loading: 'Carregando…',
  moreActions: 'Mais ações',
  messages: 'Mensagens',
};
