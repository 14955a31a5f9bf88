import type {DealChange, DealRegistration} from '@portico/contract';
import {DealActionEvent} from '../base/deal.events.ts';
import {LaterRuns} from '../base/later-runs.ts';
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
  readonly #runs: LaterRuns<DealRuns>;

  constructor(host: WidgetHost, options: DealActsOptions) {
    this.#host = host;
    this.#options = options;
    this.#runs = new LaterRuns(host, async () => {
      const work = await import('./deal-work.ts');
      return new work.DealRuns(host, options, this.#failures);
    });
  }

  /** Brings what carries acts out; without a connection the next act tries again. */
  prepare(): Promise<DealRuns> {
    return this.#runs.load();
  }

  /** What waits on this device for a connection, once what carries acts out is there. */
  get waiting(): WaitingActs<DealAct> | undefined {
    return this.#runs.current?.waiting;
  }

  /** The registration as an act under way will leave it. */
  previewOf(id: string): DealRegistration | undefined {
    return this.#runs.current?.previewOf(id);
  }

  /** The act on this registration that waits on the device for a connection. */
  storedOn(id: string): DealAct | undefined {
    return this.#runs.current?.storedOn(id);
  }

  /** Why the last act on this registration did not take effect: at once, or when it was sent from the device. */
  failureOf(id: string): DealActFailure | undefined {
    return this.#failures.get(id) ?? this.#runs.current?.parkedOn(id);
  }

  /** Takes note that the person has read of the failure; takes back what still waits to be sent. */
  forgive(id: string) {
    this.#runs.current?.discard(id);
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
      this.#runs.current?.run(name, deal, input) ??
      this.prepare().then(
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
      await (await this.prepare()).answer(portal, change, answer, show);
    } catch {
      portal.notify({tone: 'danger', text: this.#options.explain(withoutCode)});
    }
  }

  /** Asks the page. */
  #isAllowed(action: DealAct, deals: readonly DealRegistration[], input: DealActInput, change: DealChange | undefined): boolean {
    return this.#host.dispatchEvent(new DealActionEvent({action, deals, input: {...input}, change}));
  }
}
