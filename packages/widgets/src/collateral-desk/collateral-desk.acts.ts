import type {Client} from '@portico/client';
import type {Asset} from '@portico/contract';
import type {WidgetHost} from '../base/widget-host.ts';
import type {Acting, Places, Refusal} from './collateral-desk.acting.ts';
import {loadRules} from './collateral-desk.data.ts';
import {CollateralDeskActionDoneEvent, CollateralDeskActionEvent, type CollateralDeskActionDetail} from './act.events.ts';
import {actionsOf, type StatusAct} from './collateral-desk.actions.ts';

/** The acts of vendor staff: shown at once, sent, and taken back with a reason when they fail. */
export class CollateralDeskActs {
  readonly #host: WidgetHost;
  readonly #places: Places;

  constructor(host: WidgetHost, places: Places) {
    this.#host = host;
    this.#places = places;
  }

  /** The client. @throws Error outside of a portal. */
  get client(): Client {
    const client = this.#host.portal?.client;
    if (!client) throw new Error('There is no portal around the desk.');
    return client;
  }

  /** Asks the page whether an act may go ahead. */
  allow(action: CollateralDeskActionDetail['action'], assets: readonly Asset[], input: object = {}): boolean {
    return this.#host.dispatchEvent(new CollateralDeskActionEvent({action, assets, input: {...input}}));
  }

  /** Carries out an act on one piece. @returns Why it did not take effect, or `undefined` when it did. */
  async run(action: StatusAct, asset: Asset, reason = ''): Promise<Refusal | undefined> {
    const calls = await loadCalls();
    return calls ? calls.carryOut(this.#acting, action, asset, reason) : {code: 'network_error', sentence: this.#places.text.term('problem_network_error')};
  }

  /** Carries out an act on those that allow it, one after another, and says what was left as it was. */
  async runAll(action: StatusAct, assets: readonly Asset[], reason = ''): Promise<void> {
    const possible = assets.filter(asset => actionsOf(asset).has(action));
    if (possible.length === 0 || !this.allow(action, possible, reason ? {reason} : {})) return;
    const calls = await loadCalls();
    if (calls) await calls.carryOutAll(this.#acting, action, possible, reason);
    else this.tell('danger', this.#places.text.term('problem_network_error'));
  }

  /** Shows what came of creating, of changing fields or of a new version. */
  take(action: CollateralDeskActionDetail['action'], asset: Asset): void {
    this.#places.noteOwn(asset);
    this.#places.list.take(asset);
    if (this.#places.detail.value?.id === asset.id) this.#places.detail.value = asset;
    this.#host.dispatchEvent(new CollateralDeskActionDoneEvent(action, asset));
  }

  tell(tone: 'success' | 'danger', text: string): void {
    this.#host.portal?.notify({tone, text});
  }

  get #acting(): Acting {
    return {...this.#places, host: this.#host, client: this.client};
  }
}

/** How acts are sent and shown comes with the dialogs, before somebody acts. */
function loadCalls() {
  return Promise.all([import('./collateral-desk.calls.ts'), loadRules()]).then(([calls]) => calls, () => undefined);
}
