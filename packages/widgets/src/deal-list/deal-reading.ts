import type {DealActivity, DealRegistration, Receipt} from '@portico/contract';
import {DealActionDoneEvent} from '../base/deal.events.ts';
import {LiveQuery} from '../base/live-query.ts';
import {act} from '../base/mutation.ts';
import {kept, sendOrKeep} from '../base/send-or-keep.ts';
import {readStory} from '../base/story.ts';
import type {UnsentActivities} from '../base/unsent-activities.ts';
import type {UnsentActivity} from '../base/unsent-activity.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {toNews} from './deal-news.ts';
import type {DealRuns} from './deal-runs.ts';
import type {DealNews, DealStory, StoryOptions} from './deal-story.model.ts';

/** Reads the registration that is open, its story and its receipts, keeps them current, and writes the story on. */
export class DealReading {
  readonly #host: WidgetHost;
  readonly #runs: DealRuns;
  readonly #options: StoryOptions;
  readonly #unsent: UnsentActivities;
  readonly #deal: LiveQuery<[string], DealRegistration>;
  readonly #story: LiveQuery<[string], DealStory>;
  readonly #receipts: LiveQuery<[string], readonly Receipt[]>;
  #id: string | undefined;
  #pages = 1;
  #seen: DealRegistration | undefined;
  #news: DealNews;

  /** @param unsent - Activities that are on their way, or were refused. */
  constructor(host: WidgetHost, runs: DealRuns, options: StoryOptions, unsent: UnsentActivities) {
    this.#host = host;
    this.#runs = runs;
    this.#options = options;
    this.#unsent = unsent;
    const args = (): [string] | null => (this.#id === undefined ? null : [this.#id]);
    const concerns = ({resourceId}: {resourceId: string}) => resourceId === this.#id;
    this.#deal = new LiveQuery<[string], DealRegistration>(host, {
      args,
      read: async ({client}, [id], signal) => {
        const deal = this.#heed(await client.dealRegistrations.get({id}, {signal}));
        options.take(deal);
        return deal;
      },
      refreshOn: 'deal_registration',
      concerns,
    });
    this.#story = new LiveQuery<[string], DealStory>(host, {
      args,
      read: ({client}, [dealRegistrationId], signal) => readStory(this.#pages, from => client.dealActivities.list({dealRegistrationId, ...from}, {signal})),
      refreshOn: 'deal_registration',
      concerns,
    });
    this.#receipts = new LiveQuery<[string], readonly Receipt[]>(host, {
      args: () => (this.#id !== undefined && this.deal?.number ? [this.#id] : null),
      read: async ({client}, [dealRegistrationId], signal) => (await client.receipts.list({dealRegistrationId, limit: 20}, {signal})).items,
      refreshOn: 'deal_registration',
      concerns,
    });
  }

  /** The registration as it is known, with what an act under way will make of it. */
  get deal(): DealRegistration | undefined {
    const id = this.#id;
    return id === undefined ? undefined : (this.#runs.previewOf(id) ?? this.#deal.value ?? this.#options.find(id));
  }

  /** Why the registration cannot be read: it is gone, or the connection is. */
  get error(): unknown {
    return this.#deal.error;
  }

  /** The activities, once read. */
  get story(): DealStory | undefined {
    return this.#story.value;
  }

  get storyError(): unknown {
    return this.#story.error;
  }

  /** The receipts of its submissions, newest first, once read. */
  get receipts(): readonly Receipt[] | undefined {
    return this.#receipts.value;
  }

  /** What others did to it while it was open. */
  get news(): DealNews {
    return this.#news;
  }

  /** Activities that the server has not confirmed, oldest first. */
  get unsent(): readonly UnsentActivity[] {
    const id = this.#id ?? '';
    return [...this.#runs.waiting.activitiesOf(id), ...this.#unsent.of(id)];
  }

  /** Opens a registration, or closes the one that is open. */
  open(id: string | undefined) {
    if (id === this.#id) return;
    this.#id = id;
    this.#pages = 1;
    this.#news = undefined;
    const known = id === undefined ? undefined : this.#options.find(id);
    this.#seen = known;
    if (known) this.#deal.value = known;
    this.#host.requestUpdate();
  }

  /** The reader has read the news. */
  dismissNews() {
    this.#news = undefined;
    this.#host.requestUpdate();
  }

  refresh() {
    this.#deal.refresh();
    this.#story.refresh();
    this.#receipts.refresh();
  }

  /** Reads the next 25 activities as well. */
  readEarlier() {
    this.#pages++;
    this.#story.refresh();
  }

  /** Takes a registration as the server answered it to this page. */
  take(deal: DealRegistration) {
    if (deal.id !== this.#id) return;
    this.#seen = deal;
    this.#news = undefined;
    this.#deal.value = deal;
    this.#story.refresh();
  }

  /**
   * Sends an activity, if need be again: its key makes every try the same act. Without a connection it waits on this device.
   *
   * @returns Whether the server has it.
   */
  async log(deal: DealRegistration, activity: UnsentActivity): Promise<boolean> {
    const {portal} = this.#host;
    if (!portal) return false;
    const {id} = deal;
    const {key, kind, body, internal} = activity;
    const answer = await act<DealActivity | typeof kept>(this.#host, {
      show: () => {
        this.#keep(id, activity);
        return done => {
          if (done) this.#drop(id, activity);
        };
      },
      send: () => this.#runs.inTurn(id, () => sendOrKeep(portal, send => send('dealActivities', 'create', {dealRegistrationId: id, kind, body, internal}), key)),
      explain: this.#options.explain,
      tell: sentence => this.#keep(id, {...activity, state: 'refused', sentence}),
    });
    if (!answer || answer === kept) return false;
    if (this.#id !== id) return true;
    const {story} = this;
    if (story && !story.items.some(item => item.id === answer.id)) this.#story.value = {...story, items: [answer, ...story.items]};
    this.#host.dispatchEvent(new DealActionDoneEvent('log_activity', deal));
    return true;
  }

  /**
   * Sends an activity again that waits on this device.
   *
   * @returns Whether it does.
   */
  retryStored(activity: UnsentActivity): boolean {
    const {waiting} = this.#runs;
    const entry = waiting.entryOf(activity);
    if (entry) waiting.retry(entry);
    return entry !== undefined;
  }

  /** Takes an activity back that waits on this device. */
  discardStored(activity: UnsentActivity) {
    const {waiting} = this.#runs;
    const entry = waiting.entryOf(activity);
    if (entry) waiting.discard(entry);
  }

  #keep(id: string, activity: UnsentActivity) {
    this.#unsent.put(id, activity);
    this.#host.requestUpdate();
  }

  #drop(id: string, activity: UnsentActivity) {
    this.#unsent.drop(id, activity);
    this.#host.requestUpdate();
  }

  /** Notes what is new in a registration that was read. An older state than the one known is dropped: the answer to an act overtook it. */
  #heed(deal: DealRegistration): DealRegistration {
    const before = this.#seen;
    if (before?.id === deal.id && before.version > deal.version) return before;
    this.#seen = deal;
    if (before?.id !== deal.id || before.version === deal.version || this.#runs.previewOf(deal.id)) return deal;
    this.#news = toNews(before, deal) ?? this.#news;
    return deal;
  }
}
