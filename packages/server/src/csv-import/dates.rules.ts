/** Order of day, month and year where a date does not show it. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** A date that was understood, or why not. */
export type DateReading = {readonly ok: true; readonly at: string} | {readonly ok: false; readonly code: 'date_invalid' | 'date_ambiguous'; readonly message: string};

const pattern =
  /^(?<a>\d{1,4})(?<mark>[-/. ])(?<b>\d{1,2})\k<mark>(?<c>\d{1,4})(?:[T ,]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?\s*(?<half>[ap]m)?\s*(?<zone>z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads a day, with or without a time of day.
 *
 * @param order - Asked only where the date itself does not show it; `20.10.2016` with dots is day first.
 * @param timeZone - Where a date without an offset was written; a day alone is its midnight there.
 * @returns The instant in UTC with milliseconds.
 */
export function readDate(text: string, order: DateOrder | undefined, timeZone: string): DateReading {
  // 2026年11月21日, 2026년 11월 21일, 2026. 11. 21.
  const written = text.trim().replace(/(\d)\s*[年月년월]\s*(?=\d)/g, '$1-').replace(/[日일]/, ' ').replace(/(\d)\.\s+(?=\d{1,2}\.|\d{4}\b)/g, '$1.').replace(/^(\d{4}\.\d{1,2}\.)\s?(\d{1,2})\./, '$1$2').trim();
  const parts = written.length > 60 ? undefined : pattern.exec(written.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))?.groups;
  if (!parts) return invalid(text, 'write it as 2026-11-21');
  const day = readDay(parts, order);
  if (day === 'ambiguous') {
    return {ok: false, code: 'date_ambiguous', message: `“${text}” may be day first or month first. Set dateOrder to mdy or dmy for this column.`};
  }
  if (!day) return invalid(text, order ? `the column is read as ${order}` : 'there is no such day');
  const clock = readClock(parts);
  if (!clock) return invalid(text, 'there is no such time of day');
  const local = Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute, clock.second);
  const instant = parts.zone ? local - offsetOf(parts.zone) : fromZone(local, timeZone);
  return {ok: true, at: new Date(instant + Math.floor(Number(`0.${parts.fraction ?? 0}`) * 1000)).toISOString()};
}

/** The order that these dates show, taken together; `undefined` when none of them does, or when they disagree. */
export function guessDateOrder(texts: readonly string[]): DateOrder | undefined {
  const shown = new Set<DateOrder>();
  for (const text of texts) {
    const {a = '', b = '', c = ''} = pattern.exec(text.trim())?.groups ?? {};
    if (a.length === 4 || c.length < 2) continue;
    if (Number(a) > 12 && Number(b) <= 12) shown.add('dmy');
    if (Number(b) > 12 && Number(a) <= 12) shown.add('mdy');
  }
  const [only] = shown;
  return shown.size === 1 ? only : undefined;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type Parts = Record<string, string | undefined>;

function readDay({a = '', b = '', c = '', mark}: Parts, order: DateOrder | undefined): Day | 'ambiguous' | undefined {
  if (a.length === 4) return toDay(a, b, c);
  if (a.length === 3) return undefined;
  const [first, second] = [Number(a), Number(b)];
  switch (order ?? (mark === '.' ? 'dmy' : undefined)) {
    case 'dmy':
      return toDay(c, b, a);
    case 'mdy':
      return toDay(c, a, b);
    case 'ymd':
      return toDay(a, b, c);
    default:
      if (first > 12) return toDay(c, b, a);
      if (second > 12 || first === second) return toDay(c, a, b);
      return 'ambiguous';
  }
}

function toDay(yearText: string, monthText: string, dayText: string): Day | undefined {
  if (dayText.length > 2) return undefined;
  const [short, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  const year = yearText.length === 2 ? short + (short < 70 ? 2000 : 1900) : yearText.length === 4 ? short : 0;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? {year, month, day} : undefined;
}

function readClock({hour, minute, second, half}: Parts): {hour: number; minute: number; second: number} | undefined {
  const clock = {hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0)};
  if (half) {
    if (clock.hour < 1 || clock.hour > 12) return undefined;
    clock.hour = (clock.hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  return clock.hour <= 23 && clock.minute <= 59 && clock.second <= 59 ? clock : undefined;
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** The instant at which clocks of the zone show `local` (written as if it were UTC). In the hour that spring skips, the one after. */
function fromZone(local: number, timeZone: string): number {
  if (timeZone === 'UTC') return local;
  const key = `${timeZone} ${local}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size >= keptInstants) instants.clear();
  const instant = findInstant(local, timeZone);
  instants.set(key, instant);
  return instant;
}

// A file names few different days, and asking Intl takes longer than the rest of a row.
const instants = new Map<string, number>();
const keptInstants = 5000;

function findInstant(local: number, timeZone: string): number {
  const guess = local - offsetAt(local, timeZone);
  const better = local - offsetAt(guess, timeZone);
  const settled = local - offsetAt(better, timeZone) === better;
  return settled ? better : Math.max(guess, better);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric'});
    formats.set(timeZone, format);
  }
  const shown = Object.fromEntries(format.formatToParts(instant).map(({type, value}) => [type, Number(value)]));
  return Date.UTC(shown.year ?? 0, (shown.month ?? 1) - 1, shown.day, shown.hour, shown.minute, shown.second) - Math.floor(instant / 1000) * 1000;
}

function invalid(text: string, why: string): DateReading {
  return {ok: false, code: 'date_invalid', message: `“${text}” is not a date: ${why}.`};
}
