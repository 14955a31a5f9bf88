import {ApiError, type Client} from '@portico/client';
import type {Asset} from '@portico/contract';
import {act} from '../base/mutation.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {CollateralDeskData} from './collateral-desk.data.ts';
import {CollateralDeskActionDoneEvent, CollateralDeskActionEvent, type CollateralDeskActionDetail} from './collateral-desk.events.ts';
import {actionsOf, type StatusAct} from './collateral-desk.model.ts';
import {explainProblem, type Words} from './collateral-desk.words.ts';

/** Why an act did not take effect. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
}

interface Places {
  readonly list: Pick<CollateralDeskData['list'], 'begin' | 'take' | 'items' | 'settle'>;
  /** What is open, on the list or not. */
  readonly detail: Pick<CollateralDeskData['detail'], 'value'>;
  readonly text: Words;
  /** Hears of a version that an act brought about, before it is shown. */
  readonly noteOwn: (asset: Asset) => void;
}

/** The acts of vendor staff: shown at once, sent, and taken back with a reason when they fail. */
export class CollateralDeskActs {
  readonly #host: PortalWidget;
  readonly #places: Places;

  constructor(host: PortalWidget, places: Places) {
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
    const {portal} = this.#host;
    const {list, text} = this.#places;
    const calls = await import('./collateral-desk.calls.ts').catch(() => undefined);
    if (!calls) return {code: 'network_error', sentence: text.term('problem_network_error')};
    const shown = calls.showAct(action, list.items.find(({id}) => id === asset.id) ?? asset, reason, new Date(portal?.now() ?? 0).toISOString());
    let refusal: Refusal | undefined;
    const answer = await act<Asset>(this.#host, {
      show: () => this.#show(asset, shown),
      send: () => calls.sendInTurn(this.client, action, asset, reason),
      explain: error => {
        // No words yet: a page that cancels the error event says them itself.
        refusal = {code: error instanceof ApiError ? error.code : 'script', sentence: ''};
        return explainProblem(error, text);
      },
      tell: sentence => {
        if (refusal) refusal = {...refusal, sentence};
      },
    });
    if (answer) this.#host.dispatchEvent(new CollateralDeskActionDoneEvent(action, answer));
    else await this.#readAgain(asset.id);
    return refusal;
  }

  /** Carries out an act on those that allow it, one after another, and says what was left as it was. */
  async runAll(action: StatusAct, assets: readonly Asset[], reason = ''): Promise<void> {
    const possible = assets.filter(asset => actionsOf(asset).has(action));
    if (possible.length === 0 || !this.allow(action, possible, reason ? {reason} : {})) return;
    const refusals: Refusal[] = [];
    for (const asset of possible) {
      const refusal = await this.run(action, asset, reason);
      if (refusal) refusals.push(refusal);
    }
    const {text, list} = this.#places;
    list.settle();
    const [first] = refusals;
    if (first?.sentence) this.tell('danger', possible.length === 1 ? first.sentence : text.term('notDone', refusals.length, first.sentence));
    else if (!first && possible.length > 1) this.tell('success', text.term('doneTo', possible.length));
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

  /** Shows it as it will be, on the list and beside it. */
  #show(asset: Asset, shown: Asset) {
    const {list, detail, noteOwn} = this.#places;
    const end = list.begin(asset.id, () => shown);
    const isOpen = () => detail.value?.id === asset.id;
    const before = isOpen() ? detail.value : asset;
    if (isOpen()) detail.value = shown;
    return (answer?: Asset) => {
      if (answer) noteOwn(answer);
      end(answer);
      if (isOpen()) detail.value = answer ?? before;
    };
  }

  /** What was refused was most likely refused because it has changed. */
  async #readAgain(id: string): Promise<void> {
    const {list, detail} = this.#places;
    try {
      const asset = await this.client.assets.get({id});
      list.take(asset);
      if (detail.value?.id === id) detail.value = asset;
    } catch {
      // The feed or the next reading brings it.
    }
  }
}
