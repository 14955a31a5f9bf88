import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import type {Inspection, InspectionTask} from './inspection.ts';

const withinMs = 120_000;
/** Of JavaScript's memory; what is larger than that inside is no file that people open. */
const memoryMb = 1024;
/** How long a thread rests, ready for the next file, before it ends. */
const restMs = 10_000;
/** So many files at most are looked at by one thread: whatever they leave in its memory goes with it. */
const mostFiles = 25;

/** The inspection did not come to an end: too slow, too much memory, or a fault of its own. */
export class InspectionBroken extends Error {
  constructor(reason: string) {
    super(`The inspection broke off: ${reason}`);
    this.name = 'InspectionBroken';
  }
}

interface Thread {
  readonly worker: Worker;
  files: number;
}

/** The thread that has nothing to do: to start one and to load what draws pages takes longer than to look at most files. */
let resting: {readonly thread: Thread; readonly timer: NodeJS.Timeout} | undefined;

/**
 * Looks at a file in a thread that has nothing else to do, so that no request waits for it.
 *
 * @returns What it is, or why it is not taken.
 * @throws InspectionBroken
 */
export async function inspectFile(task: InspectionTask, {timeoutMs = withinMs}: {readonly timeoutMs?: number} = {}): Promise<Inspection> {
  const thread = takeThread();
  const {worker} = thread;
  const outOfTime = new AbortController();
  const timer = setTimeout(() => outOfTime.abort(), timeoutMs);
  try {
    const ended = once(worker, 'exit', {signal: outOfTime.signal}).then(() => {
      throw new InspectionBroken('it said nothing');
    });
    const said = once(worker, 'message', {signal: outOfTime.signal});
    worker.postMessage(task);
    const [found] = (await Promise.race([said, ended])) as [Inspection];
    outOfTime.abort();
    await ended.catch(() => undefined);
    letRest(thread);
    return found;
  } catch (error) {
    await worker.terminate();
    if (error instanceof InspectionBroken) throw error;
    throw new InspectionBroken(outOfTime.signal.aborted ? 'it took too long' : error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function takeThread(): Thread {
  const thread = resting?.thread ?? startThread();
  clearTimeout(resting?.timer);
  resting = undefined;
  thread.worker.ref();
  thread.files += 1;
  return thread;
}

function startThread(): Thread {
  const url = new URL(import.meta.url.endsWith('.ts') ? './inspection-thread.ts' : './inspection-thread.js', import.meta.url);
  const thread: Thread = {worker: new Worker(url, {resourceLimits: {maxOldGenerationSizeMb: memoryMb}}), files: 0};
  const forget = () => {
    if (resting?.thread === thread) resting = undefined;
  };
  // Also while it rests, when nobody else listens.
  thread.worker.on('error', forget).on('exit', forget);
  return thread;
}

function letRest(thread: Thread): void {
  const {worker, files} = thread;
  if (resting || files >= mostFiles) return void worker.terminate();
  // Nothing waits for a thread that rests: the process ends when all else has ended.
  worker.unref();
  resting = {thread, timer: setTimeout(() => endResting(thread), restMs).unref()};
}

/** A thread that is ending takes no more files. */
function endResting(thread: Thread): void {
  resting = undefined;
  void thread.worker.terminate();
}
