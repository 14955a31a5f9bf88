import type {Context} from '../context.ts';

/** Does all that waits, one round at a time and beside everything else. */
export class Round {
  readonly #name: string;
  readonly #context: Pick<Context, 'log'>;
  readonly #run: (signal: AbortSignal) => Promise<number>;
  readonly #stopping = new AbortController();
  #running: Promise<number> | undefined;
  #isAskedAgain = false;

  /**
   * @param name - For the log: `files`.
   * @param run - Does what waits now, and stops soon when it is told to. @returns How many things were done.
   */
  constructor(name: string, context: Pick<Context, 'log'>, run: (signal: AbortSignal) => Promise<number>) {
    this.#name = name;
    this.#context = context;
    this.#run = run;
  }

  /** Begins with what waits; when it is at it already, it looks again at the end. */
  start(): void {
    if (this.#stopping.signal.aborted) return;
    if (this.#running) this.#isAskedAgain = true;
    else void this.#begin();
  }

  /** Does what waits now. @returns How many things were done. */
  async runDue(): Promise<number> {
    await this.#running;
    return this.#stopping.signal.aborted ? 0 : this.#begin();
  }

  /** Stops after what is being done. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  #begin(): Promise<number> {
    this.#isAskedAgain = false;
    this.#running = this.#run(this.#stopping.signal)
      .catch((error: unknown) => {
        this.#context.log.error({err: error, work: this.#name}, 'a round could not be done');
        return 0;
      })
      .finally(() => {
        this.#running = undefined;
        if (this.#isAskedAgain) this.start();
      });
    return this.#running;
  }
}
