import type {Context} from '../context.ts';

/** Does work that takes long beside everything else, so that it holds up no deadline. */
export class LongWork {
  readonly #name: string;
  readonly #context: Pick<Context, 'log'>;
  readonly #work: (signal: AbortSignal) => Promise<unknown>;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  /**
   * @param name - For the log: `imports`.
   * @param work - Does what waits, and stops soon when it is told to.
   */
  constructor(name: string, context: Pick<Context, 'log'>, work: (signal: AbortSignal) => Promise<unknown>) {
    this.#name = name;
    this.#context = context;
    this.#work = work;
  }

  /** Begins with what waits, unless it is at it already. */
  start(): void {
    if (this.#stopping.signal.aborted) return;
    this.#running ??= this.#work(this.#stopping.signal)
      .then(() => {})
      .catch((error: unknown) => this.#context.log.error({err: error, work: this.#name}, 'long work could not be done'))
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Stops after the step that is being done; the next process goes on from there. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }
}
