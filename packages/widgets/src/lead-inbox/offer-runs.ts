import type {LeadOffer} from '@portico/contract';
import {act} from '../base/mutation.ts';
import {kept, sendOrKeep} from '../base/send-or-keep.ts';
import {Turns} from '../base/turns.ts';
import {WaitingActs} from '../base/waiting-acts.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type {ActFailure, ActOutcome, ActsOptions} from './act-outcome.model.ts';
import {LeadOfferActionDoneEvent} from './lead-inbox.events.ts';
import type {LeadInboxAct} from './lead-inbox.model.ts';
import {previewAct} from './offer-changes.model.ts';
import {type ActInput, actOf, callAct} from './offer-calls.ts';

/** Requests of one bulk act that are under way at once. */
const atOnce = 4;

/** Carries acts on offers out, and keeps what waits on this device. */
export class OfferRuns {
  readonly #host: WidgetHost;
  readonly #options: ActsOptions;
  /** What waits on this device for a connection. */
  readonly waiting: WaitingActs<LeadInboxAct>;
  readonly #previews = new Map<string, LeadOffer>();
  readonly #failures: Map<string, ActFailure>;
  readonly #turns = new Turns();
  #progress: {done: number; all: number} | undefined;

  /** @param failures - Why acts did not take effect, by the offer. */
  constructor(host: WidgetHost, options: ActsOptions, failures: Map<string, ActFailure>) {
    this.#host = host;
    this.#options = options;
    this.#failures = failures;
    this.waiting = new WaitingActs<LeadInboxAct>(host, {
      actOf,
      log: 'activities',
      explain: options.explain,
      sent: (name, answer) => {
        if (!name) return;
        const offer = answer as LeadOffer;
        this.#takeDone(name, offer);
        options.settled?.({act: name, done: [offer], stored: [], failed: []});
      },
      refused: id => {
        const failure = this.parkedOn(id);
        if (failure) options.settled?.({act: failure.act, done: [], stored: [], failed: [failure]});
      },
    });
  }

  /** How far an act on many has come, while it runs. */
  get progress(): {done: number; all: number} | undefined {
    return this.#progress;
  }

  /** The offer as an act under way will leave it. */
  previewOf(id: string): LeadOffer | undefined {
    return this.#previews.get(id);
  }

  /** The act on this offer that waits on the device for a connection. */
  storedOn(id: string): LeadInboxAct | undefined {
    const waiting = this.waiting.actOn(id);
    return waiting?.entry.parked ? undefined : waiting?.act;
  }

  /** Why an act that waited was refused when it was sent. */
  parkedOn(id: string): ActFailure | undefined {
    const waiting = this.waiting.actOn(id);
    const offer = this.#options.find(id);
    if (!waiting?.entry.parked || !offer) return undefined;
    const error = {problem: waiting.entry.parked};
    return {offer, act: waiting.act, input: {}, sentence: this.#options.explain(error), error};
  }

  /** Takes back what still waits to be sent. */
  discard(id: string) {
    const waiting = this.waiting.actOn(id);
    if (waiting) this.waiting.discard(waiting.entry);
  }

  /** Acts on offers, which the page has allowed. What fails is in the outcome; the promise does not reject. */
  async run(name: LeadInboxAct, offers: readonly LeadOffer[], input: ActInput): Promise<ActOutcome> {
    const done: LeadOffer[] = [];
    const stored: LeadOffer[] = [];
    const failed: ActFailure[] = [];
    const waiting = offers.values();
    if (offers.length > 1) this.#progress = {done: 0, all: offers.length};
    const work = async () => {
      for (const offer of waiting) {
        const answer = await this.#one(name, offer, input);
        if (answer === kept) stored.push(offer);
        else if (answer) done.push(answer);
        else failed.push(this.#failures.get(offer.id) ?? {offer, act: name, input, sentence: '', error: undefined});
        if (this.#progress) this.#progress = {...this.#progress, done: done.length + stored.length + failed.length};
        this.#host.requestUpdate();
      }
    };
    await Promise.all(offers.slice(0, atOnce).map(work));
    this.#progress = undefined;
    this.#host.requestUpdate();
    return {act: name, done, stored, failed};
  }

  /**
   * Sends something about an offer after what is under way for it, so that each finds the version the one before left.
   *
   * @param id - The offer's.
   */
  inTurn<Answer>(id: string, send: () => Promise<Answer>): Promise<Answer> {
    return this.#turns.take(id, send);
  }

  /** Acts on one: answers the offer as it is now, or that the act waits on this device, or nothing where it failed. */
  async #one(name: LeadInboxAct, offer: LeadOffer, input: ActInput): Promise<LeadOffer | typeof kept | undefined> {
    const {portal} = this.#host;
    if (!portal) return undefined;
    const {begin, explain} = this.#options;
    const {id} = offer;
    this.discard(id);
    this.#failures.delete(id);
    const answer = await act<LeadOffer | typeof kept>(this.#host, {
      show: () => {
        // What is only saved here is not shown as done.
        if (this.waiting.isKeeping) return () => undefined;
        const at = new Date(this.#host.portal?.now() ?? 0).toISOString();
        const change = (item: LeadOffer) => previewAct(item, name, {assignee: input.assignee ?? null, reason: input.reason, at});
        this.#previews.set(id, change(this.#latest(offer)));
        const end = begin(id, change);
        return done => {
          this.#previews.delete(id);
          end(done === kept ? undefined : done);
        };
      },
      send: () =>
        this.inTurn(id, () => {
          const latest = this.#latest(offer);
          return sendOrKeep(portal, send => callAct(send, name, latest, input));
        }),
      explain,
      tell: (sentence, error) => {
        this.#failures.set(id, {offer, act: name, input, sentence, error});
      },
    });
    if (answer && answer !== kept) this.#takeDone(name, answer);
    return answer;
  }

  #takeDone(name: LeadInboxAct, answer: LeadOffer) {
    this.#options.take(answer);
    this.#host.dispatchEvent(new LeadOfferActionDoneEvent(name, answer));
  }

  #latest(offer: LeadOffer): LeadOffer {
    const known = this.#options.find(offer.id);
    return known && known.version > offer.version ? known : offer;
  }
}
