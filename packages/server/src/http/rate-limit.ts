import type {Context} from '../context.ts';
import {problem} from '../problem.ts';

/** How much one partition may ask. */
export interface Quota {
  readonly requests: number;
  readonly windowS: number;
}

/** Quotas by what is counted: addresses that show no valid credentials, embed sessions, secret keys, tenants; of addresses without a session what they ask for in public, and what they send. */
export type Quotas = Readonly<Record<'ip' | 'session' | 'key' | 'tenant' | 'visitor' | 'enquiry', Quota>>;

/** What one request is counted against. */
export interface Partition {
  readonly policy: keyof Quotas;
  /** Id of the session, key or tenant, or the address. */
  readonly id: string;
}

interface Window {
  count: number;
  readonly endsAt: number;
}

const maxWindows = 100_000;

/** Counts requests in fixed windows, in the memory of this process. */
export class RateLimiter {
  readonly #quotas: Quotas;
  readonly #context: Context;
  readonly #windows = new Map<string, Window>();

  constructor(quotas: Quotas, context: Context) {
    this.#quotas = quotas;
    this.#context = context;
  }

  /**
   * Counts one request against each partition.
   *
   * @returns The `RateLimit-Policy` and `RateLimit` headers for its answer.
   * @throws ProblemError `rate_limited` when one of them is used up.
   */
  count(partitions: readonly Partition[]): Record<string, string> {
    const now = this.#context.now();
    const states = partitions.map(partition => {
      const window = this.#windowOf(partition, now);
      window.count++;
      const quota = this.#quotas[partition.policy];
      return {policy: partition.policy, quota, left: Math.max(0, quota.requests - window.count), over: window.count > quota.requests, resetS: Math.ceil((window.endsAt - now) / 1000)};
    });
    const over = states.filter(state => state.over);
    if (over.length > 0) {
      const waitS = Math.max(...over.map(({resetS}) => resetS));
      throw problem('rate_limited', {violatedPolicies: over.map(({policy}) => policy), retryAfterS: this.#spread(waitS)});
    }
    return {
      'RateLimit-Policy': states.map(({policy, quota}) => `"${policy}";q=${quota.requests};w=${quota.windowS}`).join(', '),
      RateLimit: states.map(({policy, left, resetS}) => `"${policy}";r=${left};t=${resetS}`).join(', '),
    };
  }

  #windowOf({policy, id}: Partition, now: number): Window {
    const key = `${policy}:${id}`;
    const open = this.#windows.get(key);
    if (open && now < open.endsAt) return open;
    if (this.#windows.size >= maxWindows) this.#sweep(now);
    const window = {count: 0, endsAt: now + this.#quotas[policy].windowS * 1000};
    this.#windows.set(key, window);
    return window;
  }

  #sweep(now: number): void {
    for (const [key, {endsAt}] of this.#windows) if (endsAt <= now) this.#windows.delete(key);
    if (this.#windows.size >= maxWindows) this.#windows.clear();
  }

  /** Up to a fifth longer, so that those who were refused together do not come back together. */
  #spread(seconds: number): number {
    const share = (this.#context.randomBytes(1)[0] ?? 0) / 255;
    return Math.min(120, Math.max(1, Math.ceil(seconds * (1 + share / 5))));
  }
}
