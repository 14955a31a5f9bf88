/**
 * Intl formatters, made once for each locale and set of options: making one costs more than using it a hundred times.
 */
type Formatter = Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat | Intl.ListFormat;

const formatters = new Map<string, Formatter>();

function cached<F extends Formatter>(kind: string, locale: string, options: object, make: () => F): F {
  const key = `${kind} ${locale} ${Object.entries(options).join()}`;
  let found = formatters.get(key) as F | undefined;
  if (!found) formatters.set(key, (found = make()));
  return found;
}

/** How a date is written: `day` Fri 21 Nov · `dayTime` Fri 21 Nov, 14:00 · `date` 21 Nov 2025 · `dateTime` both · `time` 14:00. */
export type DateStyle = 'day' | 'dayTime' | 'date' | 'dateTime' | 'time';

const day: Intl.DateTimeFormatOptions = {weekday: 'short', day: 'numeric', month: 'short'};
const date: Intl.DateTimeFormatOptions = {day: 'numeric', month: 'short', year: 'numeric'};
const time: Intl.DateTimeFormatOptions = {hour: 'numeric', minute: '2-digit'};
const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day,
  dayTime: {...day, ...time},
  date,
  dateTime: {...date, ...time},
  time,
};

/** A date formatter of one of our styles, or of `Intl`'s own options. */
export function dateFormat(
  locale: string,
  style: DateStyle | Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  const options = {...(timeZone ? {timeZone} : {}), ...(typeof style === 'string' ? dateStyles[style] : style)};
  return cached('date', locale, options, () => new Intl.DateTimeFormat(locale, options));
}

/** A number formatter. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached('number', locale, options, () => new Intl.NumberFormat(locale, options));
}

const ranges = new WeakMap<Intl.NumberFormat, Map<number, Map<number, string>>>();

/** Two numbers as a range. Remembered: writing one takes half a millisecond, and a list writes the same ones again and again. */
export function rangeOf(format: Intl.NumberFormat, from: number, to: number): string {
  let known = ranges.get(format);
  if (!known) ranges.set(format, (known = new Map()));
  let ends = known.get(from);
  if (!ends) known.set(from, (ends = new Map()));
  let text = ends.get(to);
  if (text === undefined) ends.set(to, (text = format.formatRange(from, to)));
  return text;
}

/** A list formatter: a, b and c. */
export function listFormat(locale: string, options: Intl.ListFormatOptions): Intl.ListFormat {
  return cached('list', locale, options, () => new Intl.ListFormat(locale, options));
}

/** A formatter of the distance to now. */
export function relativeFormat(locale: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
  return cached('relative', locale, options, () => new Intl.RelativeTimeFormat(locale, options));
}

const exponents = new Map<string, number>();

/**
 * Minor units of a currency as its major unit, by the currency's own exponent (2 for EUR, 0 for JPY, 3 for KWD).
 *
 * @returns The amount in major units and how many decimals the currency has.
 */
export function toMajorUnits(amountMinor: number, currency: string): {amount: number; decimals: number} {
  let decimals = exponents.get(currency);
  if (decimals === undefined) {
    decimals = numberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
    exponents.set(currency, decimals);
  }
  return {amount: amountMinor / 10 ** decimals, decimals};
}

/** A major unit of a currency as minor units, rounded to whole ones. */
export function toMinorUnits(amount: number, currency: string): number {
  return Math.round(amount * 10 ** toMajorUnits(0, currency).decimals);
}

/** The units of a span of time, in milliseconds, largest first. Months and years are left to dates. */
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A unit of time that the widgets speak of. */
export type TimeUnit = (typeof units)[number][0];

/**
 * A span of time in the largest unit that fits, rounded towards zero so that "3 hours left" is never too much.
 *
 * @param ms - The span, in milliseconds; negative for the past.
 */
export function toTimeUnit(ms: number): {value: number; unit: TimeUnit} {
  for (const [unit, length] of units) {
    if (Math.abs(ms) >= length) return {value: Math.trunc(ms / length), unit};
  }
  return {value: 0, unit: 'minute'};
}
