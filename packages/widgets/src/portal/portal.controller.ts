import {type ChangeFeed, type Client, createChangeFeed, createClient, type Drafts, type DraftsOptions, type FetchSession, type Outbox} from '@portico/client';
import type {ChangeEvent, ChangeResource, Me} from '@portico/contract';
import type {ToastMessage} from '../ui/toast/toast.ts';

/** How the portal stands: `idle` before it knows its address, `failed` when there is no session to be had. */
export type PortalStatus = 'idle' | 'connecting' | 'ready' | 'failed';

/** What a portal is made of. */
export interface PortalOptions {
  /** Where the API is, without `/v1`. */
  apiUrl: string;
  fetchSession: FetchSession;
  /** Seals what is typed and not sent, in place of the secret that the session brings; see the client's `DraftsOptions`. */
  draftSecret?: DraftsOptions['secret'];
  /** Keeps acts on this device while there is no connection, and sends them afterwards. */
  outbox?: boolean;
  /** Instead of the browser's own, such as a pretend backend. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970; the browser's clock unless given. */
  now?: () => number;
}

/** Countdowns move this often; finer steps would only distract. */
const tickMs = 20_000;

/**
 * One client, one session and one change feed for all widgets of a page: the portal without a view. `<portico-portal>` makes one and offers it by context;
 * a page that draws its own makes it by hand.
 */
export class PortalController {
  readonly client: Client;
  readonly feed: ChangeFeed;
  readonly #options: PortalOptions;
  readonly #localNow: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #tickers = new Set<() => void>();
  #status: PortalStatus = 'idle';
  #me: Me | undefined;
  #error: unknown;
  #offsetMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #drafts: Promise<Drafts> | undefined;
  #openedDrafts: Drafts | undefined;
  #outbox: Outbox | undefined;
  #know!: (lastChangeId: number) => void;
  #starting: Promise<void> | undefined;
  #isOver = false;
  #stopWatching: (() => void)[] = [];

  /** Shows a short message; the portal element has a place for them. */
  notify: (message: ToastMessage) => void = () => {};

  constructor(options: PortalOptions) {
    const {apiUrl, fetchSession, fetch, now = Date.now} = options;
    this.#options = options;
    this.#localNow = now;
    this.client = createClient({apiUrl, fetchSession, fetch: fetch && (request => fetch(request))});
    // Nothing is read before `me`: a stream from its number on misses nothing, and nothing is read twice.
    this.feed = createChangeFeed(this.client, {after: new Promise(resolve => (this.#know = resolve))});
  }

  get status(): PortalStatus {
    return this.#status;
  }

  /** What the page sends requests with instead of the browser, for those that do not go through the client. */
  get fetch(): typeof globalThis.fetch | undefined {
    return this.#options.fetch;
  }

  /** Where the API is, without `/v1`. */
  get apiUrl(): string {
    return this.#options.apiUrl;
  }

  /** Whether the session is there and reading may begin. */
  get ready(): boolean {
    return this.#status === 'ready';
  }

  /** Why `status` is `failed`. */
  get error(): unknown {
    return this.#error;
  }

  /** Who is signed in; known once ready. */
  get me(): Me | undefined {
    return this.#me;
  }

  /** What was typed and not sent, kept for after a reload where the session brought a secret to seal it with. Loaded when a form first asks. */
  openDrafts(): Promise<Drafts> {
    const secret = this.#options.draftSecret ?? (() => this.client.session.draftSecret);
    this.#drafts ??= import('./stores.ts').then(({createDrafts}) => (this.#openedDrafts = createDrafts(this.client, {secret, onDenied: () => this.#tell()})));
    // Without a network the code cannot come now; the next form asks again.
    this.#drafts.catch(() => {
      this.#drafts = undefined;
    });
    return this.#drafts;
  }

  /** Whether the browser refuses to keep what is typed, so that forms should say that leaving the page loses it. */
  get deniesDrafts(): boolean {
    return this.#openedDrafts?.denied ?? false;
  }

  /** Acts that wait for a connection; known once ready, and only where the page asked for it. */
  get outbox(): Outbox | undefined {
    return this.#outbox;
  }

  /** Whether the change feed is connected. Without it, what is shown may be old. */
  get live(): boolean {
    return this.feed.state === 'live';
  }

  /** Whether the feed has given up for now: what is shown is old. */
  get offline(): boolean {
    return this.feed.state === 'offline';
  }

  /** The server's time in milliseconds, as well as this side knows it: deadlines are the server's. */
  now(): number {
    return this.#localNow() + this.#offsetMs;
  }

  /** Gets the session and connects. Calling it again after a failure tries again. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** Ends the feed and the timers for good. What was sent is not taken back. */
  stop() {
    this.#isOver = true;
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const stop of this.#stopWatching.splice(0)) stop();
    this.feed.close();
    void this.#drafts?.then(drafts => drafts.close());
    this.#outbox?.close();
    this.#enter('idle');
  }

  /**
   * Hears of changes of these resources, one at a time in the order of commits.
   *
   * @param listener - Gets `null` when changes may have been missed: read everything again.
   * @returns Stops it.
   */
  subscribe(resources: readonly ChangeResource[], listener: (change: ChangeEvent | null) => void): () => void {
    return this.feed.subscribe(resources, listener);
  }

  /**
   * Hears whenever status, person or connection change.
   *
   * @returns Stops it.
   */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Is called every 20 seconds, for countdowns; one timer for the page.
   *
   * @returns Stops it.
   */
  tick(listener: () => void): () => void {
    this.#tickers.add(listener);
    this.#timer ??= setInterval(() => {
      for (const each of this.#tickers) each();
    }, tickMs);
    return () => {
      this.#tickers.delete(listener);
      if (this.#tickers.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  async #start() {
    this.#enter('connecting');
    if (this.#stopWatching.length === 0) {
      this.#stopWatching = [this.feed.onState(() => this.#tell()), this.client.session.subscribe(state => this.#heed(state))];
    }
    try {
      const askedAt = this.#localNow();
      const me = await this.client.me.get({});
      const answeredAt = this.#localNow();
      this.#offsetMs = Date.parse(me.serverTime) - (askedAt + answeredAt) / 2;
      this.#know(me.lastChangeId);
      await this.#openStores();
      this.#me = me;
      this.#error = undefined;
      this.#end('ready');
    } catch (error) {
      this.#error = error;
      this.#end('failed');
    }
  }

  /** Whoever hears how the start ended may start again at once. */
  #end(status: PortalStatus) {
    this.#starting = undefined;
    if (!this.#isOver) this.#enter(status);
  }

  /** Pages that keep nothing on the device do not load what it takes. Should it not load, acts need a connection, and say so. */
  async #openStores() {
    if (!this.#options.outbox) return;
    const stores = await import('./stores.ts').catch(() => undefined);
    if (!this.#isOver) this.#outbox ??= stores?.createOutbox(this.client);
  }

  #heed(state: string) {
    // Rows stay on screen when a session ends: only the page can renew it, and nothing typed may go.
    this.#tell();
    if (state === 'active' && this.#status === 'failed') void this.start();
  }

  #enter(status: PortalStatus) {
    if (status === this.#status) return;
    this.#status = status;
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
