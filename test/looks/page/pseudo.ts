import {pseudoLocale, usePseudoLocale} from '@portico/widgets/strings/pseudo';

let restore: (() => void) | undefined;

/**
 * Puts the pseudo-locale's words in place while it is spoken, and takes the marks of its numbers away again.
 *
 * @returns Whether it is spoken.
 */
export function pseudoWords(locale: string): boolean {
  restore?.();
  restore = locale === pseudoLocale ? usePseudoLocale() : undefined;
  return restore !== undefined;
}

/** Names of countries, languages and currencies that the browser gave: they stand in no table. */
export const namesOfBrowser = new Set<string>();

const {of} = Intl.DisplayNames.prototype;
Intl.DisplayNames.prototype.of = function (code) {
  const name = of.call(this, code);
  if (name) namesOfBrowser.add(name);
  return name;
};
