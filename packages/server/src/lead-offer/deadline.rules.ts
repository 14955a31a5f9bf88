import type {LeadOfferStatus, LeadPolicy, LeadPriority} from '@portico/contract';
import {addBusinessHours} from './business-time.rules.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the clocks of an offer hang on; instants are ISO text, as read from the database. */
export interface OfferClocks {
  readonly status: LeadOfferStatus;
  readonly offeredAt: string;
  readonly acceptBy: string | null;
  readonly acceptedAt: string | null;
  readonly lastActivityAt: string | null;
  readonly actBy: string | null;
  readonly idleBy: string | null;
}

export type ReminderKind = 'accept_reminder' | 'idle_reminder';

/** When the clock looks at an offer next, and what it says then if no deadline has passed. */
export interface OfferSchedule {
  readonly remindAt: string | null;
  readonly remindKind: ReminderKind | null;
  /** The earliest of reminder and deadlines, or `null` when nothing will happen by itself. */
  readonly dueAt: string | null;
}

/** What is due for an offer. */
export type DueStep = 'remind' | 'expire' | 'reclaim' | 'time_out';

/**
 * By when a partner must respond.
 *
 * @param offeredAtMs - Milliseconds since 1970 UTC.
 * @param options.timeZone - The partner's, in which business hours are counted.
 * @param options.withinHours - A time set by hand instead of the programme's; on the wall clock.
 */
export function acceptByOf(policy: LeadPolicy, offeredAtMs: number, options: {priority: LeadPriority; timeZone: string; withinHours?: number | undefined}): string {
  return toIso(acceptByMs(policy, offeredAtMs, options));
}

function acceptByMs(policy: LeadPolicy, offeredAtMs: number, {priority, timeZone, withinHours}: {priority: LeadPriority; timeZone: string; withinHours?: number | undefined}): number {
  if (withinHours !== undefined) return offeredAtMs + withinHours * hourMs;
  if (priority !== 'hot') return offeredAtMs + policy.acceptSlaHours * hourMs;
  if (policy.calendar) return addBusinessHours(offeredAtMs, policy.hotAcceptSlaHours, policy.calendar, timeZone);
  return offeredAtMs + policy.hotAcceptSlaHours * hourMs;
}

/** By when an accepted lead must be brought to an end. */
export function actByOf(policy: LeadPolicy, acceptedAtMs: number): string {
  return toIso(acceptedAtMs + policy.actSlaDays * dayMs);
}

/** By when the partner must log something, counted from the last entry or from accepting. */
export function idleByOf(policy: LeadPolicy, lastActivityMs: number): string {
  return toIso(lastActivityMs + policy.idleLimitDays * dayMs);
}

/**
 * Plans the next look of the clock at an offer.
 *
 * @param afterMs - Reminders up to this instant are over.
 */
export function scheduleOf(clocks: OfferClocks, policy: LeadPolicy, afterMs: number): OfferSchedule {
  const deadlines = deadlinesOf(clocks);
  if (deadlines.length === 0) return {remindAt: null, remindKind: null, dueAt: null};
  const {kind, times} = remindersOf(clocks, policy);
  const deadlineMs = Math.min(...deadlines.map(({atMs}) => atMs));
  const remindMs = Math.min(...times.filter(time => time > afterMs && time < deadlineMs));
  if (remindMs === Infinity) return {remindAt: null, remindKind: null, dueAt: toIso(deadlineMs)};
  return {remindAt: toIso(remindMs), remindKind: kind, dueAt: toIso(remindMs)};
}

/**
 * What the clock must do with an offer now. Of two deadlines that have both passed, for instance while the server was down, the one that came first decides.
 *
 * @returns `null` when nothing is due.
 */
export function dueStepOf(clocks: OfferClocks & {readonly remindAt: string | null}, nowMs: number): DueStep | null {
  const [first] = deadlinesOf(clocks).filter(({atMs}) => atMs <= nowMs).sort((a, b) => a.atMs - b.atMs);
  if (first) return first.step;
  const isOpen = deadlinesOf(clocks).length > 0;
  return isOpen && clocks.remindAt !== null && Date.parse(clocks.remindAt) <= nowMs ? 'remind' : null;
}

function deadlinesOf({status, acceptBy, actBy, idleBy}: OfferClocks): {step: Exclude<DueStep, 'remind'>; atMs: number}[] {
  if (status === 'offered' || status === 'viewed') return acceptBy ? [{step: 'expire', atMs: Date.parse(acceptBy)}] : [];
  if (status !== 'accepted' && status !== 'working') return [];
  return [
    // The order decides a tie: what ran out for good goes first.
    ...(actBy ? [{step: 'time_out' as const, atMs: Date.parse(actBy)}] : []),
    ...(idleBy ? [{step: 'reclaim' as const, atMs: Date.parse(idleBy)}] : []),
  ];
}

function remindersOf({status, offeredAt, acceptBy, acceptedAt, lastActivityAt}: OfferClocks, policy: LeadPolicy): {kind: ReminderKind; times: number[]} {
  if (status === 'offered' || status === 'viewed') {
    const times = acceptBy ? policy.acceptReminderHours.map(hours => Date.parse(acceptBy) - hours * hourMs) : [];
    // A reminder that would come together with the offer itself says nothing new.
    return {kind: 'accept_reminder', times: times.filter(time => time > Date.parse(offeredAt))};
  }
  const quietSinceMs = Math.max(...[acceptedAt, lastActivityAt].map(instant => (instant ? Date.parse(instant) : -Infinity)));
  return {kind: 'idle_reminder', times: quietSinceMs === -Infinity ? [] : policy.idleReminderDays.map(days => quietSinceMs + days * dayMs)};
}

function toIso(instantMs: number): string {
  return new Date(Math.round(instantMs)).toISOString();
}
