import type {Text} from './deal-text.ts';

/** A day without a time, such as `2026-12-24`, as people write it. */
export function dayOf(text: Text, day: string): string {
  return text.date(day, {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
}

/** A country's name in the reader's language; the code where there is none. */
export function countryName(text: Text, code: string): string {
  try {
    return new Intl.DisplayNames(text.lang(), {type: 'region'}).of(code) ?? code;
  } catch {
    return code;
  }
}
