// Spans of a calendar in a time zone. No schema library here, because browsers load it.

/** `all` has no beginning and no end. Weeks begin on Monday. */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'all';

/** A span of time: from its first instant until the first one after it, ISO text in UTC; `null` where it is open. */
export interface Period {
  /** `2026-11-22`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `all`. */
  readonly key: string;
  readonly from: string | null;
  readonly until: string | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Periods that were found, by their kind and time zone: what clocks show costs more than everything else here, and the same few periods are asked for again and again. */
const found = new Map<string, {readonly period: Period; readonly from: number; readonly until: number}[]>();

/**
 * Finds the period that an instant is in.
 *
 * @param at - ISO text.
 * @param timeZone - IANA name, such as `Europe/Helsinki`: its midnights are the borders.
 */
export function periodAt(at: string, kind: PeriodKind, timeZone: string): Period {
  if (kind === 'all') return {key: 'all', from: null, until: null};
  const ms = Date.parse(at);
  const known = found.get(`${kind} ${timeZone}`) ?? [];
  const same = known.find(each => ms >= each.from && ms < each.until);
  if (same) return same.period;
  const [first, next] = bordersOf(dayOf(localAt(ms, timeZone)), kind);
  const [from, until] = [startOfDay(first, timeZone), startOfDay(next, timeZone)];
  const period = {key: keyOf(first, kind), from: new Date(from).toISOString(), until: new Date(until).toISOString()};
  found.set(`${kind} ${timeZone}`, [{period, from, until}, ...known.slice(0, 99)]);
  return period;
}

/** A finder of periods that remembers where it last was: instants that come in their order cost almost nothing. */
export function periodFinder(kind: PeriodKind, timeZone: string): (at: string) => Period {
  let last: {readonly period: Period; readonly from: number; readonly until: number} | undefined;
  return at => {
    const ms = Date.parse(at);
    if (last && ms >= last.from && ms < last.until) return last.period;
    const period = periodAt(at, kind, timeZone);
    last = {period, from: period.from === null ? Number.NEGATIVE_INFINITY : Date.parse(period.from), until: period.until === null ? Number.POSITIVE_INFINITY : Date.parse(period.until)};
    return period;
  };
}

/** The period before one that has a beginning; of one without, itself. */
export function periodBefore(period: Period, kind: PeriodKind, timeZone: string): Period {
  return period.from === null ? period : periodAt(new Date(Date.parse(period.from) - 1).toISOString(), kind, timeZone);
}

/** The same day and hour so many months earlier, or the last day of that month where it is shorter. */
export function monthsBefore(at: string, months: number): string {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, daysInMonth));
  return date.toISOString();
}

/** The first and the next period's first day, as midnights of UTC that stand for local days. */
function bordersOf(day: number, kind: Exclude<PeriodKind, 'all'>): [number, number] {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (kind === 'day') return [day, day + dayMs];
  if (kind === 'week') {
    const monday = day - ((date.getUTCDay() + 6) % 7) * dayMs;
    return [monday, monday + 7 * dayMs];
  }
  if (kind === 'month') return [Date.UTC(year, month), Date.UTC(year, month + 1)];
  if (kind === 'quarter') return [Date.UTC(year, month - (month % 3)), Date.UTC(year, month - (month % 3) + 3)];
  return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
}

function keyOf(first: number, kind: Exclude<PeriodKind, 'all'>): string {
  const date = new Date(first);
  const text = date.toISOString();
  if (kind === 'day') return text.slice(0, 10);
  if (kind === 'month') return text.slice(0, 7);
  if (kind === 'quarter') return `${text.slice(0, 4)}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
  if (kind === 'year') return text.slice(0, 4);
  // ISO 8601: a week belongs to the year of its Thursday.
  const thursday = new Date(first + 3 * dayMs);
  const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0)) / (7 * dayMs)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

function dayOf(local: number): number {
  return local - (((local % dayMs) + dayMs) % dayMs);
}

/** The first instant of a local day. Where clocks go forward at midnight, the day begins with the hour after. */
function startOfDay(day: number, timeZone: string): number {
  // In a gap both are off, and the offset of the day before leads to the instant of the change.
  const candidates = [day - dayMs, day + dayMs].map(ms => day - (localAt(ms, timeZone) - ms));
  const exact = candidates.filter(ms => localAt(ms, timeZone) === day);
  return exact.length > 0 ? Math.min(...exact) : (candidates[0] ?? day);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What clocks of a time zone show, as if it were UTC; whole seconds. */
function localAt(ms: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric'});
    clocks.set(timeZone, clock);
  }
  const parts: Record<string, number> = {};
  for (const {type, value} of clock.formatToParts(ms)) parts[type] = Number(value);
  const {year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0} = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
