/** Telephone numbers and dates from year to day: they are read from left to right in every script, their groups too. */
const numbers = /(?:\+|(?<!\p{Nd})0)\p{Nd}[\p{Nd} ()./\u00a0-]{4,}\p{Nd}|(?<!\p{Nd})\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?!\p{Nd})/gu;

/** Where such numbers are in a text: start and end of each. */
export function numbersIn(text: string): (readonly [start: number, end: number])[] {
  return Array.from(text.matchAll(numbers), ({0: {length}, index}) => [index, index + length] as const);
}

/** A text for readers that order it themselves: around such numbers it says that they run from left to right, where something runs otherwise. */
export function isolateNumbers(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? text.replaceAll(numbers, '\u2066$&\u2069') : text;
}
