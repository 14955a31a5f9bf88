import type {DealRegistration} from '@portico/contract';
import {DealActionDoneEvent, DealActionEvent} from '../base/deal.events.ts';
import {act} from '../base/mutation.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import {sendAct} from './deal-calls.ts';
import {type DealAct, type DealActInput, previewAct} from './deal-list.model.ts';

/** An act that did not take effect: the sentence stays with the row until the next act on it. */
export interface DealActFailure {
  readonly deal: DealRegistration;
  readonly act: DealAct;
  readonly input: DealActInput;
  readonly sentence: string;
  readonly error: unknown;
}

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
  readonly #host: PortalWidget;
  readonly #options: DealActsOptions;
  readonly #previews = new Map<string, DealRegistration>();
  readonly #failures = new Map<string, DealActFailure>();
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(host: PortalWidget, options: DealActsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The registration as an act under way will leave it. */
  previewOf(id: string): DealRegistration | undefined {
    return this.#previews.get(id);
  }

  /** Why the last act on this registration did not take effect. */
  failureOf(id: string): DealActFailure | undefined {
    return this.#failures.get(id);
  }

  /** Takes note that the person has read of the failure. */
  forgive(id: string) {
    if (this.#failures.delete(id)) this.#host.requestUpdate();
  }

  /**
   * Acts on a registration. What fails is kept as its failure; the promise does not reject.
   *
   * @returns Whether it took effect; `undefined` when the page forbade it.
   */
  run(name: DealAct, deal: DealRegistration, input: DealActInput = {}): Promise<boolean> | undefined {
    if (!this.#host.dispatchEvent(new DealActionEvent({action: name, deals: [deal], input: {...input}, change: input.change}))) return undefined;
    return this.#run(name, deal, input);
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

  async #run(name: DealAct, deal: DealRegistration, input: DealActInput): Promise<boolean> {
    const {portal} = this.#host;
    if (!portal) return false;
    const {begin, explain, take} = this.#options;
    const {id} = deal;
    this.#failures.delete(id);
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
      send: () => this.inTurn(id, async () => ({deal: await sendAct(portal.client, name, this.#latest(deal), input)})),
      explain,
      tell: (sentence, error) => {
        this.#failures.set(id, {deal, act: name, input, sentence, error});
      },
    });
    this.#host.requestUpdate();
    if (!answer) return false;
    take(id, answer.deal);
    this.#host.dispatchEvent(new DealActionDoneEvent(name, answer.deal ?? deal));
    return true;
  }

  #latest(deal: DealRegistration): DealRegistration {
    const known = this.#options.find(deal.id);
    return known && known.version > deal.version ? known : deal;
  }
}
