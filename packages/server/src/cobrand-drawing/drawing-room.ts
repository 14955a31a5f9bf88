import {Worker} from 'node:worker_threads';
import {MaterialBroken, type Drawing, type DrawingTask} from './drawing.ts';

const withinMs = 60_000;
/** A thread that nobody needs for so long ends. */
const idleMs = 60_000;
/** Of JavaScript's memory. */
const memoryMb = 1024;
/** More than so many do not wait: somebody who types has typed on by then. */
const mostWaiting = 20;

/** There is too much to draw. */
export class DrawingRoomFull extends Error {
  constructor() {
    super('There is too much to draw at once.');
    this.name = 'DrawingRoomFull';
  }
}

interface Waiting {
  readonly task: DrawingTask;
  readonly resolve: (drawing: Drawing) => void;
  readonly reject: (error: Error) => void;
}

/** Draws in a thread that stays warm, one task after another, so that no request waits and typing is followed quickly. */
export class DrawingRoom {
  readonly #timeoutMs: number;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor({timeoutMs = withinMs}: {readonly timeoutMs?: number} = {}) {
    this.#timeoutMs = timeoutMs;
  }

  /** @throws MaterialBroken, DrawingRoomFull */
  draw(task: DrawingTask): Promise<Drawing> {
    if (this.#waiting.length >= mostWaiting) return Promise.reject(new DrawingRoomFull());
    return new Promise((resolve, reject) => {
      this.#waiting.push({task, resolve, reject});
      this.#next();
    });
  }

  /** Ends the thread; what waits is given up. */
  async close(): Promise<void> {
    for (const {reject} of this.#waiting.splice(0)) reject(new DrawingRoomFull());
    await this.#end(new MaterialBroken('the server stops'));
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    this.#current = this.#waiting.shift();
    if (!this.#current) {
      this.#timer = setTimeout(() => void this.#end(), idleMs).unref();
      this.#worker?.unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#timer = setTimeout(() => void this.#end(new MaterialBroken('it took too long')), this.#timeoutMs);
    this.#worker.postMessage(this.#current.task);
  }

  #start(): Worker {
    const url = new URL(import.meta.url.endsWith('.ts') ? './drawing-thread.ts' : './drawing-thread.js', import.meta.url);
    const worker = new Worker(url, {resourceLimits: {maxOldGenerationSizeMb: memoryMb}});
    worker.on('message', ({drawing, reason, isLasting}: {drawing?: Drawing; reason?: string; isLasting?: boolean}) => {
      const done = this.#current;
      this.#current = undefined;
      if (drawing) done?.resolve(drawing);
      else done?.reject(new MaterialBroken(reason ?? 'the thread said nothing', isLasting));
      this.#next();
    });
    worker.on('error', error => void this.#end(new MaterialBroken(error instanceof Error ? error.message : String(error)), worker));
    worker.on('exit', () => void this.#end(new MaterialBroken('the thread ended'), worker));
    return worker;
  }

  /** Ends the thread; the task that it was at has failed. Others go on with a new one. */
  async #end(error?: MaterialBroken, of: Worker | undefined = this.#worker): Promise<void> {
    if (!of || of !== this.#worker) return;
    clearTimeout(this.#timer);
    this.#worker = undefined;
    const failed = this.#current;
    this.#current = undefined;
    failed?.reject(error ?? new MaterialBroken('the thread ended'));
    await of.terminate();
    if (this.#waiting.length > 0) this.#next();
  }
}
