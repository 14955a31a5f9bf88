import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {runImports} from './run-imports.ts';

/** Does imports beside everything else, so that a long one holds up no deadline. */
export class ImportRunner {
  readonly #database: Database;
  readonly #context: Context;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(database: Database, context: Context) {
    this.#database = database;
    this.#context = context;
  }

  /** Begins with what waits, unless it is at it already. */
  start(): void {
    if (this.#stopping.signal.aborted) return;
    this.#running ??= runImports(this.#database, this.#context, {signal: this.#stopping.signal})
      .then(() => {})
      .catch((error: unknown) => this.#context.log.error({err: error}, 'imports could not be done'))
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Stops after the chunk that is being written; the next process goes on from there. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }
}
