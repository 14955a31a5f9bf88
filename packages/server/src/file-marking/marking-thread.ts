import {parentPort, workerData} from 'node:worker_threads';
import {markFile} from './mark-file.ts';
import type {MarkingTask} from './marking.ts';

// The thread that `markInThread` starts: marks one file and ends.

await markFile(workerData as MarkingTask).then(
  marked => parentPort?.postMessage({marked}),
  (error: unknown) => parentPort?.postMessage({reason: error instanceof Error ? error.message : String(error)}),
);
