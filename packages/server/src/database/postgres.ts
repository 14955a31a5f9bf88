import pg from 'pg';
import type {Log} from '../context.ts';
import type {Begun, Database, Row, Transaction} from './database.ts';
import {isStalePlan} from './errors.ts';
import {InOrder} from './in-order.ts';
import {parsers} from './parsers.ts';

const types = {getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text')};

/** Statements at the start of every transaction: limits, so that no request can hold others up for long. */
const limits = "SET LOCAL statement_timeout = '15s'; SET LOCAL lock_timeout = '2s'; SET LOCAL idle_in_transaction_session_timeout = '15s'; SET LOCAL timezone = 'UTC'; ";

export interface PostgresOptions {
  readonly url: string;
  /** Most connections at once. */
  readonly poolSize: number;
  /** Lets the server keep the plans of statements, by connection. Off behind a pooler that cannot keep them apart. */
  readonly preparedStatements: boolean;
  readonly log: Log;
}

/** Texts are few, but for lists of varying length; beyond so many, statements are planned each time. */
const maxStatements = 1_000;

/** A pool of connections to a PostgreSQL. Works through PgBouncer in transaction mode, but for `listen`, which needs a connection of its own. */
export class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;
  readonly #options: PostgresOptions;
  readonly #listeners = new Set<() => Promise<void>>();
  /** Names of prepared statements by their text, the same on every connection. */
  readonly #names = new Map<string, string>();

  constructor(options: PostgresOptions) {
    this.#options = options;
    this.#pool = new pg.Pool({connectionString: options.url, max: options.poolSize, types, application_name: 'portico', connectionTimeoutMillis: 10_000});
    // Without a listener a lost connection ends the process, idle or checked out.
    const onError = (error: Error) => options.log.warn({reason: error.message}, 'a database connection was lost');
    this.#pool.on('error', onError);
    this.#pool.on('connect', client => client.on('error', onError));
  }

  async begin(opening: string): Promise<Begun> {
    const transaction = new OpenTransaction(await this.#pool.connect(), sql => this.#nameOf(sql));
    try {
      return {transaction, results: (await transaction.script(`BEGIN; ${limits}${opening}`)).slice(5)};
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  async listen(channel: string, onNotify: (payload: string) => void, onGap: () => void): Promise<() => Promise<void>> {
    let stopped = false;
    let client: pg.Client | undefined;
    let retry: NodeJS.Timeout | undefined;
    const connect = async (): Promise<void> => {
      const next = new pg.Client({connectionString: this.#options.url, application_name: 'portico-listen', keepAlive: true});
      next.on('error', error => this.#options.log.warn({reason: error.message}, 'the listening connection was lost'));
      next.on('notification', ({payload}) => onNotify(payload ?? ''));
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      client = next;
      next.once('end', reconnect);
    };
    const reconnect = (): void => {
      if (stopped) return;
      retry = setTimeout(() => connect().then(onGap, reconnect), 1000);
    };
    await connect();
    const stop = async (): Promise<void> => {
      stopped = true;
      clearTimeout(retry);
      this.#listeners.delete(stop);
      await client?.end().catch(() => {});
    };
    this.#listeners.add(stop);
    return stop;
  }

  #nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known || !this.#options.preparedStatements || this.#names.size >= maxStatements) return known;
    const name = `portico_${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return name;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#listeners].map(stop => stop()));
    await this.#pool.end();
  }
}

class OpenTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  readonly #nameOf: (sql: string) => string | undefined;
  /** A client takes one statement at a time. */
  readonly #order = new InOrder();
  #open = true;
  #isSpoilt = false;

  constructor(client: pg.PoolClient, nameOf: (sql: string) => string | undefined) {
    this.#client = client;
    this.#nameOf = nameOf;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<{rows: Row[]; affected: number}> {
    const name = this.#nameOf(sql);
    try {
      const {rows, rowCount} = await this.#order.run(() => this.#client.query<Row>({text: sql, values: [...parameters], ...(name ? {name} : {})}));
      return {rows, affected: rowCount ?? 0};
    } catch (error) {
      // A newer version of Portico changed a table that a kept plan reads: this connection is of no more use, another one is.
      if (isStalePlan(error)) this.#isSpoilt = true;
      throw error;
    }
  }

  async script(sql: string): Promise<Row[][]> {
    // Several statements answer with a list of results, one with a single result.
    const results = (await this.#order.run(() => this.#client.query(sql))) as unknown as pg.QueryResult<Row> | pg.QueryResult<Row>[];
    return (Array.isArray(results) ? results : [results]).map(({rows}) => rows);
  }

  async commit(): Promise<void> {
    this.#open = false;
    try {
      const {command} = await this.#order.run(() => this.#client.query('COMMIT'));
      if (command !== 'COMMIT') throw new Error('The transaction had failed and was undone instead of committed.');
      this.#client.release();
    } catch (error) {
      this.#client.release(true);
      throw error;
    }
  }

  async rollback(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    try {
      await this.#order.run(() => this.#client.query('ROLLBACK'));
      this.#client.release(this.#isSpoilt);
    } catch {
      // The connection is gone, and with it the transaction.
      this.#client.release(true);
    }
  }
}
