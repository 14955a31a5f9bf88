import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import type {Keyring} from '../keys/keyring.ts';
import type {SessionTokens} from '../keys/session-token.ts';
import type {Background} from './background.ts';
import type {OriginDirectory} from './cors.ts';
import type {KeyUsage} from './key-usage.ts';
import type {RateLimiter} from './rate-limit.ts';

/** What every request needs, made once an app. */
export interface Services {
  readonly database: Database;
  readonly context: Context;
  readonly keyring: Keyring;
  readonly tokens: SessionTokens;
  readonly limiter: RateLimiter;
  readonly origins: OriginDirectory;
  readonly background: Background;
  readonly keyUsage: KeyUsage;
  /** Compares every answer with the contract's schema and fails when they differ: for tests and development. */
  readonly checkResponses: boolean;
}

/** What is known of a request before anything is read: Hono's variables. */
export interface RequestFacts {
  readonly requestId: string;
  /** The `Origin` header; only browsers send it. */
  readonly origin: string | null;
  /** The page is served from this server's own address: listed without being on a list. */
  readonly isOwnOrigin: boolean;
  /** Address of the other end, or `null` where there is no network. */
  readonly ip: string | null;
}

/** The types of this app's Hono. */
export interface Env {
  Bindings: {
    /** Address of the other end, from the server that listens. */
    ip?: string;
  };
  Variables: RequestFacts & {
    /** The page's origin is not on the tenant's list: it may not read the answer. */
    isHidden?: boolean;
  };
}
