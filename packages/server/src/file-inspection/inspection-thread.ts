import {parentPort, workerData} from 'node:worker_threads';
import type {InspectionTask} from './inspection.ts';
import {lookAtFile} from './look-at-file.ts';

// The thread that `inspectFile` starts: looks at one file, says what it found, and ends.

parentPort?.postMessage(await lookAtFile(workerData as InspectionTask, () => performance.now()));
