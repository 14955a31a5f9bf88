import {Worker} from 'node:worker_threads';
import {NotMarkable, type MarkingTask} from './marking.ts';

const withinMs = 60_000;
const memoryMb = 1024;
/** Each takes much memory while it lasts; the others wait. */
const mostAtOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Writes words over every page of a document, or over a picture, in a thread of its own, so that no request waits for it. @throws NotMarkable */
export async function markInThread(task: MarkingTask): Promise<Uint8Array> {
  if (running >= mostAtOnce) await new Promise<void>(resolve => waiting.push(resolve));
  running++;
  try {
    return await runThread(task);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function runThread(task: MarkingTask): Promise<Uint8Array> {
  const url = new URL(import.meta.url.endsWith('.ts') ? './marking-thread.ts' : './marking-thread.js', import.meta.url);
  const worker = new Worker(url, {workerData: task, resourceLimits: {maxOldGenerationSizeMb: memoryMb}});
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new NotMarkable('it took too long')), withinMs);
    worker.once('message', ({marked, reason}: {marked?: Uint8Array; reason?: string}) => (marked ? resolve(marked) : reject(new NotMarkable(reason ?? 'the thread said nothing'))));
    worker.once('error', error => reject(new NotMarkable(String(error))));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new NotMarkable('the thread ended'));
    });
  }).finally(() => worker.terminate());
}
