import {parentPort} from 'node:worker_threads';
import {draw} from './draw.ts';
import {MaterialBroken, type DrawingTask} from './drawing.ts';

// The thread that `DrawingRoom` keeps: draws one task after another, as they come.

parentPort?.on('message', (task: DrawingTask) => {
  draw(task).then(
    drawing => parentPort?.postMessage({drawing}),
    (error: unknown) => parentPort?.postMessage(error instanceof MaterialBroken ? {reason: error.reason, isLasting: error.isLasting} : {reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error)}),
  );
});
