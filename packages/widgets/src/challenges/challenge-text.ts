import type {Challenge} from '@portico/contract';
import type {Text} from './challenges.view.ts';

const soonMs = 3 * 86_400_000;

/** An instant at which something is over: the last day, with the hour where it is near. */
export function untilWords(text: Text, until: string, now: number): string {
  const at = Date.parse(until);
  // What ends at midnight ends with the day before.
  return at - now < soonMs ? text.date(at, 'dayTime') : text.date(at - 1, 'date');
}

/** What a winner gets. */
export function bringsWords(text: Text, {points, badge}: Challenge): string {
  return text.list([...(points > 0 ? [text.term('points', points)] : []), ...(badge ? [text.term('badge', badge.name)] : [])]);
}

/** When it is: how long still, from when, or since when not any more. */
export function timeWords(text: Text, {phase, window, own, endedAt}: Challenge, now: number): string {
  if (phase === 'upcoming' && window.kind === 'absolute') return text.term('begins', text.date(window.startsAt, 'date'));
  const until = own?.span?.until ?? (window.kind === 'absolute' ? window.endsAt : null);
  if (phase === 'over') {
    const end = endedAt ?? until ?? (window.kind === 'relative' ? window.joinBy : null);
    return end === null ? '' : text.term('ended', text.date(Date.parse(end) - 1, 'date'));
  }
  if (until !== null) {
    const left = Date.parse(until) - now;
    return left > 0 ? text.term('left', text.duration(left), untilWords(text, until, now)) : text.term('ended', text.date(Date.parse(until) - 1, 'date'));
  }
  if (window.kind !== 'relative') return '';
  const days = text.term('daysFromJoining', window.days);
  if (window.joinBy === null) return days;
  const left = Date.parse(window.joinBy) - now;
  return `${days} · ${left > 0 ? text.term('joinBy', text.duration(left), untilWords(text, window.joinBy, now)) : text.term('nobodyJoins')}`;
}
