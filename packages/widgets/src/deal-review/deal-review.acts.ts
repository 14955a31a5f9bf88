import {ApiError} from '@portico/client';
import type {Client} from '@portico/client';
import type {DealActivity, DealRegistration, NewActivity} from '@portico/contract';
import {act} from '../base/mutation.ts';
import {OwnVersions} from '../base/own-versions.ts';
import {Turns} from '../base/turns.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type * as reviewCalls from './deal-review.calls.ts';
import type {ReviewAct} from './deal-review.calls.ts';
import type {DealReviewData} from './deal-review.data.ts';
import {DealReviewActionDoneEvent, DealReviewActionEvent} from './deal-review.events.ts';
import type {ReviewInput} from './deal-review.input.ts';
import type {DealReviewAction} from './deal-review.model.ts';
import {explainProblem, type Terms} from './deal-review.words.ts';

/** Why an act did not take effect. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
  /** The registration as it is now, where the act met a newer version. */
  readonly current?: DealRegistration | undefined;
}

/** What became of an act. */
export type Outcome = {readonly deal: DealRegistration} | Refusal;

interface Places {
  list: Pick<DealReviewData['list'], 'begin' | 'take' | 'items'>;
  /** The registration that is open, on the list or not. */
  detail: Pick<DealReviewData['detail'], 'value'>;
  text: Terms;
  /** Hears of a version that an act brought about, before it is shown. */
  noteOwn: (deal: DealRegistration) => void;
}

/** The acts of vendor staff: shown at once, sent, and taken back with a reason when they fail. */
export class DealReviewActs {
  readonly #host: WidgetHost;
  readonly #places: Places;
  /** What is under way, by registration. */
  readonly #turns = new Turns();
  readonly #versions = new OwnVersions();

  constructor(host: WidgetHost, places: Places) {
    this.#host = host;
    this.#places = places;
  }

  get #client(): Client {
    const client = this.#host.portal?.client;
    if (!client) throw new Error('There is no portal around the deal review.');
    return client;
  }

  /** Asks the page whether an act may go ahead. */
  allow(action: DealReviewAction, deals: readonly DealRegistration[], input: object = {}): boolean {
    return this.#host.dispatchEvent(new DealReviewActionEvent({action, deals, input: {...input}}));
  }

  /**
   * Carries out an act on one registration.
   *
   * @param key - Idempotency key, for an act that may be sent again after its answer was lost.
   */
  async run(action: ReviewAct, deal: DealRegistration, input: ReviewInput = {}, key?: string): Promise<Outcome> {
    const {portal} = this.#host;
    const calls = await import('./deal-review.calls.ts').catch(() => undefined);
    if (!calls) return {code: 'network_error', sentence: this.#places.text.term('problem_network_error')};
    const doer = {person: portal?.me?.person ?? null, now: new Date(portal?.now() ?? 0).toISOString()};
    const shown = calls.showAct(action, this.#places.list.items.find(({id}) => id === deal.id) ?? deal, input, doer);
    let refusal: Refusal | undefined;
    let sentOn = deal.version;
    const answer = await act<DealRegistration>(this.#host, {
      show: () => this.#show(deal, shown),
      send: () =>
        this.#inTurn(deal, latest => {
          sentOn = latest.version;
          return this.#send(calls, action, latest, input, key);
        }),
      explain: error => {
        // No words yet: a page that cancels the error event says them itself.
        refusal = {code: error instanceof ApiError ? error.code : 'script', sentence: ''};
        return explainProblem(error, this.#places.text);
      },
      tell: sentence => {
        if (refusal) refusal = {...refusal, sentence};
      },
    });
    if (answer) {
      this.#host.dispatchEvent(new DealReviewActionDoneEvent(action, answer));
      return {deal: answer};
    }
    const current = await this.#readAgain(deal.id);
    return {code: 'script', sentence: '', ...refusal, ...(current && current.version !== sentOn && {current})};
  }

  /** Carries out an act that has nothing left to ask, and says when it did not take effect. */
  async now(action: ReviewAct, deal: DealRegistration, input: ReviewInput = {}): Promise<void> {
    if (!this.allow(action, [deal], input)) return;
    const outcome = await this.run(action, deal, input);
    if ('sentence' in outcome && outcome.sentence) this.#host.portal?.notify({tone: 'danger', text: outcome.sentence});
  }

  /** Notes something on a registration. Throws what the client throws: the text stays with the one who wrote it. */
  async note(deal: DealRegistration, note: NewActivity): Promise<DealActivity> {
    const activity = await this.#client.dealActivities.create({dealRegistrationId: deal.id, ...note});
    this.#host.dispatchEvent(new DealReviewActionDoneEvent('note', deal));
    return activity;
  }

  /** Sends an act after what is under way for its registration, on the version that one's own acts have led to meanwhile: what others changed is met as ever. */
  #inTurn(deal: DealRegistration, send: (latest: DealRegistration) => Promise<DealRegistration>): Promise<DealRegistration> {
    const {id, version} = deal;
    return this.#turns.take(id, () => send({...deal, version: this.#versions.latest(id, version)}));
  }

  async #send({sends, isElsewhere}: typeof reviewCalls, action: ReviewAct, deal: DealRegistration, input: ReviewInput, key: string | undefined): Promise<DealRegistration> {
    const answer = await sends[action](this.#client, deal, input, key === undefined ? {} : {idempotencyKey: key});
    // What was asked for on one version leads to the next. An act about something else was not: others may have changed the registration before it.
    if (!isElsewhere.has(action)) this.#versions.note(deal.id, deal.version, answer.version);
    return answer;
  }

  /** Shows a registration as it will be, in the queue and beside it. */
  #show(deal: DealRegistration, shown: DealRegistration) {
    const {list, detail} = this.#places;
    const end = list.begin(deal.id, () => shown);
    const isOpen = () => detail.value?.id === deal.id;
    const before = isOpen() ? detail.value : deal;
    if (isOpen()) detail.value = shown;
    return (answer?: DealRegistration) => {
      if (answer) this.#places.noteOwn(answer);
      end(answer);
      if (isOpen()) detail.value = answer ?? before;
    };
  }

  /** What was refused was most likely refused because the registration has changed. */
  async #readAgain(id: string): Promise<DealRegistration | undefined> {
    const {list, detail} = this.#places;
    try {
      const deal = await this.#client.dealRegistrations.get({id});
      list.take(deal);
      if (detail.value?.id === id) detail.value = deal;
      return deal;
    } catch {
      // The feed or the next reading brings it.
      return undefined;
    }
  }
}
