import type {PGlite} from '@electric-sql/pglite';
import type {Begun, Database, Row, Transaction} from './database.ts';
import {PGliteWire} from './pglite-wire.ts';

/** The one connection of a PGlite, used by one transaction at a time. */
export class PGliteDatabase implements Database {
  readonly kind = 'pglite';
  readonly #pglite: PGlite;
  readonly #wire: PGliteWire;
  readonly #onClose: () => Promise<void>;
  /** Resolves when whoever came last is done. */
  #turn: Promise<void> = Promise.resolve();

  /** @param onClose - Called after closing: gives the lock on the folder back. */
  constructor(pglite: PGlite, onClose: () => Promise<void> = async () => {}) {
    this.#pglite = pglite;
    this.#wire = new PGliteWire(pglite);
    this.#onClose = onClose;
  }

  async begin(opening: string): Promise<Begun> {
    const release = await this.#takeTurn();
    // Reading leaves nothing to write back to where the files are kept.
    const isReading = opening.startsWith('SET TRANSACTION READ ONLY');
    const transaction = new OpenTransaction(this.#wire, release, isReading ? async () => {} : () => this.#pglite.syncToFs());
    try {
      return {transaction, results: (await transaction.script(`BEGIN; SET LOCAL timezone = 'UTC'; ${opening}`)).slice(2)};
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  async listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>> {
    const stop = await this.#inTurn(() => this.#pglite.listen(channel, onNotify));
    return () => this.#inTurn(() => stop());
  }

  readonly dump = (): Promise<Blob> => this.#inTurn(() => this.#pglite.dumpDataDir('gzip'));

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      if (!this.#pglite.closed) await this.#pglite.close();
    });
    await this.#onClose();
  }

  /** Waits until nobody else is at it. @returns Lets the next one. */
  async #takeTurn(): Promise<() => void> {
    const mine = Promise.withResolvers<void>();
    const before = this.#turn;
    this.#turn = mine.promise;
    await before;
    return mine.resolve;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.#takeTurn();
    try {
      return await work();
    } finally {
      release();
    }
  }
}

class OpenTransaction implements Transaction {
  readonly #wire: PGliteWire;
  readonly #release: () => void;
  readonly #writeBack: () => Promise<void>;
  #open = true;

  constructor(wire: PGliteWire, release: () => void, writeBack: () => Promise<void>) {
    this.#wire = wire;
    this.#release = release;
    this.#writeBack = writeBack;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<{rows: Row[]; affected: number}> {
    this.#assertOpen();
    return this.#wire.query(sql, parameters);
  }

  async script(sql: string): Promise<Row[][]> {
    this.#assertOpen();
    return (await this.#wire.script(sql)).map(({rows}) => rows);
  }

  async commit(): Promise<void> {
    this.#assertOpen();
    this.#open = false;
    try {
      const [ended] = await this.#wire.script('COMMIT');
      if (ended?.command !== 'COMMIT') throw new Error('The transaction had failed and was undone instead of committed.');
      // Matters where the files live in IndexedDB: an answer must not come before the data is there.
      await this.#writeBack();
    } finally {
      this.#release();
    }
  }

  async rollback(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    try {
      await this.#wire.script('ROLLBACK');
    } finally {
      this.#release();
    }
  }

  /** The connection is somebody else's by now: a statement that came late would run in their transaction. */
  #assertOpen(): void {
    if (!this.#open) throw new Error('The transaction has ended. Was a statement not awaited?');
  }
}
