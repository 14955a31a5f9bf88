import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: 'facultatif',
  choose: 'Choisir…',
  required: 'Remplissez ce champ.',
  invalidEmail: 'Saisissez une adresse e-mail, comme nom@example.com.',
  invalidUrl: 'Saisissez une adresse web, comme https://example.com.',
  invalidNumber: 'Saisissez un nombre.',
  invalidDate: 'Choisissez une date.',
  tooLong: max => plural('fr', max, {one: '# caractère au maximum.', many: '# de caractères au maximum.', other: '# caractères au maximum.'}),
  tooSmall: min => `La plus petite valeur possible est ${min}.`,
  tooLarge: max => `La plus grande valeur possible est ${max}.`,
  charactersLeft: left => plural('fr', left, {one: 'encore # caractère', many: 'encore # de caractères', other: 'encore # caractères'}),
};
