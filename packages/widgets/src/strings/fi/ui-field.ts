import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: 'vapaaehtoinen',
  choose: 'Valitse…',
  required: 'Täytä tämä kenttä.',
  invalidEmail: 'Kirjoita sähköpostiosoite muodossa nimi@example.com.',
  invalidUrl: 'Kirjoita verkko-osoite muodossa https://example.com.',
  invalidNumber: 'Kirjoita luku.',
  invalidDate: 'Valitse päivämäärä.',
  tooLong: max => plural('fi', max, {one: 'Käytä enintään # merkki.', other: 'Käytä enintään # merkkiä.'}),
  tooSmall: min => `Pienin sallittu arvo on ${min}.`,
  tooLarge: max => `Suurin sallittu arvo on ${max}.`,
  charactersLeft: left => plural('fi', left, {one: '# merkki jäljellä', other: '# merkkiä jäljellä'}),
};
