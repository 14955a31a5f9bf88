/** Holds the lock of a folder until it is told to exit or killed; for tests with two processes. */
import {lockFolder} from '../database/folder-lock.ts';

const [folder = ''] = process.argv.slice(2);
try {
  await lockFolder(folder, () => Math.round(performance.timeOrigin + performance.now()));
  process.send?.('held');
} catch (error) {
  process.send?.(error instanceof Error ? error.message : String(error));
}
process.on('message', () => process.exit(0));
