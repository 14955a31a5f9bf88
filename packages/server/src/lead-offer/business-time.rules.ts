import type {BusinessCalendar} from '@portico/contract';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// 60 days of hours, worked one hour a week, with 400 days off between: no calendar that the contract takes needs more.
const longestSearchDays = 20_000;

/**
 * Adds working time to an instant: only hours of the calendar's working days count, in the partner's own time zone. Clock changes are respected: a
 * working day that loses an hour in spring has an hour less to give.
 *
 * @param fromMs - Start, milliseconds since 1970 UTC; may lie outside working hours.
 * @param hours - Working hours to add, above 0; fractions are fine.
 * @param timeZone - IANA name, such as `Europe/Helsinki`.
 * @returns Milliseconds since 1970 UTC.
 */
export function addBusinessHours(fromMs: number, hours: number, calendar: BusinessCalendar, timeZone: string): number {
  const holidays = new Set(calendar.holidays);
  let remainingMs = hours * hourMs;
  let day = dayOf(fromMs, timeZone);
  for (let searched = 0; searched < longestSearchDays; searched++, day += dayMs) {
    if (!calendar.weekdays.includes(weekdayOf(day)) || holidays.has(new Date(day).toISOString().slice(0, 10))) continue;
    const opensMs = Math.max(fromMs, instantOf(day + calendar.fromHour * hourMs, timeZone));
    const availableMs = instantOf(day + calendar.toHour * hourMs, timeZone) - opensMs;
    if (availableMs <= 0) continue;
    if (remainingMs <= availableMs) return opensMs + remainingMs;
    remainingMs -= availableMs;
  }
  throw new RangeError('The calendar has no working hours within reach.');
}

/** Midnight of the local day on which an instant falls, written as if it were UTC. */
function dayOf(instantMs: number, timeZone: string): number {
  const localMs = instantMs + offsetAt(instantMs, timeZone);
  return localMs - (((localMs % dayMs) + dayMs) % dayMs);
}

/** 1 Monday … 7 Sunday of a day written as if it were UTC. */
function weekdayOf(day: number): number {
  return new Date(day).getUTCDay() || 7;
}

/** The instant at which local clocks show a time (given as if it were UTC); a time that the clocks skip is the instant of the jump, one shown twice is the first. */
function instantOf(localMs: number, timeZone: string): number {
  const before = offsetAt(localMs - dayMs, timeZone);
  const after = offsetAt(localMs + dayMs, timeZone);
  const early = localMs - Math.max(before, after);
  if (early + offsetAt(early, timeZone) === localMs) return early;
  const late = localMs - Math.min(before, after);
  if (late + offsetAt(late, timeZone) === localMs) return late;
  return jumpBetween(early, late, timeZone);
}

/** The instant within a day at which the clocks jump, to the minute. */
function jumpBetween(early: number, late: number, timeZone: string): number {
  const minuteMs = 60_000;
  const offset = offsetAt(early, timeZone);
  let [low, high] = [early, late];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (offsetAt(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Local time minus UTC, in milliseconds, at an instant. */
function offsetAt(instantMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric'});
    formats.set(timeZone, format);
  }
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const {type, value} of format.formatToParts(instantMs)) part[type] = Number(value);
  const {year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0} = part;
  const wholeSeconds = Math.floor(instantMs / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds;
}
