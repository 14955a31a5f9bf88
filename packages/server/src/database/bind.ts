import {Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult} from 'kysely';
import type {Row, Transaction} from './database.ts';
import type {Tables} from './tables.ts';

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

/** A query builder whose every statement runs in this transaction; it is of no more use once that has ended. */
export function bind(transaction: Transaction): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new BoundDriver(transaction),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  });
}

class BoundDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(transaction: Transaction) {
    this.#connection = new BoundConnection(transaction);
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    throw new Error('A transaction is open already: whoever made the scope opened it and will end it.');
  }

  commitTransaction = this.beginTransaction;
  rollbackTransaction = this.beginTransaction;
}

class BoundConnection implements DatabaseConnection {
  readonly #transaction: Transaction;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  async executeQuery<R>({sql, parameters}: CompiledQuery): Promise<QueryResult<R>> {
    const {rows, affected} = await this.#transaction.query(sql, parameters);
    return {rows: rows as (Row & R)[], numAffectedRows: BigInt(affected)};
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield* [];
    throw new Error('PGlite cannot stream; read in pages.');
  }
}
