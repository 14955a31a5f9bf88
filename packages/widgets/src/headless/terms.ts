import type {Localize} from '../strings/localize.ts';
import {matchLocale} from '../strings/locale.ts';
import {findMessage, loadStrings, localesOf, type StringTable} from '../strings/strings.ts';

/** Words of a widget where there is no element: in the language once they have come, in English until then. */
export function termsOf<T>(table: StringTable<T>, locale: string): Pick<Localize<T>, 'term'> {
  const tag = matchLocale(locale, localesOf(table));
  void loadStrings(table, tag);
  return {
    term(key, ...values) {
      const message = findMessage(table, tag, key as keyof T & string);
      return typeof message === 'function' ? message(...(values as never[])) : (message as string);
    },
  };
}
