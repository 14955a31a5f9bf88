import type {DealPolicy} from '@portico/contract';

const dayMs = 86_400_000;

/** A protection that somebody wants to be longer; instants are ISO text. */
export interface Protection {
  readonly protected_from: string | null;
  readonly protected_until: string | null;
  readonly extension_count: number;
}

/**
 * Why a protection cannot be extended as asked: one sentence for people, or `null` when it can.
 *
 * @param until - ISO text of the end that is asked for.
 * @param now - ISO text.
 */
export function extensionRefusalOf({policy, maxTotalDays, minDaysBefore}: DealPolicy['extension'], {protected_from: from, protected_until: end, extension_count: count}: Protection, until: string, now: string): string | null {
  if (policy === 'none') return 'The programme extends no protection.';
  if (end === null || from === null) return 'This protection has no end that could be moved.';
  if (policy === 'once' && count > 0) return 'This protection has been extended once, as often as the programme allows.';
  if (Date.parse(now) > Date.parse(end) - minDaysBefore * dayMs) return `An extension is asked for at least ${minDaysBefore} days before the protection ends.`;
  if (until <= end) return 'The day asked for is not after the present end of the protection.';
  // A day lasts until its end, so the last one that fits may end up to a day after the total.
  if (Date.parse(until) >= Date.parse(from) + (maxTotalDays + 1) * dayMs) return `A protection lasts at most ${maxTotalDays} days in all.`;
  return null;
}

/**
 * The last instant of a day in a time zone, as ISO text: a protection until a day includes it.
 *
 * @param day - `2027-02-28`.
 * @param timeZone - IANA name.
 */
export function endOfDay(day: string, timeZone: string): string {
  const asUtc = Date.parse(day) + dayMs;
  const parts = (instant: number): number => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const {type, value} of new Intl.DateTimeFormat('en-US', {timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric'}).formatToParts(instant)) part[type] = Number(value);
    return Date.UTC(part.year ?? 1970, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0, part.second ?? 0);
  };
  const guess = asUtc - (parts(asUtc) - asUtc);
  // Once more, because the clocks may have changed between the guess and what it was guessed from.
  const midnight = asUtc - (parts(guess) - guess);
  return new Date(midnight - 1).toISOString();
}
