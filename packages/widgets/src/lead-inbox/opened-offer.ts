import type {LeadOffer, NextStep} from '@portico/contract';
import type {UnsentActivity} from '../base/unsent-activity.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {withoutCode} from '../base/without-code.ts';
import type {LeadOfferActs} from './lead-offer-acts.ts';
import type {OfferNews, Story, StoryOptions} from './offer-story.model.ts';
import type {OfferStory} from './offer-story.ts';

export type {Story} from './offer-story.model.ts';

/** What the open offer needs of the inbox around it. */
export interface OpenedOfferOptions extends StoryOptions {
  readonly acts: LeadOfferActs;
}

/**
 * The offer that is open for reading: kept current, with its story and what happened to it behind the reader's back. What reads the story comes after the list, or
 * with the first offer that is opened.
 */
export class OpenedOffer {
  readonly #host: WidgetHost;
  readonly #options: OpenedOfferOptions;
  #id: string | undefined;
  #story: OfferStory | undefined;
  #failure: unknown;

  constructor(host: WidgetHost, options: OpenedOfferOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Loads what reads stories; without a connection the next offer tries again. */
  async prepare(): Promise<OfferStory> {
    const runs = await this.#options.acts.prepare();
    const work = await import('./offer-work.ts');
    if (!this.#story) {
      this.#story = new work.OfferStory(this.#host, runs, this.#options);
      this.#story.open(this.#id);
    }
    return this.#story;
  }

  get id(): string | undefined {
    return this.#id;
  }

  /** The offer as it is known, with what an act under way will make of it. */
  get offer(): LeadOffer | undefined {
    const id = this.#id;
    const {acts, find} = this.#options;
    return id === undefined ? undefined : (acts.previewOf(id) ?? this.#story?.offer ?? find(id));
  }

  /** Why the offer cannot be read: it is gone, or the connection is. */
  get error(): unknown {
    return this.#story ? this.#story.error : this.#failure;
  }

  /** The activities, once read. */
  get story(): Story | undefined {
    return this.#story?.story;
  }

  get storyError(): unknown {
    return this.#story?.storyError;
  }

  /** What others did to the offer while it was open: its new status, that it was changed or reassigned. */
  get news(): OfferNews {
    return this.#story?.news;
  }

  /** Activities of this offer that the server has not confirmed, oldest first. */
  get unsent(): readonly UnsentActivity[] {
    return this.#story?.unsent ?? [];
  }

  /** Opens an offer, or closes the one that is open. */
  open(id: string | undefined) {
    if (id === this.#id) return;
    this.#id = id;
    if (this.#story) this.#story.open(id);
    else if (id !== undefined) this.refresh();
    this.#host.requestUpdate();
  }

  /** The reader has read the news. */
  dismissNews() {
    this.#story?.dismissNews();
  }

  /** Reads the offer and its story again. */
  refresh() {
    if (this.#story) return this.#story.refresh();
    this.#failure = undefined;
    this.prepare().catch(() => {
      this.#failure = withoutCode;
      this.#host.requestUpdate();
    });
  }

  /** Reads the next 25 activities as well. */
  readEarlier() {
    this.#story?.readEarlier();
  }

  /** Takes an offer as the server answered it to this page. */
  take(offer: LeadOffer) {
    this.#options.take(offer);
    this.#story?.take(offer);
  }

  /**
   * Logs an activity. It is shown at once and stays, marked as not sent, when it fails.
   *
   * @returns Whether the server has it.
   */
  async log(activity: Pick<UnsentActivity, 'kind' | 'body' | 'internal'>): Promise<boolean> {
    return (this.#story ?? (await this.prepare())).log(activity);
  }

  /** Tries an activity again that was not sent. */
  async resend(activity: UnsentActivity): Promise<boolean> {
    return (await this.#story?.resend(activity)) ?? false;
  }

  /** Takes an activity back that was not sent, to be written anew. */
  withdraw(activity: UnsentActivity) {
    this.#story?.withdraw(activity);
  }

  /** Sets or clears the next step. */
  async planNextStep(nextStep: NextStep | null): Promise<boolean> {
    return (this.#story ?? (await this.prepare())).planNextStep(nextStep);
  }
}
