import {periodAt} from '@portico/contract/period';

const halfDayMs = 43_200_000;

/** The day of an instant in a time zone, the visitor's unless said: `2026-12-06`; empty for none. */
export function dayOf(instant: string | number | null, timeZone?: string): string {
  // Swedish writes days as ISO does.
  return instant === null ? '' : new Intl.DateTimeFormat('sv-SE', {timeZone}).format(new Date(instant));
}

/** When a day begins in a time zone, the visitor's unless said, and when it ends, as ISO text. Nothing for what is not a day. */
export function boundsOf(day: string, timeZone = visitorZone()): {readonly from: string; readonly until: string} | undefined {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) return undefined;
  // Somewhere it is that day within half a day of its beginning and end in UTC.
  const within = [1, 0, 2, -1, 3].map(halves => midnight + halves * halfDayMs).find(at => dayOf(at, timeZone) === day);
  if (within === undefined) return undefined;
  const {from, until} = periodAt(new Date(within).toISOString(), 'day', timeZone);
  return from === null || until === null ? undefined : {from, until};
}

/** IANA name of the time zone that the browser is set to. */
export function visitorZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
