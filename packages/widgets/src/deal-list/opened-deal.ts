import {newKey} from '@portico/client';
import type {DealRegistration, Receipt} from '@portico/contract';
import {DealActionEvent} from '../base/deal.events.ts';
import {UnsentActivities} from '../base/unsent-activities.ts';
import type {UnsentActivity} from '../base/unsent-activity.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {withoutCode} from '../base/without-code.ts';
import type {DealActs} from './deal-acts.ts';
import type {DealReading} from './deal-reading.ts';
import type {DealNews, DealStory, StoryOptions} from './deal-story.model.ts';

export type {DealStory} from './deal-story.model.ts';

/** What the open registration needs of the list around it. */
export interface OpenedDealOptions extends StoryOptions {
  readonly acts: DealActs;
}

/**
 * The registration that is open for reading: kept current, with its story, its receipts and what happened to it behind the reader's back. What reads them comes
 * after the list, or with the first registration that is opened.
 */
export class OpenedDeal {
  readonly #host: WidgetHost;
  readonly #options: OpenedDealOptions;
  readonly #unsent = new UnsentActivities();
  #id: string | undefined;
  #reading: DealReading | undefined;
  #failure: unknown;

  constructor(host: WidgetHost, options: OpenedDealOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Loads what reads registrations; without a connection the next one tries again. */
  async prepare(): Promise<DealReading> {
    const runs = await this.#options.acts.prepare();
    const work = await import('./deal-work.ts');
    if (!this.#reading) {
      this.#reading = new work.DealReading(this.#host, runs, this.#options, this.#unsent);
      this.#reading.open(this.#id);
    }
    return this.#reading;
  }

  get id(): string | undefined {
    return this.#id;
  }

  /** The registration as it is known, with what an act under way will make of it. */
  get deal(): DealRegistration | undefined {
    return this.#reading ? this.#reading.deal : this.#options.find(this.#id ?? '');
  }

  /** Why the registration cannot be read: it is gone, or the connection is. */
  get error(): unknown {
    return this.#reading ? this.#reading.error : this.#failure;
  }

  /** The activities, once read. */
  get story(): DealStory | undefined {
    return this.#reading?.story;
  }

  get storyError(): unknown {
    return this.#reading?.storyError;
  }

  /** The receipts of its submissions, newest first, once read. */
  get receipts(): readonly Receipt[] | undefined {
    return this.#reading?.receipts;
  }

  /** What others did to it while it was open. */
  get news(): DealNews {
    return this.#reading?.news;
  }

  /** Activities that the server has not confirmed, oldest first. */
  get unsent(): readonly UnsentActivity[] {
    return this.#reading?.unsent ?? this.#unsent.of(this.#id ?? '');
  }

  /** Opens a registration, or closes the one that is open. */
  open(id: string | undefined) {
    if (id === this.#id) return;
    this.#id = id;
    if (this.#reading) this.#reading.open(id);
    else if (id !== undefined) this.refresh();
    this.#host.requestUpdate();
  }

  /** The reader has read the news. */
  dismissNews() {
    this.#reading?.dismissNews();
  }

  refresh() {
    if (this.#reading) return this.#reading.refresh();
    this.#failure = undefined;
    // Nothing is open: nothing has to be read again.
    if (this.#id === undefined) return;
    this.prepare().catch(() => {
      this.#failure = withoutCode;
      this.#host.requestUpdate();
    });
  }

  /** Reads the next 25 activities as well. */
  readEarlier() {
    this.#reading?.readEarlier();
  }

  /** Takes a registration as the server answered it to this page. */
  take(deal: DealRegistration) {
    this.#reading?.take(deal);
  }

  /**
   * Logs an activity. It is shown at once and stays, marked as not sent, when it fails.
   *
   * @returns Whether the server has it.
   */
  async log(activity: Pick<UnsentActivity, 'kind' | 'body' | 'internal'>): Promise<boolean> {
    const {deal} = this;
    const {portal} = this.#host;
    if (!deal || !portal || !this.#host.dispatchEvent(new DealActionEvent({action: 'log_activity', deals: [deal], input: {...activity}}))) return false;
    return this.#send(deal, {...activity, key: newKey(portal.client.connection.random)});
  }

  /** Tries an activity again that was not sent. */
  async resend(activity: UnsentActivity): Promise<boolean> {
    const {deal} = this;
    if (this.#reading?.retryStored(activity) || !deal || !this.#host.portal) return false;
    return this.#send(deal, activity);
  }

  /** Takes an activity back that was not sent, to be written anew. */
  withdraw(activity: UnsentActivity) {
    this.#reading?.discardStored(activity);
    this.#unsent.drop(this.#id ?? '', activity);
    this.#host.requestUpdate();
  }

  async #send(deal: DealRegistration, activity: Omit<UnsentActivity, 'state'>): Promise<boolean> {
    const keep = (entry: UnsentActivity) => {
      this.#unsent.put(deal.id, entry);
      this.#host.requestUpdate();
      return entry;
    };
    const sending = keep({...activity, state: 'sending', sentence: undefined});
    try {
      await this.prepare();
    } catch {
      keep({...activity, state: 'refused', sentence: this.#options.explain(withoutCode)});
    }
    return (await this.#reading?.log(deal, sending)) ?? false;
  }
}
