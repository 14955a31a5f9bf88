import {plural} from '../plural.ts';
import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Cerrar',
  cancel: 'Cancelar',
  retry: 'Reintentar',
  back: 'Volver',
  loading: 'Cargando…',
  optional: 'opcional',
  choose: 'Elegir…',
  required: 'Complete este campo.',
  invalidEmail: 'Escriba una dirección de correo, como nombre@example.com.',
  invalidUrl: 'Escriba una dirección web, como https://example.com.',
  invalidNumber: 'Escriba un número.',
  invalidDate: 'Elija una fecha.',
  tooLong: max => plural('es', max, {one: '# carácter como máximo.', many: '# de caracteres como máximo.', other: '# caracteres como máximo.'}),
  tooSmall: min => `El valor mínimo es ${min}.`,
  tooLarge: max => `El valor máximo es ${max}.`,
  charactersLeft: left => plural('es', left, {one: 'queda # carácter', many: 'quedan # de caracteres', other: 'quedan # caracteres'}),
  moreActions: 'Más acciones',
  messages: 'Mensajes',
};
