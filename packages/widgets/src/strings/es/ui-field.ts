import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
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
};
