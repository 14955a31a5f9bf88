/** Telephone numbers: they are read from left to right in every script, their groups too. */
const telephone = /(?:\+|(?<!\p{Nd})0)\p{Nd}[\p{Nd} ()./\u00a0-]{4,}\p{Nd}/gu;

/** Where telephone numbers are in a text: start and end of each. */
export function telephonesIn(text: string): (readonly [start: number, end: number])[] {
  return Array.from(text.matchAll(telephone), ({0: {length}, index}) => [index, index + length] as const);
}

/** A text for readers that order it themselves: around telephone numbers it says that they run from left to right, where something runs otherwise. */
export function isolateTelephones(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? text.replaceAll(telephone, '\u2066$&\u2069') : text;
}
