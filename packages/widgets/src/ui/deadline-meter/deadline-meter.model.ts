/** How pressing a deadline is: `soon` in the last quarter of its time, `urgent` in the last tenth or two hours, `over` after it. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'over';

/** A deadline seen from now. */
export interface DeadlineState {
  /** Part of the time that is used up, from 0 to 1. */
  readonly used: number;
  readonly urgency: Urgency;
  /** Milliseconds left; negative when it is over. */
  readonly leftMs: number;
}

const twoHours = 7_200_000;

/**
 * Says how much of the time to a deadline is used up and how pressing it is.
 *
 * @param startAt - When the time began, in milliseconds since 1970.
 * @param dueAt - The deadline, in milliseconds since 1970.
 * @param now - In milliseconds since 1970, from an injected clock.
 */
export function toDeadlineState(startAt: number, dueAt: number, now: number): DeadlineState {
  const leftMs = dueAt - now;
  const whole = Math.max(1, dueAt - startAt);
  const used = Math.min(1, Math.max(0, (now - startAt) / whole));
  const urgency =
    leftMs <= 0 ? 'over' : used >= 0.9 || leftMs < twoHours ? 'urgent' : used >= 0.75 ? 'soon' : 'calm';
  return {used, urgency, leftMs};
}
