import type {DealChange, DealRegistration} from '@portico/contract';
import {DealActionEvent} from '../base/deal.events.ts';
import {SentEarly} from '../base/sent-early.ts';
import type {WaitingActs} from '../base/waiting-acts.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {withoutCode} from '../base/without-code.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';
import type {DealActFailure, DealActOutcome, DealActsOptions} from './deal-outcome.model.ts';
import type {DealRuns} from './deal-runs.ts';

export type {DealActFailure, DealActOutcome} from './deal-outcome.model.ts';

/**
 * Acts on registrations: asked of the page first, shown at once, sent one after the other, taken back with a reason when they fail. What carries them out comes
 * after the list, or with the first act.
 */
export class DealActs {
  readonly #host: WidgetHost;
  readonly #options: DealActsOptions;
  readonly #failures = new Map<string, DealActFailure>();
  readonly #early = new SentEarly();
  #runs: DealRuns | undefined;

  constructor(host: WidgetHost, options: DealActsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate() {
    const outbox = this.#host.portal?.outbox;
    if (this.#runs || !outbox) return;
    // Acts that wait on this device belong to their rows from the start, and some may be sent before the code has come.
    this.#early.listenTo(outbox);
    void this.load().catch(() => undefined);
  }

  hostDisconnected() {
    this.#early.end();
  }

  /** Brings what carries acts out, which the first view does not need; without a connection the next act tries again. */
  async load(): Promise<DealRuns> {
    const work = await import('./deal-work.ts');
    if (!this.#runs) {
      this.#runs = new work.DealRuns(this.#host, this.#options, this.#failures);
      for (const sent of this.#early.end()) this.#runs.waiting.take(sent);
      this.#host.requestUpdate();
    }
    return this.#runs;
  }

  /** What waits on this device for a connection, once what carries acts out is there. */
  get waiting(): WaitingActs<DealAct> | undefined {
    return this.#runs?.waiting;
  }

  /** The registration as an act under way will leave it. */
  previewOf(id: string): DealRegistration | undefined {
    return this.#runs?.previewOf(id);
  }

  /** The act on this registration that waits on the device for a connection. */
  storedOn(id: string): DealAct | undefined {
    return this.#runs?.storedOn(id);
  }

  /** Why the last act on this registration did not take effect: at once, or when it was sent from the device. */
  failureOf(id: string): DealActFailure | undefined {
    return this.#failures.get(id) ?? this.#runs?.parkedOn(id);
  }

  /** Takes note that the person has read of the failure; takes back what still waits to be sent. */
  forgive(id: string) {
    this.#runs?.discard(id);
    if (this.#failures.delete(id)) this.#host.requestUpdate();
  }

  /**
   * Acts on a registration. What fails is kept as its failure; the promise does not reject.
   *
   * @returns What became of it; `undefined` when the page forbade it.
   */
  run(name: DealAct, deal: DealRegistration, input: DealActInput = {}): Promise<DealActOutcome> | undefined {
    if (!this.#isAllowed(name, [deal], input, input.change)) return undefined;
    return (
      this.#runs?.run(name, deal, input) ??
      this.load().then(
        runs => runs.run(name, deal, input),
        () => {
          this.#failures.set(deal.id, {deal, act: name, input, sentence: this.#options.explain(withoutCode), error: withoutCode});
          this.#host.requestUpdate();
          return 'failed';
        },
      )
    );
  }

  /**
   * Answers a transfer of another partner's deal.
   *
   * @param show - Shows it as answered; returns what ends that, taking it back unless it was done.
   */
  async answer(change: DealChange, answer: 'agree' | 'refuse', show: () => (done?: true) => void): Promise<void> {
    const {portal} = this.#host;
    if (!portal || !this.#isAllowed(answer, [], {}, change)) return;
    try {
      await (await this.load()).answer(portal, change, answer, show);
    } catch {
      portal.notify({tone: 'danger', text: this.#options.explain(withoutCode)});
    }
  }

  /** Asks the page. */
  #isAllowed(action: DealAct, deals: readonly DealRegistration[], input: DealActInput, change: DealChange | undefined): boolean {
    return this.#host.dispatchEvent(new DealActionEvent({action, deals, input: {...input}, change}));
  }
}
