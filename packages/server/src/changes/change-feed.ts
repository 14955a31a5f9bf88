import type {Log} from '../context.ts';
import type {Database} from '../database/database.ts';
import {readChanges, type StoredChange} from './read-changes.ts';

/** Somebody who hears a tenant's changes. */
export interface Subscriber {
  readonly tenantId: string;
  /** The same for those who may hear the same: what is sent to them is made once. */
  readonly audience: string;
  mayHear(change: StoredChange): boolean;
  /** Takes bytes that cannot wait; a subscriber that is too slow ends itself. */
  send(bytes: Uint8Array): void;
  /** Resolves when more can be sent without piling up. */
  ready(): Promise<void>;
  readonly isOpen: boolean;
}

export interface ChangeFeedOptions {
  readonly database: Database;
  readonly log: Log;
  /** Writes changes in the form that subscribers send. */
  readonly encode: (changes: readonly StoredChange[]) => Uint8Array;
}

/** Changes that come within this time go out together. */
const windowMs = 50;
/** After so many subscribers others get their turn: a sweep over thousands would hold up every request meanwhile. */
const sliceSize = 250;
const pageSize = 500;

interface TenantFeed {
  /** Subscribers that have heard everything up to `last`, with how far ahead of it they may already be. */
  readonly live: Map<Subscriber, number>;
  /** How many are reading what happened before they came. */
  joining: number;
  last: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  isReading: boolean;
  isStale: boolean;
}

/** Hands committed changes to the subscribers of this process. Notifications only wake it; what it hands out is read from the table. */
export class ChangeFeed {
  readonly #options: ChangeFeedOptions;
  readonly #tenants = new Map<string, TenantFeed>();
  #listening: Promise<() => Promise<void>> | undefined;

  constructor(options: ChangeFeedOptions) {
    this.#options = options;
  }

  /**
   * Sends every change after a number, then each new one, in order and once.
   *
   * @returns Ends it.
   */
  async subscribe(subscriber: Subscriber, after: number): Promise<() => void> {
    const {tenantId} = subscriber;
    await this.#listen();
    const tenant = this.#tenantOf(tenantId, after);
    // Kept while somebody joins, so that a notification between reading and joining is not lost.
    tenant.joining++;
    try {
      await this.#catchUp(subscriber, tenant, after);
    } finally {
      tenant.joining--;
      this.#forgetIfIdle(tenantId, tenant);
    }
    return () => {
      tenant.live.delete(subscriber);
      this.#forgetIfIdle(tenantId, tenant);
    };
  }

  /** Looks for changes of every tenant somebody listens to: after notifications may have been lost. */
  wakeAll(): void {
    for (const tenantId of this.#tenants.keys()) this.#wake(tenantId);
  }

  async close(): Promise<void> {
    for (const {timer} of this.#tenants.values()) clearTimeout(timer);
    this.#tenants.clear();
    const stop = await this.#listening?.catch(() => undefined);
    this.#listening = undefined;
    await stop?.();
  }

  async #listen(): Promise<void> {
    this.#listening ??= this.#options.database.listen('portico_change', tenantId => this.#wake(tenantId), () => this.wakeAll());
    await this.#listening.catch((error: unknown) => {
      this.#listening = undefined;
      throw error;
    });
  }

  /** Sends what happened before, then puts the subscriber among those who hear what happens. */
  async #catchUp(subscriber: Subscriber, tenant: TenantFeed, after: number): Promise<void> {
    let position = after;
    while (subscriber.isOpen) {
      const changes = await readChanges(this.#options.database, subscriber.tenantId, position, pageSize);
      position = changes.at(-1)?.id ?? position;
      this.#sendOne(subscriber, changes);
      // From here to the entry in `live` nothing is awaited, so nothing can come in between.
      if (changes.length < pageSize && position >= tenant.last) {
        if (tenant.live.size === 0 && !tenant.isReading) tenant.last = position;
        tenant.live.set(subscriber, position);
        return;
      }
      await subscriber.ready();
    }
  }

  #tenantOf(tenantId: string, last: number): TenantFeed {
    const known = this.#tenants.get(tenantId);
    if (known) return known;
    const fresh: TenantFeed = {live: new Map(), joining: 0, last, timer: undefined, isReading: false, isStale: false};
    this.#tenants.set(tenantId, fresh);
    return fresh;
  }

  #forgetIfIdle(tenantId: string, tenant: TenantFeed): void {
    if (tenant.live.size > 0 || tenant.joining > 0 || tenant.isReading || this.#tenants.get(tenantId) !== tenant) return;
    clearTimeout(tenant.timer);
    this.#tenants.delete(tenantId);
  }

  #wake(tenantId: string): void {
    const tenant = this.#tenants.get(tenantId);
    if (!tenant) return;
    tenant.isStale = true;
    if (tenant.isReading || tenant.timer !== undefined) return;
    tenant.timer = setTimeout(() => {
      tenant.timer = undefined;
      void this.#read(tenantId, tenant);
    }, windowMs);
  }

  async #read(tenantId: string, tenant: TenantFeed): Promise<void> {
    tenant.isReading = true;
    try {
      while (tenant.isStale && this.#tenants.get(tenantId) === tenant) {
        tenant.isStale = false;
        const changes = await readChanges(this.#options.database, tenantId, tenant.last, pageSize);
        if (changes.length === pageSize) tenant.isStale = true;
        const newest = changes.at(-1);
        if (!newest) continue;
        tenant.last = newest.id;
        // Whoever joins from here on has read this far from the table.
        await this.#sweep([...tenant.live], tenant, changes);
        // Between pages of a burst, sockets get their turn to take what they were sent.
        if (tenant.isStale) await pause();
      }
    } catch (error) {
      this.#options.log.warn({err: error, tenantId}, 'changes could not be read; trying again');
      tenant.timer = setTimeout(() => {
        tenant.timer = undefined;
        this.#wake(tenantId);
      }, 1000);
    } finally {
      tenant.isReading = false;
    }
    if (tenant.isStale && tenant.timer === undefined) this.#wake(tenantId);
    this.#forgetIfIdle(tenantId, tenant);
  }

  async #sweep(subscribers: readonly (readonly [Subscriber, number])[], tenant: TenantFeed, changes: readonly StoredChange[]): Promise<void> {
    const firstId = changes[0]?.id ?? 0;
    /** What each audience hears of these changes. */
    const made = new Map<string, Uint8Array>();
    for (const [index, [subscriber, position]] of subscribers.entries()) {
      if (index > 0 && index % sliceSize === 0) await pause();
      if (!tenant.live.has(subscriber)) continue;
      if (position >= firstId) {
        this.#sendOne(subscriber, changes.filter(({id}) => id > position));
        continue;
      }
      let bytes = made.get(subscriber.audience);
      if (!bytes) {
        bytes = this.#options.encode(changes.filter(change => subscriber.mayHear(change)));
        made.set(subscriber.audience, bytes);
      }
      if (bytes.length > 0) subscriber.send(bytes);
    }
  }

  #sendOne(subscriber: Subscriber, changes: readonly StoredChange[]): void {
    const bytes = this.#options.encode(changes.filter(change => subscriber.mayHear(change)));
    if (bytes.length > 0) subscriber.send(bytes);
  }
}

function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
