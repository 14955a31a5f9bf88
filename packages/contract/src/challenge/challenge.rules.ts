import type {Goal} from '../goal.ts';
import {periodAt} from '../period.ts';
import type {ChallengeFields, ChallengePhase, ChallengeSpan} from './challenge.schema.ts';
import type {ChallengeStatus} from './challenge.transitions.ts';

// When challenges run and what counts for them; servers and mocks run it. No schema library here. Instants are ISO text in UTC with milliseconds, unless said.

const dayMs = 86_400_000;
/** So that periods can be looked at one by one. */
const longestDays = 1100;

type Timing = Pick<ChallengeFields, 'window' | 'period' | 'timeZone'>;

/** Something wrong with a field. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** What is wrong between the fields of a challenge, each of which is right by itself. */
export function faultsOf({type, goal, proofs, window, period, points, badgeId}: Pick<ChallengeFields, 'type' | 'goal' | 'proofs' | 'window' | 'period' | 'points' | 'badgeId'>): FieldFault[] {
  const faults: FieldFault[] = [];
  const isPerformance = type === 'performance';
  if (isPerformance !== (goal !== null)) faults.push({pointer: '/goal', code: isPerformance ? 'required' : 'not_allowed', message: isPerformance ? 'Say what has to be reached.' : 'Only a performance challenge has a goal.'});
  if (isPerformance === proofs.length > 0) faults.push({pointer: '/proofs', code: isPerformance ? 'not_allowed' : 'required', message: isPerformance ? 'Only a submission challenge asks for proofs.' : 'Say what has to be sent.'});
  if (new Set(proofs).size < proofs.length) faults.push({pointer: '/proofs', code: 'duplicate', message: 'Name each kind of proof once.'});
  if (window.kind === 'absolute' && Date.parse(window.startsAt) >= Date.parse(window.endsAt)) faults.push({pointer: '/window/endsAt', code: 'not_after_start', message: 'Must be after the start.'});
  if (window.kind === 'absolute' && period !== 'once' && Date.parse(window.endsAt) - Date.parse(window.startsAt) > longestDays * dayMs) faults.push({pointer: '/window/endsAt', code: 'too_long', message: 'With periods a challenge runs for three years at most.'});
  if (window.kind === 'relative' && period !== 'once') faults.push({pointer: '/period', code: 'not_allowed', message: 'A window that begins when a partner joins has one period.'});
  if (points === 0 && badgeId === null) faults.push({pointer: '/points', code: 'required', message: 'Give points, a badge, or both.'});
  return faults;
}

/** When the clock ends a challenge; `null`: it does not. */
export function endOf(window: ChallengeFields['window']): string | null {
  if (window.kind === 'absolute') return toText(Date.parse(window.endsAt));
  return window.joinBy === null ? null : toText(Date.parse(window.joinBy) + window.days * dayMs);
}

/** Where a challenge is in its life, as partners see it. */
export function phaseOf(status: ChallengeStatus, window: ChallengeFields['window'], now: number): ChallengePhase | null {
  if (status === 'draft') return null;
  if (status !== 'published') return 'over';
  const end = endOf(window);
  if (end !== null && now >= Date.parse(end)) return 'over';
  return window.kind === 'absolute' && now < Date.parse(window.startsAt) ? 'upcoming' : 'running';
}

/**
 * The span of a challenge that an instant is in; before the first one and after the last one: that one.
 *
 * @param joinedAt - When the partner joined a challenge with a relative window.
 * @returns `null` when it has not.
 */
export function spanAt({window, period, timeZone}: Timing, at: string, joinedAt: string | null): ChallengeSpan | null {
  if (window.kind === 'relative') return joinedAt === null ? null : {key: 'once', from: joinedAt, until: toText(Date.parse(joinedAt) + window.days * dayMs)};
  const [start, end] = [Date.parse(window.startsAt), Date.parse(window.endsAt)];
  if (period === 'once') return {key: 'once', from: toText(start), until: toText(end)};
  const {key, from, until} = periodAt(toText(Math.min(Math.max(Date.parse(at), start), end - 1)), period, timeZone);
  return {key, from: toText(Math.max(start, Date.parse(from ?? window.startsAt))), until: toText(Math.min(end, Date.parse(until ?? window.endsAt)))};
}

/** Whether a partner can join now, or begin a proof: it is running, and not too late to join. */
export function isOpen(status: ChallengeStatus, window: ChallengeFields['window'], now: number): boolean {
  return phaseOf(status, window, now) === 'running' && (window.kind === 'absolute' || window.joinBy === null || now < Date.parse(window.joinBy));
}

/** What an event adds to a goal; points are counted from the ledger. */
export function countsToward(goal: Goal, event: string, amount: {readonly amountMinor: number; readonly currency: string} | null): number {
  if (goal.metric === 'events') return event === goal.event ? 1 : 0;
  return goal.metric === 'revenue' && event === 'deal_won' && amount?.currency === goal.currency ? amount.amountMinor : 0;
}

/** The events that can add to a goal; `null`: any that a rule gives points for. */
export function eventOf(goal: Goal): string | null {
  return goal.metric === 'points' ? null : goal.metric === 'revenue' ? 'deal_won' : goal.event;
}

/** What is missing to a target. */
export function remainingTo(target: number, value: number): number {
  return Math.max(0, target - value);
}

function toText(ms: number): string {
  return new Date(ms).toISOString();
}
