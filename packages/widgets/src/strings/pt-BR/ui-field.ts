import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: 'opcional',
  choose: 'Escolher…',
  required: 'Preencha este campo.',
  invalidEmail: 'Digite um e-mail, como nome@example.com.',
  invalidUrl: 'Digite um endereço web, como https://example.com.',
  invalidNumber: 'Digite um número.',
  invalidDate: 'Escolha uma data.',
  tooLong: max => plural('pt-BR', max, {one: 'No máximo # caractere.', many: 'No máximo # de caracteres.', other: 'No máximo # caracteres.'}),
  tooSmall: min => `O valor mínimo é ${min}.`,
  tooLarge: max => `O valor máximo é ${max}.`,
  charactersLeft: left => plural('pt-BR', left, {one: 'resta # caractere', many: 'restam # de caracteres', other: 'restam # caracteres'}),
};
