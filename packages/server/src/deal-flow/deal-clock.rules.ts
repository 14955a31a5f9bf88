import type {BusinessCalendar, DealPolicy, DealStatus} from '@portico/contract';
import {addBusinessHours} from '../lead-offer/business-time.rules.ts';

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** What the clocks of a registration hang on; instants are ISO text, as read from the database. */
export interface DealClocks {
  readonly status: DealStatus;
  readonly submitted_at: string | null;
  readonly review_due_at: string | null;
  /** When somebody is reminded of the first open step of the approval, or it is escalated. */
  readonly step_due_at: string | null;
  readonly info_due_at: string | null;
  readonly protected_from: string | null;
  readonly protected_until: string | null;
  readonly progress_due_at: string | null;
  readonly remind_at: string | null;
}

/** What the clock says without ending anything. */
export type DealNotice = 'sla_breached' | 'info_reminder' | 'expiry_reminder' | 'progress_reminder';

/** What is due for a registration. `no_progress` is an `expire` for lack of progress. */
export type DealDueStep = DealNotice | 'steps' | 'lapse' | 'expire' | 'no_progress';

/**
 * The earliest thing that happens to a registration by itself, or `null`.
 *
 * @param row - With its `remind_at` as `nextNoticeAt` plans it.
 */
export function nextDueAt(row: DealClocks): string | null {
  return earliest([deadlineOf(row)?.at, row.remind_at, isReviewed(row.status) ? row.step_due_at : null]);
}

/**
 * When the clock tells something next: that the time to answer is over, or that an end comes near.
 *
 * @param after - ISO text; what was to be told up to this instant is over.
 */
export function nextNoticeAt(row: DealClocks, policy: DealPolicy, after: string): string | null {
  return earliest(noticesOf(row, policy).filter(at => at > after));
}

/** What the clock must do with a registration now; `null` when nothing is due. An end that has passed goes before everything else. */
export function dueStepOf(row: DealClocks, now: string): DealDueStep | null {
  const deadline = deadlineOf(row);
  if (deadline && deadline.at <= now) return deadline.step;
  if (isReviewed(row.status) && row.step_due_at !== null && row.step_due_at <= now) return 'steps';
  if (row.remind_at === null || row.remind_at > now) return null;
  if (isReviewed(row.status)) return 'sla_breached';
  if (row.status === 'action_required') return 'info_reminder';
  return deadline?.step === 'no_progress' ? 'progress_reminder' : 'expiry_reminder';
}

/** Whether the clock is about to end a registration: then nobody else may act on it as if it were going on. */
export function isOver(row: DealClocks, now: string): boolean {
  const deadline = deadlineOf(row);
  return deadline !== undefined && deadline.at <= now;
}

/** The end that comes by itself in the present status. */
export function deadlineOf({status, info_due_at, protected_until, progress_due_at}: DealClocks): {readonly step: 'lapse' | 'expire' | 'no_progress'; readonly at: string} | undefined {
  if (status === 'action_required') return info_due_at === null ? undefined : {step: 'lapse', at: info_due_at};
  if (!isProtected(status)) return undefined;
  if (progress_due_at !== null && (protected_until === null || progress_due_at < protected_until)) return {step: 'no_progress', at: progress_due_at};
  return protected_until === null ? undefined : {step: 'expire', at: protected_until};
}

/** By when the vendor answers a submission. */
export function reviewDueAtOf(policy: DealPolicy, from: string, clock: ReviewClock): string {
  return afterHours(from, policy.reviewSlaHours, clock);
}

/** Time zone and calendar in which the vendor's time to answer runs. */
export interface ReviewClock {
  readonly calendar: BusinessCalendar | null;
  readonly timeZone: string;
}

/** What is left of the vendor's time, in milliseconds of it, when the clock is stopped. */
export function reviewLeftMs(dueAt: string, now: string, {calendar, timeZone}: ReviewClock): number {
  const [fromMs, dueMs] = [Date.parse(now), Date.parse(dueAt)];
  if (dueMs <= fromMs) return 0;
  if (!calendar) return dueMs - fromMs;
  // Adding hours is the one direction that the calendar knows; it rises with the hours, so halving finds them to the second.
  let [low, high] = [0, (dueMs - fromMs) / hourMs];
  while (high - low > 1 / 3600) {
    const middle = (low + high) / 2;
    if (addBusinessHours(fromMs, middle, calendar, timeZone) >= dueMs) high = middle;
    else low = middle;
  }
  return Math.round(high * hourMs);
}

/** By when the vendor answers after the clock goes on. */
export function resumedReviewDueAt(leftMs: number, now: string, clock: ReviewClock): string {
  return leftMs <= 0 ? now : afterHours(now, leftMs / hourMs, clock);
}

/** Until when progress must be shown, or `null` where the programme does not ask for it. */
export function progressDueAtOf({progressWindowDays}: DealPolicy, from: string): string | null {
  return progressWindowDays === null ? null : afterDays(from, progressWindowDays);
}

/** ISO text of an instant some days later. */
export function afterDays(from: string, days: number): string {
  return new Date(Date.parse(from) + days * dayMs).toISOString();
}

/** ISO text of an instant some hours later, business hours where there is a calendar. */
export function afterHours(from: string, hours: number, {calendar, timeZone}: ReviewClock): string {
  const fromMs = Date.parse(from);
  return new Date(Math.round(calendar ? addBusinessHours(fromMs, hours, calendar, timeZone) : fromMs + hours * hourMs)).toISOString();
}

function noticesOf(row: DealClocks, {expiryReminderDays}: DealPolicy): string[] {
  if (isReviewed(row.status)) return row.review_due_at === null ? [] : [row.review_due_at];
  const deadline = deadlineOf(row);
  if (!deadline) return [];
  const times = expiryReminderDays.map(days => afterDays(deadline.at, -days));
  // A reminder that would come together with the protection itself says nothing new.
  return times.filter(at => row.protected_from === null || at > row.protected_from);
}

export function isReviewed(status: DealStatus): boolean {
  return status === 'submitted' || status === 'under_review' || status === 'pending_approval';
}

export function isProtected(status: DealStatus): boolean {
  return status === 'approved' || status === 'converted';
}

function earliest(instants: readonly (string | null | undefined)[]): string | null {
  return instants.filter(at => at !== null && at !== undefined).toSorted()[0] ?? null;
}
