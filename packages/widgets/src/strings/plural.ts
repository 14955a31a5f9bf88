const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/** The forms of a counted phrase; `#` stands for the number. Which forms a language has is CLDR's. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};

/**
 * Picks the right form of a counted phrase and writes the number in it.
 *
 * @param locale - BCP 47 tag of the table the phrase stands in.
 * @param count - The number, 0 or more.
 * @param forms - `{one: '# lead', other: '# leads'}`.
 */
export function plural(locale: string, count: number, forms: PluralForms): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  let number = numbers.get(locale);
  if (!number) numbers.set(locale, (number = new Intl.NumberFormat(locale)));
  return (forms[rule.select(count)] ?? forms.other).replace('#', number.format(count));
}
