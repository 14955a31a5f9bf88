import {newKey, type Outbox, type OutboxEntry} from '@portico/client';
import type {DealActivity, DealRegistration, Receipt} from '@portico/contract';
import type {DealStatus} from '@portico/contract/deal-transitions';
import {DealActionDoneEvent, DealActionEvent} from '../base/deal.events.ts';
import {LiveQuery} from '../base/live-query.ts';
import {act} from '../base/mutation.ts';
import type {UnsentActivity} from '../base/unsent-activity.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type {DealActs} from './deal-acts.ts';
import {toNews} from './deal-list.model.ts';

/** The activities of a registration that were read, newest first. */
export interface DealStory {
  readonly items: readonly DealActivity[];
  readonly hasMore: boolean;
}

export interface OpenedDealOptions {
  readonly acts: DealActs;
  readonly find: (id: string) => DealRegistration | undefined;
  readonly take: (deal: DealRegistration) => void;
  readonly explain: (error: unknown) => string;
}

/** The registration that is open for reading: kept current, with its story, its receipts and what happened to it behind the reader's back. */
export class OpenedDeal {
  readonly #host: WidgetHost;
  readonly #options: OpenedDealOptions;
  readonly #deal: LiveQuery<[string], DealRegistration>;
  readonly #story: LiveQuery<[string], DealStory>;
  readonly #receipts: LiveQuery<[string], readonly Receipt[]>;
  readonly #unsent = new Map<string, readonly UnsentActivity[]>();
  #id: string | undefined;
  #pages = 1;
  #seen: DealRegistration | undefined;
  #news: DealStatus | 'changed' | 'reassigned' | undefined;

  constructor(host: WidgetHost, options: OpenedDealOptions) {
    this.#host = host;
    this.#options = options;
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
      read: async ({client}, [dealRegistrationId], signal) => {
        let items: DealActivity[] = [];
        let cursor: string | undefined;
        for (let pages = 0; pages < this.#pages && (pages === 0 || cursor !== undefined); pages++) {
          const page = await client.dealActivities.list({dealRegistrationId, limit: 25, ...(cursor === undefined ? {} : {cursor})}, {signal});
          items = items.concat(page.items);
          cursor = page.page.next ?? undefined;
        }
        return {items, hasMore: cursor !== undefined};
      },
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

  get id(): string | undefined {
    return this.#id;
  }

  /** The registration as it is known, with what an act under way will make of it. */
  get deal(): DealRegistration | undefined {
    const id = this.#id;
    return id === undefined ? undefined : (this.#options.acts.previewOf(id) ?? this.#deal.value ?? this.#options.find(id));
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
  get news(): DealStatus | 'changed' | 'reassigned' | undefined {
    return this.#news;
  }

  /** Activities that the server has not confirmed, oldest first. */
  get unsent(): readonly UnsentActivity[] {
    const id = this.#id ?? '';
    return [...this.#options.acts.waiting.activitiesOf(id).map(entry => this.#toUnsent(entry)), ...(this.#unsent.get(id) ?? [])];
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
   * Logs an activity. It is shown at once and stays, marked as not sent, when it fails.
   *
   * @returns Whether the server has it.
   */
  async log(activity: Pick<UnsentActivity, 'kind' | 'body' | 'internal'>): Promise<boolean> {
    const {deal} = this;
    const {portal} = this.#host;
    if (!deal || !portal || !this.#host.dispatchEvent(new DealActionEvent({action: 'log_activity', deals: [deal], input: {...activity}}))) return false;
    const {outbox} = this.#options.acts.waiting;
    const entry: UnsentActivity = {...activity, state: 'sending', key: newKey(portal.client.connection.random)};
    return outbox ? this.#store(outbox, deal, entry) : this.#send(deal, entry);
  }

  /** Tries an activity again that was not sent. */
  async resend(activity: UnsentActivity): Promise<boolean> {
    const entry = this.#waiting(activity);
    if (entry) this.#options.acts.waiting.retry(entry);
    const {deal} = this;
    return deal && !entry ? this.#send(deal, {...activity, state: 'sending', sentence: undefined}) : false;
  }

  /** Takes an activity back that was not sent, to be written anew. */
  withdraw(activity: UnsentActivity) {
    const entry = this.#waiting(activity);
    if (entry) this.#options.acts.waiting.discard(entry);
    const id = this.#id;
    if (id !== undefined) this.#keep(id, (this.#unsent.get(id) ?? []).filter(({key}) => key !== activity.key));
  }

  async #send(deal: DealRegistration, activity: UnsentActivity): Promise<boolean> {
    const client = this.#host.portal?.client;
    if (!client) return false;
    const {id} = deal;
    const {key, kind, body, internal} = activity;
    const others = () => (this.#unsent.get(id) ?? []).filter(entry => entry.key !== key);
    const answer = await act<DealActivity>(this.#host, {
      show: () => {
        this.#keep(id, [...others(), activity]);
        return done => {
          if (done) this.#keep(id, others());
        };
      },
      send: () => this.#options.acts.inTurn(id, () => client.dealActivities.create({dealRegistrationId: id, kind, body, internal}, {idempotencyKey: key})),
      explain: this.#options.explain,
      tell: sentence => this.#keep(id, [...others(), {...activity, state: 'refused', sentence}]),
    });
    if (!answer || this.#id !== id) return answer !== undefined;
    const {story} = this;
    if (story && !story.items.some(item => item.id === answer.id)) this.#story.value = {...story, items: [answer, ...story.items]};
    this.#host.dispatchEvent(new DealActionDoneEvent('log_activity', deal));
    return true;
  }

  /** Keeps an activity on this device until there is a connection. */
  async #store(outbox: Outbox, {id}: DealRegistration, activity: UnsentActivity): Promise<boolean> {
    const {kind, body, internal} = activity;
    try {
      await outbox.add('dealActivities', 'create', {dealRegistrationId: id, kind, body, internal});
    } catch (error) {
      this.#keep(id, [...(this.#unsent.get(id) ?? []), {...activity, state: 'refused', sentence: this.#options.explain(error)}]);
    }
    return false;
  }

  #waiting({key}: UnsentActivity): OutboxEntry | undefined {
    return this.#options.acts.waiting.activitiesOf(this.#id ?? '').find(({id}) => id === key);
  }

  #toUnsent({id, input, parked}: OutboxEntry): UnsentActivity {
    const {kind, body, internal = false} = input as Omit<UnsentActivity, 'state'>;
    return {key: id, kind, body, internal, state: parked ? 'refused' : 'stored', sentence: parked ? this.#options.explain({problem: parked}) : undefined};
  }

  #keep(id: string, entries: readonly UnsentActivity[]) {
    if (entries.length > 0) this.#unsent.set(id, entries);
    else this.#unsent.delete(id);
    this.#host.requestUpdate();
  }

  /** Notes what is new in a registration that was read. An older state than the one known is dropped: the answer to an act overtook it. */
  #heed(deal: DealRegistration): DealRegistration {
    const before = this.#seen;
    if (before?.id === deal.id && before.version > deal.version) return before;
    this.#seen = deal;
    if (before?.id !== deal.id || before.version === deal.version || this.#options.acts.previewOf(deal.id)) return deal;
    this.#news = toNews(before, deal) ?? this.#news;
    return deal;
  }
}
