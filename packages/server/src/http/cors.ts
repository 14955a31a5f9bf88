import {isListedOrigin} from '../access/origins.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker} from '../database/open.ts';

const exposed = ['ETag', 'Location', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Idempotent-Replayed', 'X-Request-Id', 'Portico-Version', 'Link'];
const allowed = ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match', 'Last-Event-ID', 'traceparent'];
const refreshMs = 5_000;
const hurriedRefreshMs = 1_000;

/**
 * The origins of all programmes. A preflight carries no token, so it can only be asked whether *some* programme lists the origin; the request that follows is
 * held to its own tenant's list.
 */
export class OriginDirectory {
  readonly #database: Database;
  readonly #context: Context;
  #origins: readonly string[] = [];
  #loadedAt = Number.NEGATIVE_INFINITY;

  constructor(database: Database, context: Context) {
    this.#database = database;
    this.#context = context;
  }

  async lists(origin: string): Promise<boolean> {
    await this.#refresh(refreshMs);
    if (isListedOrigin(origin, this.#origins)) return true;
    // Perhaps it was added a moment ago.
    await this.#refresh(hurriedRefreshMs);
    return isListedOrigin(origin, this.#origins);
  }

  async #refresh(maxAgeMs: number): Promise<void> {
    const age = this.#context.now() - this.#loadedAt;
    if (age >= 0 && age < maxAgeMs) return;
    const rows = await asWorker(this.#database, db => db.selectFrom('program').select('origins').execute());
    this.#origins = [...new Set(rows.flatMap(({origins}) => origins))];
    this.#loadedAt = this.#context.now();
  }
}

/** Answers a preflight of a listed origin. For others nothing is added, and so the browser sends nothing. */
export function allowRequests(headers: Headers): void {
  headers.set('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE');
  headers.set('Access-Control-Allow-Headers', allowed.join(', '));
  headers.set('Access-Control-Max-Age', '600');
}

/** Lets the page read the answer. Without credentials: the API knows no cookies. */
export function allowOrigin(headers: Headers, origin: string): void {
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', exposed.join(', '));
}
