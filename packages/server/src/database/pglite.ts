import type {PGlite, Results, Transaction as PGliteTransaction} from '@electric-sql/pglite';
import type {Begun, Database, Row, Transaction} from './database.ts';
import {parsers} from './parsers.ts';

const options = {parsers: {...parsers}};
const rowsOf = (results: readonly Results[]): Row[][] => results.map(({rows}) => rows as Row[]);

/** The one connection of a PGlite, used by one transaction at a time. */
export class PGliteDatabase implements Database {
  readonly kind = 'pglite';
  readonly #pglite: PGlite;
  readonly #onClose: () => Promise<void>;

  /** @param onClose - Called after closing: gives the lock on the folder back. */
  constructor(pglite: PGlite, onClose: () => Promise<void> = async () => {}) {
    this.#pglite = pglite;
    this.#onClose = onClose;
  }

  async begin(opening: string): Promise<Begun> {
    const transaction = await OpenTransaction.begin(this.#pglite);
    try {
      return {transaction, results: await transaction.script(opening)};
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  async listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>> {
    return this.#pglite.listen(channel, onNotify);
  }

  readonly dump = (): Promise<Blob> => this.#pglite.dumpDataDir('gzip');

  async close(): Promise<void> {
    if (!this.#pglite.closed) await this.#pglite.close();
    await this.#onClose();
  }
}

/** PGlite's `transaction()` keeps others out for as long as its callback runs; here the callback waits for commit or rollback. */
class OpenTransaction implements Transaction {
  readonly #pglite: PGlite;
  readonly #inner: PGliteTransaction;
  readonly #end: (undo: boolean) => void;
  readonly #ended: Promise<void>;
  #open = true;

  constructor(pglite: PGlite, inner: PGliteTransaction, end: (undo: boolean) => void, ended: Promise<void>) {
    this.#pglite = pglite;
    this.#inner = inner;
    this.#end = end;
    this.#ended = ended;
  }

  static begin(pglite: PGlite): Promise<OpenTransaction> {
    return new Promise((resolve, reject) => {
      const asked = Promise.withResolvers<boolean>();
      const ended: Promise<void> = pglite.transaction(async inner => {
        resolve(new OpenTransaction(pglite, inner, asked.resolve, ended));
        if (await asked.promise) await inner.rollback();
      });
      // Before it has begun this is the answer to `begin`; afterwards `commit` and `rollback` hand the failure on.
      ended.catch(reject);
    });
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<{rows: Row[]; affected: number}> {
    const {rows, affectedRows} = await this.#inner.query<Row>(sql, [...parameters], options);
    return {rows, affected: affectedRows ?? 0};
  }

  async script(sql: string): Promise<Row[][]> {
    return rowsOf(await this.#inner.exec(sql, options));
  }

  async commit(): Promise<void> {
    this.#open = false;
    this.#end(false);
    await this.#ended;
    // `transaction()` resolves before the files are written back, which matters where they live in IndexedDB.
    await this.#pglite.syncToFs();
  }

  async rollback(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.#end(true);
    await this.#ended;
  }
}
