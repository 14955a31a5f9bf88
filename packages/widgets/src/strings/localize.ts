/**
 * Words, dates and amounts in the language of an element.
 *
 * How a widget gets its words:
 * 1. `strings/en/<area>.ts` exports `en`, one object of texts and functions: `accept: 'Accept lead'`,
 *    `newLeads: (n: number) => plural('en', n, {one: '# new lead', other: '# new leads'})`.
 * 2. `strings/<area>.strings.ts` calls `defineStrings('<area>', en, {fi: () => import('./fi/<area>.ts'), …})` for every
 *    locale and exports the table and `type <Area>Strings = StringsOf<typeof en>`.
 * 3. `strings/<locale>/<area>.ts` exports `strings: <Area>Strings`; a missing key does not compile.
 * 4. The element: `readonly #text = new Localize(this, leadInboxStrings)`, then `this.#text.term('accept')`,
 *    `this.#text.money(lead.value)`, `this.#text.date(offer.acceptBy, 'dayTime')`.
 *
 * The language is that of the nearest `lang` around the element, through shadow roots; else the visitor's.
 * Until a language has loaded, English stands in; the element renders again when the words come.
 */
import {type FunctionParams, LocalizeController, type Translation} from '@shoelace-style/localize';
import type {ReactiveControllerHost} from 'lit';
import {isRightToLeft} from './direction.ts';
import {
  type DateStyle,
  dateFormat,
  listFormat,
  numberFormat,
  rangeOf,
  relativeFormat,
  toMajorUnits,
  toTimeUnit,
} from './format.ts';
import {drawnIn, matchLocale, nearestLang} from './locale.ts';
import {findMessage, loadStrings, localesOf, stringsReady, type StringTable} from './strings.ts';

export type {DateStyle} from './format.ts';
export {isRightToLeft} from './direction.ts';
export {plural} from './plural.ts';
export {defineStrings, refreshLanguage, registerStrings} from './strings.ts';
export type {LoadStrings, StringsOf, StringTable} from './strings.ts';

/** An instant: a Date, ISO text, or milliseconds since 1970. */
export type Instant = Date | string | number;

/** An amount, as the contract writes it. */
export interface Amount {
  /** Minor units (cents) of the currency. */
  readonly amountMinor: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** How an amount is written. */
export interface AmountOptions {
  /** In three digits, where the exact amount does not matter: €40K. */
  readonly compact?: boolean;
}

let mark = (text: string) => text;

/** Marks every formatted date and number. The pseudo-locale tells them from forgotten words by it. */
export function setFormatMark(marker: (text: string) => string): void {
  mark = marker;
}

/** A name in Latin letters must not turn the sentence around it: marked as a unit of its own (U+2068 … U+2069). */
const isolate = <T>(value: T) => (typeof value === 'string' && value ? `\u2068${value}\u2069` : value);

const colons: Readonly<Record<string, string>> = {fr: '\u00a0: ', ja: '：', zh: '：'};

/** What a widget knows of whom it is shown to. */
interface InPortal {
  readonly portal?: {readonly me?: {readonly person?: {readonly timeZone?: string | null} | null} | null} | null | undefined;
}

const toDate = (instant: Instant) => new Date(instant);

/** Gives an element its words, dates and amounts, and renders it again when the language changes. */
export class Localize<T> extends LocalizeController<Translation & T> {
  readonly #table: StringTable<T>;
  #locale = 'en';
  #tableLocale = 'en';
  #timeZone: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, table: StringTable<T>) {
    super(host);
    this.#table = table;
    if (drawnIn.locale) this.#speak(drawnIn.locale);
  }

  /** IANA name of the time zone in which instants are told: that of whom the portal around the element speaks for, unless one was set; without either, the visitor's. */
  get timeZone(): string | undefined {
    return this.#timeZone ?? (this.host as InPortal).portal?.me?.person?.timeZone ?? undefined;
  }

  set timeZone(timeZone: string | undefined) {
    this.#timeZone = timeZone;
  }

  override hostConnected() {
    super.hostConnected();
    this.hostUpdate();
  }

  /** Looks the language up again before each render: elements move, and `lang` changes. */
  hostUpdate() {
    this.#speak(nearestLang(this.host));
    if (this.pending) void this.ready;
  }

  #speak(locale: string) {
    this.#locale = locale;
    this.#tableLocale = matchLocale(locale, localesOf(this.#table));
  }

  /** BCP 47 tag of the language around the element. */
  override lang(): string {
    return this.#locale;
  }

  /** The direction that language is written in. */
  override dir(): 'ltr' | 'rtl' {
    return isRightToLeft(this.#tableLocale) ? 'rtl' : 'ltr';
  }

  /** Whether the words are still on their way. */
  get pending(): boolean {
    return !stringsReady(this.#table, this.#tableLocale);
  }

  /** Resolves when the words are there, or cannot be had. */
  get ready(): Promise<void> {
    return loadStrings(this.#table, this.#tableLocale);
  }

  /** A word of the table, with its values. English where the language lacks it. */
  override term<K extends keyof (Translation & T)>(key: K, ...values: FunctionParams<(Translation & T)[K]>): string {
    const message = findMessage(this.#table, this.#tableLocale, key as keyof T & string);
    if (typeof message !== 'function') return message as string;
    return message(...((this.dir() === 'rtl' ? values.map(isolate) : values) as never[]));
  }

  /** A date in the partner's time zone. */
  override date(instant: Instant, style: DateStyle | Intl.DateTimeFormatOptions = 'date'): string {
    return mark(dateFormat(this.#locale, style, this.timeZone).format(toDate(instant)));
  }

  override number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return mark(numberFormat(this.#locale, options).format(value));
  }

  /** The distance from now: in 3 hours, 2 days ago, yesterday. */
  relativeTo(instant: Instant, now: Instant, options: Intl.RelativeTimeFormatOptions = {numeric: 'auto'}): string {
    const {value, unit} = toTimeUnit(+toDate(instant) - +toDate(now));
    return mark(relativeFormat(this.#locale, options).format(value, unit));
  }

  /** A span of time in its largest unit: 3 hr, 2 days. For a sentence such as "3 hr left". */
  duration(ms: number): string {
    const {value, unit} = toTimeUnit(ms);
    return this.number(Math.abs(value), {style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short'});
  }

  /** An amount with its currency: €40,000, or €40,000.50 when it has cents. */
  money({amountMinor, currency}: Amount, options: AmountOptions = {}): string {
    const {amount, decimals} = toMajorUnits(amountMinor, currency);
    return mark(this.#money(currency, options, Number.isInteger(amount) ? 0 : decimals).format(amount));
  }

  /** Two amounts of one currency as a range: €40,000–80,000. */
  moneyRange(from: Amount, to: Amount, options: AmountOptions = {}): string {
    const [low, high] = [toMajorUnits(from.amountMinor, from.currency), toMajorUnits(to.amountMinor, to.currency)];
    const decimals = Number.isInteger(low.amount) && Number.isInteger(high.amount) ? 0 : low.decimals;
    const format = this.#money(from.currency, options, decimals);
    return mark(rangeOf(format, low.amount, high.amount));
  }

  /** What stands between a name and what it names, with its spaces: “Sort: deadline”, « Tri : échéance », 「並び順：期限」. */
  get colon(): string {
    return colons[this.#tableLocale.slice(0, 2)] ?? ': ';
  }

  /** Items as a sentence part: Helsinki, Espoo and Vantaa. */
  list(items: Iterable<string>, options: Intl.ListFormatOptions = {}): string {
    const isRtl = this.dir() === 'rtl';
    const text = listFormat(this.#locale, options).format(isRtl ? [...items].map(isolate) : items);
    // Its direction is the language's, whatever its items are: `dir="auto"` asks the first letter, and U+200F is one.
    return mark(isRtl && text ? `\u200f${text}` : text);
  }

  #money(currency: string, {compact}: AmountOptions, decimals: number): Intl.NumberFormat {
    return numberFormat(this.#locale, {
      style: 'currency',
      currency,
      ...(compact
        ? {notation: 'compact', maximumSignificantDigits: 3}
        : {minimumFractionDigits: decimals, maximumFractionDigits: decimals}),
    });
  }
}
