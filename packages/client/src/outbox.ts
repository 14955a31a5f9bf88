import type {Api, Route, RouteInput} from '@portico/contract';
import {wire} from '@portico/contract/wire';
import type {CallOptions, Client, RouteName} from './client.ts';
import {createConnection} from './connection.ts';
import {ApiError, clientProblem, type ApiProblem} from './errors.ts';
import {identityKey} from './identity.ts';
import {openLocalStore, type LocalStore} from './local-store.ts';
import {newKey} from './random.ts';
import {toWireRequest, type WireRequest} from './request.ts';
import {reconnectMs} from './retry.ts';

/** An act that waits to be sent. */
export interface OutboxEntry {
  readonly id: string;
  readonly route: RouteName;
  /** What the person asked for, for showing and for editing. */
  readonly input: object;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly tries: number;
  /** Why it will not be sent as it is: the server's refusal, or `outbox_expired` after 6 days. */
  readonly parked: ApiProblem | {readonly code: 'outbox_expired'} | null;
}

/** As it is kept: bound to a person, with the bytes and the key of every try. */
interface Kept extends OutboxEntry {
  readonly owner: string;
  readonly request: WireRequest;
  /** Settles the order of what was added in the same millisecond. */
  readonly order: number;
}

/** Thrown by `add` when 5 MB wait already. */
export class OutboxFullError extends Error {
  override readonly name = 'OutboxFullError';
}

type Inputs<Resource extends keyof Api, Verb extends keyof Api[Resource]> = Api[Resource][Verb] extends Route ? RouteInput<Api[Resource][Verb]> : never;

/** Acts that wait on this device until the server has taken them, sent in the order in which they came. An entry is no success: it is saved here, not there. */
export interface Outbox {
  /** Whether entries outlive the page; `false` until that is known. */
  readonly persistent: boolean;
  /** What waits or is parked for the present person, oldest first. */
  readonly entries: readonly OutboxEntry[];
  /**
   * Keeps an act and sends it as soon as that is possible.
   *
   * @param options.idempotencyKey - The key under which it was tried before without an answer: had the server taken it, it does not take it twice.
   * @throws OutboxFullError, or ApiError `session_unavailable` when nobody knows for whom it is.
   */
  add<Resource extends keyof Api, Verb extends keyof Api[Resource] & string>(resource: Resource, verb: Verb, input: Inputs<Resource, Verb>, options?: Pick<CallOptions, 'idempotencyKey'>): Promise<OutboxEntry>;
  /** Sends a parked entry again under a new key, with another input where one is given. */
  retry(id: string, input?: object): Promise<void>;
  /** Drops an entry for good. */
  discard(id: string): Promise<void>;
  /** Tries to send now; also happens by itself. */
  drain(): Promise<void>;
  /**
   * Hears of every change of `entries`.
   *
   * @param listener - `sent` is the entry that has just been taken by the server, with its answer.
   * @returns Stops it.
   */
  subscribe(listener: (sent?: {entry: OutboxEntry; answer: unknown}) => void): () => void;
  close(): void;
}

const maxAgeMs = 6 * 24 * 60 * 60_000;
const maxBytes = 5_000_000;

/** The outbox of a client. Make one a page and share it; pages of one browser share what it keeps, and one of them sends. */
export function createOutbox({connection, session}: Pick<Client, 'connection' | 'session'>, options: {store?: LocalStore} = {}): Outbox {
  const {clock, random} = connection;
  const store = options.store ? Promise.resolve(options.store) : openLocalStore('portico-outbox-1');
  const listeners = new Set<(sent?: {entry: OutboxEntry; answer: unknown}) => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('portico-outbox-1');
  // In Node a channel would keep the process from ending.
  (channel as {unref?: () => void} | null)?.unref?.();
  let persistent = false;
  /** Stays when a session runs out: offline there is no new one, and the person is the same. */
  let owner = identityKey(connection);
  let entries: Kept[] = [];
  let failures = 0;
  let draining: Promise<void> | undefined;
  let sending: {id: string; tries: AbortController} | undefined;
  let cancelRetry = () => {};
  let closed = false;

  const tell = (sent?: {entry: OutboxEntry; answer: unknown}) => {
    for (const listener of listeners) listener(sent);
  };
  /** Reads what waits for the present person; other pages may have sent some of it. */
  const load = async () => {
    const opened = await store;
    persistent = opened.persistent;
    const all = (await opened.entries()).map(([, kept]) => kept as Kept);
    entries = all.filter(entry => entry.owner === owner).sort((a, b) => a.createdAt - b.createdAt || a.order - b.order);
    tell();
  };
  const put = async (entry: Kept) => {
    await (await store).set(entry.id, entry);
    channel?.postMessage('changed');
    await load();
  };
  const remove = async (id: string) => {
    await (await store).delete(id);
    channel?.postMessage('changed');
    await load();
  };

  /** A connection that sends under this person's tokens only, whoever is signed in by the time it does. */
  const boundTo = (owner: string) => {
    const own = async (token: Promise<string>) => {
      const current = await token;
      if (identityKey({apiUrl: connection.apiUrl, session: {current}}) !== owner) throw new ApiError(clientProblem('session_unavailable'));
      return current;
    };
    return createConnection({...connection, session: {...session, token: () => own(session.token()), renew: refused => own(session.renew(refused))}});
  };

  const drainOnce = async () => {
    await session.token();
    await load();
    if (owner === null) return;
    const bound = boundTo(owner);
    for (let next = entries.find(entry => !entry.parked); next; next = entries.find(entry => !entry.parked)) {
      if (next.createdAt < clock.now() - maxAgeMs) {
        await put({...next, parked: {code: 'outbox_expired'}});
        continue;
      }
      const {id} = next;
      const tries = new AbortController();
      sending = {id, tries};
      try {
        const answer = await bound.send(next.request, tries.signal);
        failures = 0;
        await remove(next.id);
        tell({entry: next, answer});
      } catch (error) {
        // Taken back while it was being tried: it must not come back.
        if (!entries.some(entry => entry.id === id)) continue;
        // Whatever came from no API (a proxy's page, nothing at all) or asks for a session says nothing about the act.
        const final = error instanceof ApiError && !error.isRetryable && error.problem.status >= 400 && error.problem.status !== 401;
        await put({...next, tries: next.tries + 1, ...(final && {parked: error.problem})});
        // Whatever else failed, fails for the next one too: no network, no session, no server.
        if (!final) throw error;
      }
    }
  };
  const drain = () =>
    (draining ??= exclusively(drainOnce)
      .catch(() => {
        cancelRetry();
        if (!closed) cancelRetry = clock.after(reconnectMs(++failures, random), () => void drain());
      })
      .finally(() => (draining = undefined)));
  const exclusively = async (run: () => Promise<void>) => {
    if (typeof navigator === 'undefined' || !navigator.locks) return run();
    await navigator.locks.request('portico-outbox-1', run);
  };

  const make = (owner: string, route: RouteName, input: object, key?: string): Kept => {
    const line = (wire as Record<string, Record<string, string>>)[route.resource]?.[route.verb] ?? '';
    return {id: newKey(random), owner, route, input, request: toWireRequest(line, input, random, key), createdAt: clock.now(), order: entries.length, tries: 0, parked: null};
  };
  const find = (id: string) => {
    const entry = entries.find(each => each.id === id);
    if (!entry) throw new RangeError('There is no such entry.');
    return entry;
  };

  channel?.addEventListener('message', () => void load());
  const onOnline = () => void drain();
  if (typeof addEventListener === 'function') addEventListener('online', onOnline);
  /** Whoever signs out leaves nothing of theirs on the device; what is being sent at this moment may still arrive. */
  const forget = async (gone: string) => {
    entries = [];
    const opened = await store;
    for (const [id, kept] of await opened.entries()) if ((kept as Kept).owner === gone) await opened.delete(id);
    if (!closed) channel?.postMessage('changed');
    await load();
  };
  const stop = session.subscribe(state => {
    const gone = owner;
    if (state === 'active') owner = identityKey(connection);
    if (state === 'none') owner = null;
    void (state === 'active' ? drain() : state === 'none' && gone !== null ? forget(gone).catch(() => {}) : load());
  });
  // Who comes after the session hears of none that begins: what was kept by an earlier page goes on all the same.
  if (owner !== null) void drain();

  return {
    get persistent() {
      return persistent;
    },
    get entries() {
      return entries;
    },
    async add(resource, verb, input, {idempotencyKey} = {}) {
      if (owner === null) await session.token();
      if (owner === null) throw new ApiError(clientProblem('session_unavailable'));
      await load();
      const entry = make(owner, {resource, verb}, input, idempotencyKey);
      if ([...entries, entry].reduce((sum, {request}) => sum + (request.body?.length ?? 0) + request.path.length, 0) > maxBytes) throw new OutboxFullError('5 MB wait to be sent already.');
      await put(entry);
      void drain();
      return entry;
    },
    async retry(id, input) {
      const old = find(id);
      const {request} = make(old.owner, old.route, input ?? old.input);
      await put({...old, input: input ?? old.input, request, parked: null, createdAt: clock.now()});
      void drain();
    },
    async discard(id) {
      await remove(find(id).id);
      if (sending?.id === id) sending.tries.abort();
    },
    drain,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      stop();
      cancelRetry();
      channel?.close();
      listeners.clear();
      if (typeof removeEventListener === 'function') removeEventListener('online', onOnline);
    },
  };
}
