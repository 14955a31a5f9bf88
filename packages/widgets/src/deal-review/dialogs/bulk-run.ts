import type {DealRegistration} from '@portico/contract';
import type {DealReviewActs, Refusal} from '../deal-review.acts.ts';
import type {ReviewAct} from '../deal-review.calls.ts';
import type {ReviewInput} from '../deal-review.input.ts';

/** One registration that was left as it was, and why. */
export interface BulkFailure {
  readonly deal: DealRegistration;
  readonly code: string;
  readonly sentence: string;
}

/** Answers may have been lost on the way: sent again with the same key, the act happens once. */
const unanswered = new Set(['network_error', 'timeout']);

/**
 * Does the same to many registrations, one after the other, each with an idempotency key of its own. What failed can be tried again: where the answer was lost with
 * the same key and version, else as the registration is now.
 */
export class BulkRun {
  readonly #acts: DealReviewActs;
  readonly #action: ReviewAct;
  readonly #input: ReviewInput;
  /** Makes the keys of this run unlike those of any other. */
  readonly #startedAt: number;
  readonly #tries = new Map<string, number>();
  #isStopped = false;
  failures: readonly BulkFailure[] = [];
  readonly done: string[] = [];

  /** @param startedAt - Milliseconds since 1970. */
  constructor(acts: DealReviewActs, action: ReviewAct, input: ReviewInput, startedAt: number) {
    this.#acts = acts;
    this.#action = action;
    this.#input = input;
    this.#startedAt = startedAt;
  }

  /** Sends no more after the one that is under way. */
  stop() {
    this.#isStopped = true;
  }

  /**
   * @param step - Called after each with how many are through.
   * @param notSent - Says of those after a stop why they were left.
   */
  async run(deals: readonly DealRegistration[], step: (through: number) => void, notSent: string): Promise<void> {
    this.#isStopped = false;
    const failures: BulkFailure[] = [];
    for (const [at, deal] of deals.entries()) {
      if (this.#isStopped) {
        failures.push({deal, code: 'stopped', sentence: notSent});
        continue;
      }
      const refusal = await this.#one(deal);
      if (refusal) failures.push({deal, code: refusal.code, sentence: refusal.sentence});
      else this.done.push(deal.id);
      step(at + 1);
    }
    this.failures = failures;
  }

  /** Tries what failed again. */
  retry(latest: (id: string) => DealRegistration | undefined, step: (through: number) => void, notSent: string): Promise<void> {
    const deals = this.failures.map(({deal, code}) => {
      if (unanswered.has(code)) return deal;
      this.#tries.set(deal.id, (this.#tries.get(deal.id) ?? 0) + 1);
      return latest(deal.id) ?? deal;
    });
    return this.run(deals, step, notSent);
  }

  async #one(deal: DealRegistration): Promise<Refusal | undefined> {
    const key = `review-${this.#startedAt}-${this.#action}-${deal.id}-${this.#tries.get(deal.id) ?? 0}`;
    const outcome = await this.#acts.run(this.#action, deal, this.#input, key);
    return 'sentence' in outcome ? outcome : undefined;
  }
}
