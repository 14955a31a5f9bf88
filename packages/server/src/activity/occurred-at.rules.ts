// Clocks of browsers are a little off.
const leewayMs = 5 * 60_000;

/**
 * Whether something is said to have taken place in the future.
 *
 * @param occurredAt - ISO text; now when left out.
 */
export function isInFuture(occurredAt: string | undefined, nowMs: number): boolean {
  return occurredAt !== undefined && Date.parse(occurredAt) > nowMs + leewayMs;
}

/** What is wrong with it. */
export const inFuture = {pointer: '/occurredAt', code: 'in_future', message: 'Must not be in the future.'} as const;
