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
