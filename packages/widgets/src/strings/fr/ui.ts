import {plural} from '../plural.ts';
import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Fermer',
  cancel: 'Annuler',
  retry: 'Réessayer',
  back: 'Retour',
  loading: 'Chargement…',
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
  moreActions: 'Autres actions',
  messages: 'Messages',
};
