import type {RouteName} from '@portico/client';
import type {DealChange, DealRegistration} from '@portico/contract';
import {DealActionDoneEvent} from '../base/deal.events.ts';
import {act} from '../base/mutation.ts';
import {kept, sendNow, sendOrKeep} from '../base/send-or-keep.ts';
import {Turns} from '../base/turns.ts';
import {type WaitingAct, WaitingActs} from '../base/waiting-acts.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import {callAct, dealAfter} from './deal-calls.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';
import type {DealActFailure, DealActOutcome, DealActsOptions} from './deal-outcome.model.ts';
import {previewAct} from './deal-preview.ts';

/** Carries acts on registrations out, and keeps what waits on this device. */
export class DealRuns {
  readonly #host: WidgetHost;
  readonly #options: DealActsOptions;
  /** What waits on this device for a connection. */
  readonly waiting: WaitingActs<DealAct>;
  readonly #previews = new Map<string, DealRegistration>();
  readonly #failures: Map<string, DealActFailure>;
  readonly #turns = new Turns();

  /** @param failures - Why acts did not take effect, by the registration. */
  constructor(host: WidgetHost, options: DealActsOptions, failures: Map<string, DealActFailure>) {
    this.#host = host;
    this.#options = options;
    this.#failures = failures;
    this.waiting = new WaitingActs<DealAct>(host, {
      actOf,
      log: 'dealActivities',
      explain: options.explain,
      sent: (name, answer) => void this.#takeSent(name, answer),
      refused: id => {
        const failure = this.parkedOn(id);
        if (failure) options.settled?.(failure.act, failure.deal, 'failed');
      },
    });
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

  /** Why an act that waited was refused when it was sent. */
  parkedOn(id: string): DealActFailure | undefined {
    const waiting = this.#waitingOn(id);
    const deal = this.#options.find(id);
    if (!waiting?.entry.parked || !deal) return undefined;
    const error = {problem: waiting.entry.parked};
    const {id: changeId} = waiting.entry.input as {id?: string};
    return {deal, act: waiting.act, input: {change: deal.openChanges.find(change => change.id === changeId)}, sentence: this.#options.explain(error), error};
  }

  /** Takes back what still waits to be sent. */
  discard(id: string) {
    const waiting = this.#waitingOn(id);
    if (waiting) this.waiting.discard(waiting.entry);
  }

  /** Acts on a registration, which the page has allowed. What fails is kept as its failure; the promise does not reject. */
  async run(name: DealAct, deal: DealRegistration, input: DealActInput): Promise<DealActOutcome> {
    const {portal} = this.#host;
    if (!portal) return 'failed';
    const {begin, explain} = this.#options;
    const {id} = deal;
    const at = new Date(portal.now()).toISOString();
    this.discard(id);
    this.#failures.delete(id);
    const answer = await act<{deal: DealRegistration | null} | typeof kept>(this.#host, {
      show: () => {
        // What is only saved here is not shown as done.
        if (this.waiting.isKeeping) return () => undefined;
        const change = (item: DealRegistration) => previewAct(item, name, input, at);
        this.#previews.set(id, change(this.#latest(deal)));
        const end = begin(id, change);
        return done => {
          this.#previews.delete(id);
          end((done !== kept && done?.deal) || undefined);
        };
      },
      send: () =>
        this.inTurn(id, async () => {
          const latest = this.#latest(deal);
          const sent = await sendOrKeep(portal, send => callAct(send, name, latest, input));
          return sent === kept ? kept : {deal: (await dealAfter(portal.client, sent, latest)) ?? null};
        }),
      explain,
      tell: (sentence, error) => {
        this.#failures.set(id, {deal, act: name, input, sentence, error});
      },
    });
    this.#host.requestUpdate();
    if (!answer) return 'failed';
    if (answer === kept) return 'stored';
    this.#takeDone(name, id, answer.deal, deal);
    return 'done';
  }

  /** Answers a transfer of another partner's deal, which the page has allowed. */
  async answer(portal: PortalController, change: DealChange, answer: 'agree' | 'refuse', show: () => (done?: true) => void): Promise<void> {
    await act<true>(this.#host, {
      show,
      send: async () => {
        await callAct(sendNow(portal.client), answer, {id: change.dealRegistrationId, version: 0}, {change});
        return true;
      },
      explain: this.#options.explain,
      tell: text => portal.notify({tone: 'danger', text}),
    });
  }

  /**
   * Sends something about a registration after what is under way for it, so that each finds the version the one before left.
   *
   * @param id - The registration's.
   */
  inTurn<Answer>(id: string, send: () => Promise<Answer>): Promise<Answer> {
    return this.#turns.take(id, send);
  }

  /** What waited has taken effect. */
  async #takeSent(name: DealAct | undefined, answer: unknown): Promise<void> {
    const {portal} = this.#host;
    if (!name || !portal) return;
    const {id, dealRegistrationId = id} = answer as {id: string; dealRegistrationId?: string};
    const known = this.#options.find(dealRegistrationId);
    const deal = await dealAfter(portal.client, answer, known);
    if (deal === undefined) return;
    const about = this.#takeDone(name, dealRegistrationId, deal, known);
    if (about) this.#options.settled?.(name, about, 'done');
  }

  /** Tells everybody of what was done; answers the registration that it was done to, as far as it is known. */
  #takeDone(name: DealAct, id: string, deal: DealRegistration | null, known: DealRegistration | undefined): DealRegistration | undefined {
    this.#options.take(id, deal);
    const about = deal ?? known;
    if (about) this.#host.dispatchEvent(new DealActionDoneEvent(name, about));
    return about;
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
