import type {Outbox} from '@portico/client';
import type {LeadOffer} from '@portico/contract';
import {act} from '../base/mutation.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import {WaitingActs} from '../base/waiting-acts.ts';
import {LeadOfferActionDoneEvent, LeadOfferActionEvent} from './lead-inbox.events.ts';
import {type LeadInboxAct, previewAct} from './lead-inbox.model.ts';
import {type ActInput, actOf, sendAct, toOutbox} from './offer-calls.ts';

/** An act that did not take effect: the sentence stays with the row until the next act on it. */
export interface ActFailure {
  readonly offer: LeadOffer;
  readonly act: LeadInboxAct;
  readonly input: ActInput;
  readonly sentence: string;
  readonly error: unknown;
}

/** What became of an act on one or many offers. */
export interface ActOutcome {
  readonly act: LeadInboxAct;
  /** As the server answered them. */
  readonly done: readonly LeadOffer[];
  /** Saved on this device, to be sent when there is a connection. */
  readonly stored: readonly LeadOffer[];
  readonly failed: readonly ActFailure[];
}

/** What the acts need of the inbox around them. */
export interface ActsOptions {
  /** Shows a change of a row; returns what ends it, with the answer or without. */
  readonly begin: (id: string, change: (offer: LeadOffer) => LeadOffer) => (answer?: LeadOffer) => void;
  /** The latest known state of an offer. */
  readonly find: (id: string) => LeadOffer | undefined;
  /** Takes an answer of the server. */
  readonly take: (offer: LeadOffer) => void;
  /** Says in the person's language why something did not take effect. */
  readonly explain: (error: unknown) => string;
}

/** Requests of one bulk act that are under way at once. */
const atOnce = 4;

/** Acts on offers: asked of the page first, shown at once, sent one after the other for each offer, taken back with a reason when they fail. */
export class LeadOfferActs {
  readonly #host: PortalWidget;
  readonly #options: ActsOptions;
  /** What waits on this device for a connection. */
  readonly waiting: WaitingActs<LeadInboxAct>;
  readonly #previews = new Map<string, LeadOffer>();
  readonly #failures = new Map<string, ActFailure>();
  readonly #queues = new Map<string, Promise<unknown>>();
  #progress: {done: number; all: number} | undefined;

  constructor(host: PortalWidget, options: ActsOptions) {
    this.#host = host;
    this.#options = options;
    this.waiting = new WaitingActs<LeadInboxAct>(host, {
      actOf,
      log: 'activities',
      sent: (name, answer) => {
        if (name) this.#takeDone(name, answer as LeadOffer);
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

  /** Why the last act on this offer did not take effect: at once, or when it was sent from the device. */
  failureOf(id: string): ActFailure | undefined {
    const failure = this.#failures.get(id);
    const waiting = failure ? undefined : this.waiting.actOn(id);
    const offer = this.#options.find(id);
    if (!waiting?.entry.parked || !offer) return failure;
    const error = {problem: waiting.entry.parked};
    return {offer, act: waiting.act, input: {}, sentence: this.#options.explain(error), error};
  }

  /** Takes note that the person has read of the failure; takes back what still waits to be sent. */
  forgive(id: string) {
    const waiting = this.waiting.actOn(id);
    if (waiting) this.waiting.discard(waiting.entry);
    if (this.#failures.delete(id)) this.#host.requestUpdate();
  }

  /**
   * Acts on offers. What fails is in the outcome; the promise does not reject.
   *
   * @returns `undefined` when the page forbade it.
   */
  run(name: LeadInboxAct, offers: readonly LeadOffer[], input: ActInput = {}): Promise<ActOutcome> | undefined {
    if (offers.length === 0 || !this.#host.dispatchEvent(new LeadOfferActionEvent({action: name, offers, input: {...input}}))) return undefined;
    return this.#run(name, offers, input);
  }

  async #run(name: LeadInboxAct, offers: readonly LeadOffer[], input: ActInput): Promise<ActOutcome> {
    const done: LeadOffer[] = [];
    const stored: LeadOffer[] = [];
    const failed: ActFailure[] = [];
    const waiting = offers.values();
    if (offers.length > 1) this.#progress = {done: 0, all: offers.length};
    const work = async () => {
      for (const offer of waiting) {
        const {outbox} = this.waiting;
        const answer = outbox ? undefined : await this.#one(name, offer, input);
        if (answer) done.push(answer);
        else if (outbox && (await this.#store(outbox, name, offer, input))) stored.push(offer);
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
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(send);
    const settled = turn.catch(() => undefined).then(() => {
      if (this.#queues.get(id) === settled) this.#queues.delete(id);
    });
    this.#queues.set(id, settled);
    return turn;
  }

  async #one(name: LeadInboxAct, offer: LeadOffer, input: ActInput): Promise<LeadOffer | undefined> {
    const client = this.#host.portal?.client;
    if (!client) return undefined;
    const {begin, explain} = this.#options;
    const {id} = offer;
    this.#failures.delete(id);
    const answer = await act<LeadOffer>(this.#host, {
      show: () => {
        const at = new Date(this.#host.portal?.now() ?? 0).toISOString();
        const change = (item: LeadOffer) => previewAct(item, name, {assignee: input.assignee ?? null, reason: input.reason, at});
        this.#previews.set(id, change(this.#latest(offer)));
        const end = begin(id, change);
        return done => {
          this.#previews.delete(id);
          end(done);
        };
      },
      send: () => this.inTurn(id, () => sendAct(client.leadOffers, name, this.#latest(offer), input)),
      explain,
      tell: (sentence, error) => {
        this.#failures.set(id, {offer, act: name, input, sentence, error});
      },
    });
    if (answer) this.#takeDone(name, answer);
    return answer;
  }

  /** Keeps an act on this device: it is saved, not done. */
  async #store(outbox: Outbox, name: LeadInboxAct, offer: LeadOffer, input: ActInput): Promise<boolean> {
    this.forgive(offer.id);
    try {
      await sendAct(toOutbox(outbox), name, this.#latest(offer), input);
      return true;
    } catch (error) {
      this.#failures.set(offer.id, {offer, act: name, input, sentence: this.#options.explain(error), error});
      return false;
    }
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
