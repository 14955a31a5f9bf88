import {join} from 'node:path';
import {readConfig, type ServerSettings} from '../config.ts';
import {systemContext, type Context, type Log} from '../context.ts';
import {connect, type DatabaseConfig} from '../database/connect.ts';
import type {Database} from '../database/database.ts';
import {migrate} from '../database/migrate.ts';
import {migrations} from '../database/migrations.gen.ts';
import {listTenants} from '../database/tenants.ts';
import {CliError, exitCodes, type ExitCode} from './cli-error.ts';

/** What a command may use of the world. */
export interface CliIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results; scripts read it. */
  readonly out: (text: string) => void;
  /** Progress and faults; people read it. */
  readonly err: (text: string) => void;
  /** Milliseconds since 1970; the system's clock unless said. */
  readonly now?: () => number;
  /** Calls back when the process is asked to end. */
  readonly onStop: (stop: (signal: string) => void) => void;
  /** Calls back when something failed that nobody caught: the process cannot be trusted any more. */
  readonly onCrash: (handle: (error: unknown) => void) => void;
}

/** Makes a command's action: settings are read only when a command really runs, so that --help works without any. */
export type RunCommand = <A extends readonly unknown[]>(work: (cli: CliContext, ...given: A) => Promise<ExitCode | void>) => (...given: A) => Promise<void>;

/** Everything that commands share. */
export class CliContext {
  readonly io: CliIo;
  readonly settings: ServerSettings;
  readonly context: Context;

  /** @throws ConfigError */
  constructor(io: CliIo) {
    this.io = io;
    this.settings = readConfig(io.env);
    this.context = {...systemContext(toLog(io)), ...(io.now && {now: io.now})};
  }

  /** Where the settings say the data is. */
  get database(): DatabaseConfig {
    return databaseIn(this.settings);
  }

  /** Runs work on the open, migrated database. */
  async withDatabase<T>(work: (database: Database) => Promise<T>, config: DatabaseConfig = this.database): Promise<T> {
    const database = await connect(config, this.context);
    try {
      await migrate(database, migrations, this.context);
      return await work(database);
    } finally {
      await database.close();
    }
  }

  /** The tenant that is meant: by id or name, or the only one there is. */
  async getTenantId(database: Database, named: string | undefined): Promise<string> {
    const tenants = await listTenants(database);
    const [only, ...others] = named === undefined ? tenants : tenants.filter(({tenantId, name}) => tenantId === named || name === named);
    if (!only && tenants.length === 0) throw new CliError(exitCodes.config, 'There is no vendor yet. Make one with `portico tenants create`, or a whole demo with `portico seed`.');
    if (!only) throw new CliError(exitCodes.usage, `There is no vendor ${named}. There are: ${tenants.map(({name, tenantId}) => `${name} (${tenantId})`).join(', ')}.`);
    if (others.length > 0) throw new CliError(exitCodes.usage, `There are ${others.length + 1} vendors. Say which one with --tenant: ${[only, ...others].map(({name, tenantId}) => `${name} (${tenantId})`).join(', ')}.`);
    return only.tenantId;
  }
}

/** The database of these settings: PostgreSQL by its address, else a PGlite inside the data folder. */
export function databaseIn({databaseUrl, dataFolder, poolSize, preparedStatements}: Pick<ServerSettings, 'databaseUrl' | 'dataFolder' | 'poolSize' | 'preparedStatements'>): DatabaseConfig {
  return databaseUrl ? {url: databaseUrl, poolSize, preparedStatements} : {folder: folderIn(dataFolder)};
}

/** The folder of PGlite inside a data folder. */
export function folderIn(dataFolder: string): string {
  return join(dataFolder, 'database');
}

/** Warnings of a command as lines for people; what only matters to a running server is left out. */
function toLog({err}: CliIo): Log {
  const say = (level: string) => (details: object, message: string) => err(`${level}: ${message}${'err' in details && details.err instanceof Error ? ` (${details.err.message})` : ''}`);
  return {debug: () => {}, info: () => {}, warn: say('warning'), error: say('error')};
}
