import {cpSync} from 'node:fs';
import {mkdtemp, readdir, rename, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {FolderLockedError, lockFolder} from '../../packages/server/src/database/folder-lock.ts';
import {fingerprint} from '../../scripts/build/build-when-changed.ts';
import {startDemo} from './stage.ts';

/** A folder for a demo's data, of one test file. */
export interface DataFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** An empty one: the demo makes everything up, as on a new machine. */
async function newDataFolder(): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'portico-e2e-'));
  return {path, remove: () => rm(path, {recursive: true, force: true, maxRetries: 3})};
}

/** The stories of the demo end when it was made: an older one would have missed its deadlines. */
const freshMs = 30 * 60_000;
const prefix = 'portico-demo-';
const madeOf = ['packages/{contract,server}/src/**', 'packages/{contract,server}/package.json', 'packages/server/demo-files/index.json', 'scripts/demo{.ts,/**}'];

/**
 * One on which the very command has been started and stopped before: the next start goes on with it. Making a database and its stories up takes most of a start, so
 * what these sources made in the last half hour is copied.
 */
export async function seededDataFolder(): Promise<DataFolder> {
  const kept = await seeded();
  const data = await newDataFolder();
  // A thousand small files: one call takes a third of the processor's time that a call for each of them does.
  cpSync(kept, data.path, {recursive: true});
  return data;
}

/** Makes it where it is missing; of several processes one does, and the others wait. */
async function seeded(): Promise<string> {
  const kept = join(tmpdir(), `${prefix}${fingerprint([...madeOf, 'pnpm-lock.yaml']).slice(0, 16)}`);
  for (;;) {
    if (await isFresh(kept)) return kept;
    const unlock = await lockFolder(kept, Date.now).catch((error: unknown) => {
      if (error instanceof FolderLockedError) return undefined;
      throw error;
    });
    if (!unlock) {
      await sleep(200);
      continue;
    }
    try {
      if (!(await isFresh(kept))) await make(kept);
    } finally {
      await unlock();
    }
  }
}

async function make(kept: string): Promise<void> {
  const data = await newDataFolder();
  try {
    const demo = await startDemo(data.path);
    const code = await demo.stop();
    if (code !== 0) throw new Error(`The demo ended with ${code}:\n${demo.output()}`);
    await removeStale();
    // Moved where it belongs in one step: nobody copies half of it.
    await rm(kept, {recursive: true, force: true});
    await rename(data.path, kept);
  } finally {
    await data.remove();
  }
}

async function isFresh(path: string): Promise<boolean> {
  return Date.now() - ((await stat(join(path, 'demo.json')).catch(() => null))?.mtimeMs ?? 0) < freshMs;
}

async function removeStale(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const path = join(tmpdir(), name);
    if (name.startsWith(prefix) && !name.endsWith('.lock') && !(await isFresh(path))) await rm(path, {recursive: true, force: true});
  }
}
