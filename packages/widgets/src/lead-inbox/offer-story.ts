import {newKey} from '@portico/client';
import type {Activity, LeadOffer, NextStep} from '@portico/contract';
import {LiveQuery} from '../base/live-query.ts';
import {act} from '../base/mutation.ts';
import {kept, sendOrKeep} from '../base/send-or-keep.ts';
import {readStory} from '../base/story.ts';
import {UnsentActivities} from '../base/unsent-activities.ts';
import type {UnsentActivity} from '../base/unsent-activity.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {LeadOfferActionDoneEvent, LeadOfferActionEvent} from './lead-inbox.events.ts';
import {toNews} from './offer-changes.model.ts';
import type {OfferRuns} from './offer-runs.ts';
import type {OfferNews, Story, StoryOptions} from './offer-story.model.ts';

/** Reads the offer that is open and its story, keeps both current, and writes the story on. */
export class OfferStory {
  readonly #host: WidgetHost;
  readonly #runs: OfferRuns;
  readonly #options: StoryOptions;
  readonly #offer: LiveQuery<[string], LeadOffer>;
  readonly #story: LiveQuery<[string], Story>;
  readonly #unsent = new UnsentActivities();
  #id: string | undefined;
  #pages = 1;
  /** Something that the reader has not seen and now sees: not what this page did itself, which is news for colleagues. */
  #hasNews = false;
  #seen: LeadOffer | undefined;
  #news: OfferNews;

  constructor(host: WidgetHost, runs: OfferRuns, options: StoryOptions) {
    this.#host = host;
    this.#runs = runs;
    this.#options = options;
    this.#offer = new LiveQuery<[string], LeadOffer>(host, {
      args: () => (this.#id === undefined ? null : [this.#id]),
      read: async ({client}, [id], signal) => {
        const offer = this.#heed(await client.leadOffers.get({id}, {signal}));
        options.take(offer);
        // The answer comes as a change like any other; that it fails is no concern of the reader's.
        const news = this.#hasNews;
        this.#hasNews = false;
        if (offer.unread && news) {
          void runs.inTurn(id, () => client.leadOffers.view({id})).then(
            viewed => {
              options.take(viewed);
              if (id === this.#id) this.#offer.value = this.#heed(viewed);
            },
            () => undefined,
          );
        }
        return offer;
      },
      refreshOn: 'lead_offer',
      concerns: ({resourceId}) => resourceId === this.#id,
    });
    this.#story = new LiveQuery<[string], Story>(host, {
      args: () => (this.#id === undefined ? null : [this.#id]),
      read: ({client}, [leadOfferId], signal) => readStory(this.#pages, from => client.activities.list({leadOfferId, ...from}, {signal})),
      refreshOn: ['lead_offer', 'activity'],
      concerns: ({resource, resourceId}) => resource === 'activity' || resourceId === this.#id,
    });
  }

  /** The offer as it was read. */
  get offer(): LeadOffer | undefined {
    return this.#id === undefined ? undefined : this.#offer.value;
  }

  /** Why the offer cannot be read: it is gone, or the connection is. */
  get error(): unknown {
    return this.#offer.error;
  }

  /** The activities, once read. */
  get story(): Story | undefined {
    return this.#story.value;
  }

  get storyError(): unknown {
    return this.#story.error;
  }

  /** What others did to the offer while it was open: its new status, that it was changed or reassigned. */
  get news(): OfferNews {
    return this.#news;
  }

  /** Activities of this offer that the server has not confirmed, oldest first. */
  get unsent(): readonly UnsentActivity[] {
    const id = this.#id ?? '';
    return [...this.#runs.waiting.activitiesOf(id), ...this.#unsent.of(id)];
  }

  /** Opens an offer, or closes the one that is open. */
  open(id: string | undefined) {
    if (id === this.#id) return;
    this.#id = id;
    this.#pages = 1;
    this.#hasNews = true;
    this.#news = undefined;
    const known = id === undefined ? undefined : this.#options.find(id);
    this.#seen = known;
    if (known) this.#offer.value = known;
    this.#host.requestUpdate();
  }

  /** The reader has read the news. */
  dismissNews() {
    this.#news = undefined;
    this.#host.requestUpdate();
  }

  refresh() {
    this.#offer.refresh();
    this.#story.refresh();
  }

  /** Reads the next 25 activities as well. */
  readEarlier() {
    this.#pages++;
    this.#story.refresh();
  }

  /** Takes an offer as the server answered it to this page. */
  take(offer: LeadOffer) {
    if (offer.id !== this.#id) return;
    this.#seen = offer;
    this.#offer.value = offer;
  }

  /**
   * Logs an activity. It is shown at once and stays, marked as not sent, when it fails.
   *
   * @returns Whether the server has it.
   */
  async log(activity: Pick<UnsentActivity, 'kind' | 'body' | 'internal'>): Promise<boolean> {
    const offer = this.#shown;
    const {portal} = this.#host;
    if (!offer || !portal || !this.#host.dispatchEvent(new LeadOfferActionEvent({action: 'log_activity', offers: [offer], input: {...activity}}))) return false;
    return this.#send(offer, {...activity, state: 'sending', key: newKey(portal.client.connection.random)});
  }

  /** Tries an activity again that was not sent. */
  resend(activity: UnsentActivity): Promise<boolean> {
    const {waiting} = this.#runs;
    const entry = waiting.entryOf(activity);
    if (entry) waiting.retry(entry);
    const offer = this.#shown;
    return offer && !entry ? this.#send(offer, {...activity, state: 'sending', sentence: undefined}) : Promise.resolve(false);
  }

  /** Takes an activity back that was not sent, to be written anew. */
  withdraw(activity: UnsentActivity) {
    const {waiting} = this.#runs;
    const entry = waiting.entryOf(activity);
    if (entry) waiting.discard(entry);
    else this.#drop(this.#id ?? '', activity);
  }

  /** Sets or clears the next step. */
  async planNextStep(nextStep: NextStep | null): Promise<boolean> {
    const offer = this.#shown;
    const client = this.#host.portal?.client;
    if (!offer || !client || !this.#host.dispatchEvent(new LeadOfferActionEvent({action: 'next_step', offers: [offer], input: {nextStep}}))) return false;
    const {explain, find} = this.#options;
    const answer = await act<LeadOffer>(this.#host, {
      show: () => {
        if (this.#id === offer.id) this.#offer.value = {...offer, nextStep};
        return done => {
          if (!done && this.#id === offer.id) this.#offer.value = offer;
        };
      },
      send: () =>
        this.#runs.inTurn(offer.id, () => {
          const {version} = find(offer.id) ?? offer;
          return client.leadOffers.setNextStep({id: offer.id, version: Math.max(version, offer.version), nextStep});
        }),
      explain,
      tell: text => this.#host.portal?.notify({tone: 'danger', text}),
    });
    if (!answer) return false;
    this.#options.take(answer);
    this.take(answer);
    this.#host.dispatchEvent(new LeadOfferActionDoneEvent('next_step', answer));
    return true;
  }

  /** As an act under way will leave it. */
  get #shown(): LeadOffer | undefined {
    const id = this.#id;
    return id === undefined ? undefined : (this.#runs.previewOf(id) ?? this.#offer.value ?? this.#options.find(id));
  }

  async #send({id}: LeadOffer, activity: UnsentActivity): Promise<boolean> {
    const {portal} = this.#host;
    if (!portal) return false;
    const {key, kind, body, internal} = activity;
    const answer = await act<Activity | typeof kept>(this.#host, {
      show: () => {
        this.#keep(id, activity);
        return done => {
          if (done) this.#drop(id, activity);
        };
      },
      send: () => this.#runs.inTurn(id, () => sendOrKeep(portal, send => send('activities', 'create', {leadOfferId: id, kind, body, internal}), key)),
      explain: this.#options.explain,
      tell: sentence => this.#keep(id, {...activity, state: 'refused', sentence}),
    });
    if (!answer || answer === kept) return false;
    if (this.#id !== id) return true;
    const {story} = this;
    const offer = this.#shown;
    if (story && !story.items.some(item => item.id === answer.id)) this.#story.value = {...story, items: [answer, ...story.items]};
    this.refresh();
    if (offer) this.#host.dispatchEvent(new LeadOfferActionDoneEvent('log_activity', offer));
    return true;
  }

  #keep(id: string, activity: UnsentActivity) {
    this.#unsent.put(id, activity);
    this.#host.requestUpdate();
  }

  #drop(id: string, activity: UnsentActivity) {
    this.#unsent.drop(id, activity);
    this.#host.requestUpdate();
  }

  /** Notes what is new in an offer that was read. An older state than the one known is dropped: the answer to an act overtook it. */
  #heed(offer: LeadOffer): LeadOffer {
    const before = this.#seen;
    if (before?.id !== offer.id) return (this.#seen = offer);
    if (before.version > offer.version) return before;
    this.#seen = offer;
    this.#hasNews ||= before.version < offer.version;
    if (before.version === offer.version || this.#runs.previewOf(offer.id)) return offer;
    const news = toNews(before, offer);
    // Work begins with the first contact that somebody logs: the story says so already.
    if (news && news !== 'working') this.#news = news;
    return offer;
  }
}
