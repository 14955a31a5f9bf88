import type {DealRow} from './deal-rows.ts';
import type {Store} from './store.ts';

const dayMs = 86_400_000;

/** The last instant of a day in a time zone. */
export function endOfDay(day: string, timeZone: string): string {
  const next = Date.parse(day) + dayMs;
  const guess = next - offsetMs(next, timeZone);
  // Once more, because the clocks may have changed in between.
  return new Date(next - offsetMs(guess, timeZone) - 1).toISOString();
}

function offsetMs(instant: number, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en-US', {timeZone, timeZoneName: 'longOffset'}).formatToParts(instant).find(({type}) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * Why a protection cannot be extended, in a sentence, or `null` when it can.
 *
 * @param day - The day asked for; `null` asks whether any day could be.
 */
export function extensionRefusal(store: Store, deal: DealRow, day: string | null): string | null {
  const {policy, maxTotalDays, minDaysBefore} = store.data.program.dealPolicy.extension;
  if (policy === 'none') return 'This programme has no extensions.';
  if (deal.protectedFrom === null || deal.protectedUntil === null) return 'The protection has no end.';
  if (policy === 'once' && deal.extensionCount > 0) return 'The protection has been extended once, as often as the programme allows.';
  if (Date.parse(deal.protectedUntil) - store.clock.now() < minDaysBefore * dayMs) return `Ask at least ${minDaysBefore} days before the protection ends.`;
  // A day lasts until its end, so the last one that fits may end up to a day after the total.
  const latest = Date.parse(deal.protectedFrom) + (maxTotalDays + 1) * dayMs;
  if (day === null) return latest <= Date.parse(deal.protectedUntil) + dayMs ? `A protection lasts at most ${maxTotalDays} days in all.` : null;
  const until = endOfDay(day, store.data.program.timeZone);
  if (until <= deal.protectedUntil) return 'The day asked for is not after the present end of the protection.';
  return Date.parse(until) >= latest ? `A protection lasts at most ${maxTotalDays} days in all.` : null;
}
