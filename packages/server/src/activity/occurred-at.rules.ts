import {problem} from '../problem.ts';

// Clocks of browsers are a little off.
const leewayMs = 5 * 60_000;

/**
 * Refuses what is said to have taken place in the future.
 *
 * @throws ProblemError `input_invalid`.
 */
export function expectPast(occurredAt: string | undefined, nowMs: number): void {
  if (occurredAt === undefined || Date.parse(occurredAt) <= nowMs + leewayMs) return;
  throw problem('input_invalid', {errors: [{pointer: '/occurredAt', code: 'in_future', message: 'Must not be in the future.'}]});
}
