import {parentPort, workerData} from 'node:worker_threads';
import {FaultFound, type Inspection, type InspectionTask} from './inspection.ts';
import {lookAtFile} from './look-at-file.ts';

// The thread that `inspectFile` starts: looks at one file, says what it found, and ends.

const found = await lookAtFile(workerData as InspectionTask, () => performance.now()).catch((error: unknown): Inspection => {
  if (error instanceof FaultFound) return {fault: error.fault};
  throw error;
});
parentPort?.postMessage(found);
