import type {LeadOffer} from '@portico/contract';
import {LaterRuns} from '../base/later-runs.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {withoutCode} from '../base/without-code.ts';
import type {ActFailure, ActOutcome, ActsOptions} from './act-outcome.model.ts';
import {LeadOfferActionEvent} from './lead-inbox.events.ts';
import type {LeadInboxAct} from './lead-inbox.model.ts';
import type {OfferRuns} from './offer-runs.ts';
import type {ActInput} from './offer-calls.ts';

export type {ActFailure, ActOutcome} from './act-outcome.model.ts';

/**
 * Acts on offers: asked of the page first, shown at once, sent one after the other for each offer, taken back with a reason when they fail. What carries them out
 * comes after the list, or with the first act.
 */
export class LeadOfferActs {
  readonly #host: WidgetHost;
  readonly #options: ActsOptions;
  readonly #failures = new Map<string, ActFailure>();
  readonly #runs: LaterRuns<OfferRuns>;

  constructor(host: WidgetHost, options: ActsOptions) {
    this.#host = host;
    this.#options = options;
    this.#runs = new LaterRuns(host, async () => {
      const work = await import('./offer-work.ts');
      return new work.OfferRuns(host, options, this.#failures);
    });
  }

  /** Brings what carries acts out; without a connection the next act tries again. */
  prepare(): Promise<OfferRuns> {
    return this.#runs.load();
  }

  /** How far an act on many has come, while it runs. */
  get progress(): {done: number; all: number} | undefined {
    return this.#runs.current?.progress;
  }

  /** The offer as an act under way will leave it. */
  previewOf(id: string): LeadOffer | undefined {
    return this.#runs.current?.previewOf(id);
  }

  /** The act on this offer that waits on the device for a connection. */
  storedOn(id: string): LeadInboxAct | undefined {
    return this.#runs.current?.storedOn(id);
  }

  /** Why the last act on this offer did not take effect: at once, or when it was sent from the device. */
  failureOf(id: string): ActFailure | undefined {
    return this.#failures.get(id) ?? this.#runs.current?.parkedOn(id);
  }

  /** Takes note that the person has read of the failure; takes back what still waits to be sent. */
  forgive(id: string) {
    this.#runs.current?.discard(id);
    if (this.#failures.delete(id)) this.#host.requestUpdate();
  }

  /**
   * Acts on offers. What fails is in the outcome; the promise does not reject.
   *
   * @returns `undefined` when the page forbade it.
   */
  run(name: LeadInboxAct, offers: readonly LeadOffer[], input: ActInput = {}): Promise<ActOutcome> | undefined {
    if (offers.length === 0 || !this.#host.dispatchEvent(new LeadOfferActionEvent({action: name, offers, input: {...input}}))) return undefined;
    return this.#runs.current?.run(name, offers, input) ?? this.#runLater(name, offers, input);
  }

  async #runLater(act: LeadInboxAct, offers: readonly LeadOffer[], input: ActInput): Promise<ActOutcome> {
    try {
      return await (await this.prepare()).run(act, offers, input);
    } catch {
      const error = withoutCode;
      const failed = offers.map(offer => ({offer, act, input, sentence: this.#options.explain(error), error}));
      for (const failure of failed) this.#failures.set(failure.offer.id, failure);
      this.#host.requestUpdate();
      return {act, done: [], stored: [], failed};
    }
  }
}
