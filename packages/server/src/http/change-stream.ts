import type {Context as HonoContext} from 'hono';
import {ChangeFeed} from '../changes/change-feed.ts';
import {readHorizon, type Horizon} from '../changes/read-changes.ts';
import {literal} from '../database/database.ts';
import {inTransaction, openingSql} from '../database/open.ts';
import {problem} from '../problem.ts';
import {admissionSql, admit, readCredentials, rightsOf, type Identity} from './authenticate.ts';
import {ChangeReader} from './change-reader.ts';
import {encodeChanges} from './event-stream.ts';
import {countingFailures} from './mount.ts';
import type {Env, RequestFacts} from './request-facts.ts';
import type {Services} from './services.ts';

const streamsPerHolder = {session: 3, key: 20};
const streamsPerTenant = 5_000;
const heartbeatMs = 15_000;
const recheckMs = 10_000;
const safetyMs = 5_000;
const tickMs = 1_000;

/** `GET /v1/events`: what changes for the reader, as it happens, resumed where it broke off. */
export class ChangeStream {
  readonly #services: Services;
  readonly #feed: ChangeFeed;
  readonly #readers = new Set<ChangeReader>();
  #ticker: ReturnType<typeof setInterval> | undefined;
  #beatAt = 0;
  #recheckAt = 0;
  #wakeAt = 0;
  #isDraining = false;

  constructor(services: Services) {
    this.#services = services;
    const {database, context} = services;
    this.#feed = new ChangeFeed({database, log: context.log, encode: encodeChanges});
  }

  /** Answers a request for the stream. */
  readonly handle = async (c: HonoContext<Env>): Promise<Response> => {
    // Hono answers HEAD by way of GET and drops the body; nobody would ever end that stream.
    if (c.req.raw.method === 'HEAD') throw problem('method_not_allowed', {allow: ['GET', 'OPTIONS']});
    if (this.#isDraining) throw problem('unavailable', {retryAfterS: 5});
    const {origin, isOwnOrigin, ip} = c.var;
    const identity = await countingFailures(this.#services, ip, () => this.#identify(c.req.raw.headers, {origin, isOwnOrigin}));
    const lastEventId = readEventId(c.req.raw.headers);
    const horizon = await readHorizon(this.#services.database, identity.tenantId);
    if (lastEventId !== null && lastEventId > horizon.last) throw problem('last_event_id_invalid');
    const reader = this.#open(identity);
    void this.#serve(reader, lastEventId, horizon);
    return new Response(reader.body, {headers: {'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'private, no-store', 'X-Accel-Buffering': 'no'}});
  };

  /** How many streams are open. */
  get size(): number {
    return this.#readers.size;
  }

  /** Sends everybody away, spread over 1 to 15 seconds, and lets nobody in any more. */
  drain(): void {
    this.#isDraining = true;
    for (const reader of this.#readers) reader.drain(1000 + Math.round((14_000 * (this.#services.context.randomBytes(1)[0] ?? 0)) / 255));
  }

  async close(): Promise<void> {
    this.drain();
    clearInterval(this.#ticker);
    await this.#feed.close();
  }

  async #identify(headers: Headers, page: Pick<RequestFacts, 'origin' | 'isOwnOrigin'>): Promise<Identity> {
    const {database, context, keyUsage, keyring, limiter, tokens} = this.#services;
    await keyring.prepare();
    const credentials = await readCredentials(headers, tokens);
    const identity = await inTransaction(database, admissionSql('read', credentials), async (_, results) => admit(credentials, results, page, context.now()));
    keyUsage.note(identity);
    limiter.count([identity.session ? {policy: 'session', id: identity.session.id} : {policy: 'key', id: identity.principalId}, {policy: 'tenant', id: identity.tenantId}]);
    return identity;
  }

  #open(identity: Identity): ChangeReader {
    const reader = new ChangeReader(identity, ended => this.#leave(ended));
    const ofTenant = [...this.#readers].filter(({tenantId}) => tenantId === reader.tenantId);
    const most = reader.sessionId ? streamsPerHolder.session : streamsPerHolder.key;
    if (ofTenant.length >= streamsPerTenant || ofTenant.filter(({holder}) => holder === reader.holder).length >= most) {
      throw problem('rate_limited', {violatedPolicies: ['streams'], retryAfterS: 30});
    }
    this.#readers.add(reader);
    this.#ticker ??= startTicker(() => this.#tick());
    return reader;
  }

  /** Leaves functions that end a reader's subscription. */
  readonly #subscriptions = new Map<ChangeReader, () => void>();

  async #serve(reader: ChangeReader, lastEventId: number | null, horizon: Horizon): Promise<void> {
    const isGone = lastEventId !== null && lastEventId < horizon.oldest - 1;
    const from = lastEventId === null || isGone ? horizon.last : lastEventId;
    reader.begin(isGone ? 'reset' : 'ready', from);
    try {
      const leave = await this.#feed.subscribe(reader, from);
      if (reader.isOpen) this.#subscriptions.set(reader, leave);
      else leave();
    } catch (error) {
      this.#services.context.log.warn({err: error}, 'a stream could not be served');
      reader.drain(3000);
    }
  }

  #leave(reader: ChangeReader): void {
    this.#readers.delete(reader);
    this.#subscriptions.get(reader)?.();
    this.#subscriptions.delete(reader);
    if (this.#readers.size > 0) return;
    clearInterval(this.#ticker);
    this.#ticker = undefined;
  }

  #tick(): void {
    const now = this.#services.context.now();
    for (const reader of this.#readers) if (reader.expiresAtMs !== null && reader.expiresAtMs <= now) reader.reauth();
    if (now >= this.#beatAt) {
      this.#beatAt = now + heartbeatMs;
      for (const reader of this.#readers) reader.beat();
    }
    if (now >= this.#wakeAt) {
      this.#wakeAt = now + safetyMs;
      this.#feed.wakeAll();
    }
    if (now >= this.#recheckAt) {
      this.#recheckAt = now + recheckMs;
      for (const [tenantId, readers] of Map.groupBy(this.#readers, ({tenantId}) => tenantId)) {
        this.#services.background.start('checking the sessions of streams', () => this.#recheck(tenantId, readers));
      }
    }
  }

  /** Ends streams whose session or key no longer counts, and goes by what roles allow now. */
  async #recheck(tenantId: string, readers: readonly ChangeReader[]): Promise<void> {
    const {database, context} = this.#services;
    const sessions = readers.flatMap(({sessionId}) => sessionId ?? []).map(literal);
    const keys = readers.filter(({sessionId}) => sessionId === null).map(({principalId}) => literal(principalId.slice('key:'.length)));
    const now = literal(new Date(context.now()).toISOString());
    const opening = openingSql('read', {tenantId, caller: 'system', partnerOrgId: null, principalId: 'system:feed'});
    const select = `SELECT * FROM session_standing WHERE embed_session_id IN (${sessions.join(', ') || 'NULL'});
      SELECT key_id FROM key_standing WHERE (expires_at IS NULL OR expires_at > ${now}) AND key_id IN (${keys.join(', ') || 'NULL'}); `;
    const [validSessions = [], validKeys = []] = await inTransaction(database, opening + select, async (_, results) => results.slice(-2));
    const rows = new Map(validSessions.map(row => [String(row['embed_session_id']), row]));
    const keyIds = new Set(validKeys.map(row => `key:${String(row['key_id'])}`));
    for (const reader of readers) {
      const row = reader.sessionId ? rows.get(reader.sessionId) : undefined;
      if (!row && !keyIds.has(reader.principalId)) reader.reauth();
      else if (row && reader.side !== 'key') reader.allow(rightsOf(reader.side, row));
    }
  }
}

function readEventId(headers: Headers): number | null {
  const text = headers.get('Last-Event-ID');
  if (text === null || text === '') return null;
  if (!/^\d{1,15}$/.test(text)) throw problem('last_event_id_invalid');
  return Number(text);
}

function startTicker(tick: () => void): ReturnType<typeof setInterval> {
  const ticker = setInterval(tick, tickMs);
  // A stream keeps its process alive by its socket; the ticker need not.
  if (typeof ticker === 'object') ticker.unref();
  return ticker;
}
