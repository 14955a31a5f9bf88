import type {S3Settings} from './file-store/s3-bucket.ts';
import type {Quotas} from './http/rate-limit.ts';
import {defaultFileLimits, type FileLimits} from './stored-file/file-limits.ts';

/** How the server behaves; `readConfig` makes it from the environment, tests by hand. */
export interface Config {
  /** Address under which browsers and hosts reach the API, without `/v1`: issuer and audience of session tokens. */
  readonly publicUrl: string;
  readonly quotas: Quotas;
  /** Takes the caller's address from `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
  /** Compares every answer with the contract and fails when they differ; costs time. */
  readonly checkResponses: boolean;
  /** Address under which browsers reach the files, without `/files`: another host or port than the API's keeps what is in them away from it. `null`: the API's. */
  readonly filesUrl: string | null;
  readonly fileLimits: FileLimits;
}

/** What holds when nothing else is said. */
export const defaultConfig: Config = {
  publicUrl: 'http://localhost:4400',
  quotas: {
    ip: {requests: 300, windowS: 60},
    session: {requests: 600, windowS: 60},
    key: {requests: 3000, windowS: 60},
    tenant: {requests: 12_000, windowS: 60},
    visitor: {requests: 3000, windowS: 60},
    enquiry: {requests: 10, windowS: 600},
  },
  trustProxy: false,
  checkResponses: false,
  filesUrl: null,
  fileLimits: defaultFileLimits,
};

/** A setting of the environment has a value that cannot be used; the message names it. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** Everything that `serve` needs to know, from the environment. */
export interface ServerSettings extends Config {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL, or `undefined` for PGlite. */
  readonly databaseUrl: string | undefined;
  /** Folder for everything that is kept; PGlite is in its folder `database`. */
  readonly dataFolder: string;
  /** The bucket that keeps the files, or `undefined` for the folder `files` beside the database. */
  readonly s3: S3Settings | undefined;
  /** What looks for viruses: `clamd://host:port`, or a command that reads a file and ends with 0 (clean) or 1 (infected). */
  readonly scanner: string | undefined;
  /** Folder of the widgets' files, `dist/cdn` of `@portico/widgets`, served below `/cdn/`; or `undefined`. */
  readonly widgetsFolder: string | undefined;
  readonly poolSize: number;
  readonly preparedStatements: boolean;
  readonly logLevel: string;
}

/**
 * Reads the settings from environment variables: `PORT` (4400), `HOST` (127.0.0.1), `DATABASE_URL`, `PORTICO_DATA` (.portico), `PORTICO_PUBLIC_URL`,
 * `PORTICO_FILES_URL` (as `PORTICO_PUBLIC_URL`), `PORTICO_FILE_MAX_MB` (100), `PORTICO_VIDEO_MAX_MB` (2100), `PORTICO_FILE_QUOTA_GB` (100, a vendor), `PORTICO_S3_ENDPOINT`,
 * `PORTICO_S3_BUCKET`, `PORTICO_S3_REGION` (us-east-1), `PORTICO_S3_ACCESS_KEY_ID`, `PORTICO_S3_SECRET_ACCESS_KEY`, `PORTICO_SCANNER`, `PORTICO_WIDGETS`, `PORTICO_TRUST_PROXY` (0 or 1), `PORTICO_POOL_SIZE` (10), `PORTICO_PREPARED_STATEMENTS` (1; 0 behind a pooler that cannot keep them), `LOG_LEVEL` (info).
 *
 * @throws ConfigError
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ServerSettings {
  const port = readInteger(env, 'PORT', 4400, 0, 65_535);
  const host = env['HOST'] || '127.0.0.1';
  return {
    ...defaultConfig,
    host,
    port,
    publicUrl: readUrl('PORTICO_PUBLIC_URL', env['PORTICO_PUBLIC_URL'] || `http://localhost:${port}`),
    databaseUrl: env['DATABASE_URL'] || undefined,
    dataFolder: env['PORTICO_DATA'] || '.portico',
    filesUrl: env['PORTICO_FILES_URL'] ? readUrl('PORTICO_FILES_URL', env['PORTICO_FILES_URL']) : null,
    fileLimits: {
      maxBytes: readInteger(env, 'PORTICO_FILE_MAX_MB', 100, 1, 10_000) * 1_000_000,
      maxVideoBytes: readInteger(env, 'PORTICO_VIDEO_MAX_MB', 2100, 1, 100_000) * 1_000_000,
      tenantBytes: readInteger(env, 'PORTICO_FILE_QUOTA_GB', 100, 1, 1_000_000) * 1_000_000_000,
    },
    s3: readS3(env),
    scanner: env['PORTICO_SCANNER'] || undefined,
    widgetsFolder: env['PORTICO_WIDGETS'] || undefined,
    trustProxy: env['PORTICO_TRUST_PROXY'] === '1',
    poolSize: readInteger(env, 'PORTICO_POOL_SIZE', 10, 1, 1000),
    preparedStatements: env['PORTICO_PREPARED_STATEMENTS'] !== '0',
    logLevel: env['LOG_LEVEL'] || 'info',
  };
}

function readInteger(env: Readonly<Record<string, string | undefined>>, name: string, otherwise: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not ${JSON.stringify(text)}.`);
  return value;
}

function readS3(env: Readonly<Record<string, string | undefined>>): S3Settings | undefined {
  const endpoint = env['PORTICO_S3_ENDPOINT'];
  if (!endpoint) return undefined;
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new ConfigError(`${name} must be set together with PORTICO_S3_ENDPOINT.`);
    return value;
  };
  return {
    endpoint: readUrl('PORTICO_S3_ENDPOINT', endpoint),
    bucket: need('PORTICO_S3_BUCKET'),
    region: env['PORTICO_S3_REGION'] || 'us-east-1',
    accessKeyId: need('PORTICO_S3_ACCESS_KEY_ID'),
    secretAccessKey: need('PORTICO_S3_SECRET_ACCESS_KEY'),
  };
}

function readUrl(name: string, text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new ConfigError(`${name} must be an http or https address, not ${JSON.stringify(text)}.`);
  return url.href.replace(/\/+$/, '');
}
