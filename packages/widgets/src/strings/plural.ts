const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/** The forms of a counted phrase; `#` stands for the number. Which forms a language has is CLDR's. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};

/** Which forms our languages have, by CLDR. A phrase that leaves one out does not compile; Arabic may say nothing at all as it says a hundred. */
interface FormNames {
  en: 'one' | 'other';
  fi: 'one' | 'other';
  de: 'one' | 'other';
  fr: 'one' | 'many' | 'other';
  es: 'one' | 'many' | 'other';
  'pt-BR': 'one' | 'many' | 'other';
  ar: 'one' | 'two' | 'few' | 'many' | 'other';
  vi: 'other';
  'zh-Hans': 'other';
  'zh-Hant': 'other';
  ja: 'other';
  ko: 'other';
}

/** All the forms of a language, or one that serves every number; any of CLDR's for a language of the page's own. */
type FormsOf<L extends string> = L extends keyof FormNames
  ? (Record<FormNames[L], string> & {zero?: L extends 'ar' ? string : never}) | ({other: string} & {[Name in Exclude<Intl.LDMLPluralRule, 'other'>]?: never})
  : PluralForms;

/**
 * Picks the right form of a counted phrase and writes the number in it.
 *
 * @param locale - BCP 47 tag of the table the phrase stands in.
 * @param count - The number, 0 or more.
 * @param forms - `{one: '# lead', other: '# leads'}`.
 */
export function plural<L extends string>(locale: L, count: number, forms: FormsOf<L>): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  let number = numbers.get(locale);
  if (!number) numbers.set(locale, (number = new Intl.NumberFormat(locale)));
  return ((forms as PluralForms)[rule.select(count)] ?? forms.other).replace('#', number.format(count));
}
