import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import type {Inspection, InspectionTask} from './inspection.ts';

const withinMs = 120_000;
/** Of JavaScript's memory; what is larger than that inside is no file that people open. */
const memoryMb = 1024;

/** The inspection did not come to an end: too slow, too much memory, or a fault of its own. */
export class InspectionBroken extends Error {
  constructor(reason: string) {
    super(`The inspection broke off: ${reason}`);
    this.name = 'InspectionBroken';
  }
}

/**
 * Looks at a file in a thread of its own, so that no request waits for it.
 *
 * @returns What it is, or why it is not taken.
 * @throws InspectionBroken
 */
export async function inspectFile(task: InspectionTask, {timeoutMs = withinMs}: {readonly timeoutMs?: number} = {}): Promise<Inspection> {
  const url = new URL(import.meta.url.endsWith('.ts') ? './inspection-thread.ts' : './inspection-thread.js', import.meta.url);
  const worker = new Worker(url, {workerData: task, resourceLimits: {maxOldGenerationSizeMb: memoryMb}});
  const outOfTime = new AbortController();
  const timer = setTimeout(() => outOfTime.abort(), timeoutMs);
  try {
    const ended = once(worker, 'exit', {signal: outOfTime.signal}).then(() => {
      throw new InspectionBroken('it said nothing');
    });
    const [found] = (await Promise.race([once(worker, 'message', {signal: outOfTime.signal}), ended])) as [Inspection];
    return found;
  } catch (error) {
    if (error instanceof InspectionBroken) throw error;
    throw new InspectionBroken(outOfTime.signal.aborted ? 'it took too long' : error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
