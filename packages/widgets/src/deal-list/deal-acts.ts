import type {Outbox, RouteName} from '@portico/client';
import type {DealRegistration} from '@portico/contract';
import {DealActionDoneEvent, DealActionEvent} from '../base/deal.events.ts';
import {act} from '../base/mutation.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {type WaitingAct, WaitingActs} from '../base/waiting-acts.ts';
import type * as dealCalls from './deal-calls.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';

/** An act that did not take effect: the sentence stays with the row until the next act on it. */
export interface DealActFailure {
  readonly deal: DealRegistration;
  readonly act: DealAct;
  readonly input: DealActInput;
  readonly sentence: string;
  readonly error: unknown;
}

/** What became of an act; `stored` is saved on this device, to be sent when there is a connection. */
export type DealActOutcome = 'done' | 'stored' | 'failed';

/** What the acts need of the list around them. */
export interface DealActsOptions {
  /** Shows a change of a row; returns what ends it, with the answer or without. */
  readonly begin: (id: string, change: (deal: DealRegistration) => DealRegistration) => (answer?: DealRegistration) => void;
  /** The latest known state of a registration. */
  readonly find: (id: string) => DealRegistration | undefined;
  /** Takes an answer of the server; `null` for a registration that is the partner's no more. */
  readonly take: (id: string, deal: DealRegistration | null) => void;
  /** Says in the person's language why something did not take effect. */
  readonly explain: (error: unknown) => string;
}

/** Acts on registrations: asked of the page first, shown at once, sent one after the other, taken back with a reason when they fail. */
export class DealActs {
  readonly #host: WidgetHost;
  readonly #options: DealActsOptions;
  /** What waits on this device for a connection. */
  readonly waiting: WaitingActs<DealAct>;
  readonly #previews = new Map<string, DealRegistration>();
  readonly #failures = new Map<string, DealActFailure>();
  readonly #queues = new Map<string, Promise<unknown>>();
  #calls: typeof dealCalls | undefined;

  constructor(host: WidgetHost, options: DealActsOptions) {
    this.#host = host;
    this.#options = options;
    this.waiting = new WaitingActs<DealAct>(host, {actOf, log: 'dealActivities', sent: (name, answer) => void this.#takeSent(name, answer)});
  }

  /** Brings what acts are made of, which the first view does not need. */
  async load(): Promise<typeof dealCalls> {
    return (this.#calls = await import('./deal-calls.ts'));
  }

  /** The registration as an act under way will leave it. */
  previewOf(id: string): DealRegistration | undefined {
    return this.#previews.get(id);
  }

  /** The act on this registration that waits on the device for a connection. */
  storedOn(id: string): DealAct | undefined {
    const waiting = this.#waitingOn(id);
    return waiting?.entry.parked ? undefined : waiting?.act;
  }

  /** Why the last act on this registration did not take effect: at once, or when it was sent from the device. */
  failureOf(id: string): DealActFailure | undefined {
    const failure = this.#failures.get(id);
    const waiting = failure ? undefined : this.#waitingOn(id);
    const deal = this.#options.find(id);
    if (!waiting?.entry.parked || !deal) return failure;
    const error = {problem: waiting.entry.parked};
    const {id: changeId} = waiting.entry.input as {id?: string};
    return {deal, act: waiting.act, input: {change: deal.openChanges.find(change => change.id === changeId)}, sentence: this.#options.explain(error), error};
  }

  /** Takes note that the person has read of the failure; takes back what still waits to be sent. */
  forgive(id: string) {
    const waiting = this.#waitingOn(id);
    if (waiting) this.waiting.discard(waiting.entry);
    if (this.#failures.delete(id)) this.#host.requestUpdate();
  }

  /**
   * Acts on a registration. What fails is kept as its failure; the promise does not reject.
   *
   * @returns What became of it; `undefined` when the page forbade it.
   */
  run(name: DealAct, deal: DealRegistration, input: DealActInput = {}): Promise<DealActOutcome> | undefined {
    if (!this.#host.dispatchEvent(new DealActionEvent({action: name, deals: [deal], input: {...input}, change: input.change}))) return undefined;
    const begin = (calls: typeof dealCalls) => {
      this.forgive(deal.id);
      const {outbox} = this.waiting;
      return outbox ? this.#store(calls, outbox, name, deal, input) : this.#run(calls, name, deal, input);
    };
    return this.#calls ? begin(this.#calls) : this.load().then(begin, (error: unknown) => this.#fail(name, deal, input, error));
  }

  /**
   * Sends something about a registration after what is under way for it, so that each finds the version the one before left.
   *
   * @param id - The registration's.
   */
  inTurn<Answer>(id: string, send: () => Promise<Answer>): Promise<Answer> {
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(send);
    const settled = turn.catch(() => undefined).then(() => {
      if (this.#queues.get(id) === settled) this.#queues.delete(id);
    });
    this.#queues.set(id, settled);
    return turn;
  }

  async #run({previewAct, callAct, dealAfter, sendNow}: typeof dealCalls, name: DealAct, deal: DealRegistration, input: DealActInput): Promise<DealActOutcome> {
    const {portal} = this.#host;
    if (!portal) return 'failed';
    const {begin, explain} = this.#options;
    const {id} = deal;
    const at = new Date(portal.now()).toISOString();
    const answer = await act<{deal: DealRegistration | null}>(this.#host, {
      show: () => {
        const change = (item: DealRegistration) => previewAct(item, name, input, at);
        this.#previews.set(id, change(this.#latest(deal)));
        const end = begin(id, change);
        return done => {
          this.#previews.delete(id);
          end(done?.deal ?? undefined);
        };
      },
      send: () =>
        this.inTurn(id, async () => {
          const latest = this.#latest(deal);
          return {deal: (await dealAfter(portal.client, await callAct(sendNow(portal.client), name, latest, input), latest)) ?? null};
        }),
      explain,
      tell: (sentence, error) => {
        this.#failures.set(id, {deal, act: name, input, sentence, error});
      },
    });
    this.#host.requestUpdate();
    if (!answer) return 'failed';
    this.#takeDone(name, id, answer.deal, deal);
    return 'done';
  }

  /** Keeps an act on this device: it is saved, not done. */
  async #store({callAct}: typeof dealCalls, outbox: Outbox, name: DealAct, deal: DealRegistration, input: DealActInput): Promise<DealActOutcome> {
    try {
      await callAct((resource, verb, body) => outbox.add(resource, verb, body), name, this.#latest(deal), input);
      return 'stored';
    } catch (error) {
      return this.#fail(name, deal, input, error);
    }
  }

  #fail(name: DealAct, deal: DealRegistration, input: DealActInput, error: unknown): DealActOutcome {
    this.#failures.set(deal.id, {deal, act: name, input, sentence: this.#options.explain(error), error});
    this.#host.requestUpdate();
    return 'failed';
  }

  /** What waited has taken effect. */
  async #takeSent(name: DealAct | undefined, answer: unknown): Promise<void> {
    const {portal} = this.#host;
    if (!name || !portal) return;
    const {id, dealRegistrationId = id} = answer as {id: string; dealRegistrationId?: string};
    const {dealAfter} = this.#calls ?? (await this.load());
    const known = this.#options.find(dealRegistrationId);
    const deal = await dealAfter(portal.client, answer, known);
    if (deal !== undefined) this.#takeDone(name, dealRegistrationId, deal, known);
  }

  #takeDone(name: DealAct, id: string, deal: DealRegistration | null, known: DealRegistration | undefined) {
    this.#options.take(id, deal);
    const about = deal ?? known;
    if (about) this.#host.dispatchEvent(new DealActionDoneEvent(name, about));
  }

  /** What waits for a registration, or for a request about it. */
  #waitingOn(id: string): WaitingAct<DealAct> | undefined {
    return this.waiting.actOn(id, ...(this.#options.find(id)?.openChanges.map(change => change.id) ?? []));
  }

  #latest(deal: DealRegistration): DealRegistration {
    const known = this.#options.find(deal.id);
    return known && known.version > deal.version ? known : deal;
  }
}

/** Acts whose calls are named otherwise. */
const changeActs: Readonly<Record<string, DealAct>> = {extend: 'request_extension', amend: 'request_amendment', approve: 'agree', reject: 'refuse', withdraw: 'take_back'};
const dealActs: readonly string[] = ['set_stage', 'withdraw', 'lose', 'win', 'recall', 'revise', 'reassign'];

/** The act behind a call, if it is one of these. */
function actOf({resource, verb}: RouteName): DealAct | undefined {
  if (resource === 'dealChanges') return changeActs[verb];
  const act = verb === 'setStage' ? 'set_stage' : verb;
  return resource === 'dealRegistrations' && dealActs.includes(act) ? (act as DealAct) : undefined;
}
