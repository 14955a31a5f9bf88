import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: 'freiwillig',
  choose: 'Bitte wählen …',
  required: 'Bitte füllen Sie dieses Feld aus.',
  invalidEmail: 'Bitte geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  invalidUrl: 'Bitte geben Sie eine Webadresse wie https://example.com ein.',
  invalidNumber: 'Bitte geben Sie eine Zahl ein.',
  invalidDate: 'Bitte wählen Sie ein Datum.',
  tooLong: max => plural('de', max, {other: 'Höchstens # Zeichen.'}),
  tooSmall: min => `Der kleinste Wert ist ${min}.`,
  tooLarge: max => `Der größte Wert ist ${max}.`,
  charactersLeft: left => plural('de', left, {other: 'noch # Zeichen'}),
};
