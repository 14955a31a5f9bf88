import {parentPort} from 'node:worker_threads';
import type {InspectionTask} from './inspection.ts';
import {lookAtFile} from './look-at-file.ts';

// A thread of `inspectFile`: looks at one file after another and says what it found. A fault of its own ends it.

parentPort?.on('message', async (task: InspectionTask) => {
  parentPort?.postMessage(await lookAtFile(task, () => performance.now()));
});
