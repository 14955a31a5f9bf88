import {closeSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, utimesSync, writeSync} from 'node:fs';
import {hostname} from 'node:os';
import {dirname} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

/** Another process uses the folder; the message names it. */
export class FolderLockedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FolderLockedError';
  }
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in the system's own units, or `null` where it does not say; tells a process from a later one of the same number. */
  readonly started: string | null;
}

const heartbeatMs = 5_000;
/** A holder on another machine that has not shown a sign for so long is gone. */
const silenceMs = 30_000;
/** Paths that this very process holds: its own PID in a file is no proof of that, because containers start at 1 each time. */
const heldHere = new Set<string>();

/**
 * Keeps other processes out of a PGlite folder: two processes on one folder lose each other's writes without an error, and its own `postmaster.pid` guards
 * nothing. The lock is a file beside the folder with the PID of the holder.
 *
 * @param folder - The data folder; the lock is `<folder>.lock`.
 * @returns Gives the lock back.
 * @throws FolderLockedError within 5 seconds when a living process holds it.
 */
export async function lockFolder(folder: string, now: () => number): Promise<() => Promise<void>> {
  const path = `${folder}.lock`;
  const takeover = `${path}.takeover`;
  mkdirSync(dirname(path), {recursive: true});
  if (heldHere.has(path)) throw refusal(folder, path, self());
  for (let attempt = 0; attempt < 20; attempt++) {
    if (tryCreate(path)) return hold(path, now);
    const holder = readHolder(path);
    // An empty file is being written at this moment, or its writer died in between.
    if (holder === undefined && attempt < 10) await sleep(50);
    else if (holder && isAlive(holder, path, now)) throw refusal(folder, path, holder);
    else takeOver(path, takeover, now);
    await sleep(20);
  }
  throw new FolderLockedError(`The data folder ${folder} could not be locked: ${path} keeps changing. Is another process starting on it?`);
}

/** Removes a dead holder's file. Only one process at a time may, or the second would remove the lock that the first has just made. */
function takeOver(path: string, takeover: string, now: () => number): void {
  if (!tryCreate(takeover)) {
    const other = readHolder(takeover);
    if (other === undefined || !isAlive(other, takeover, now)) remove(takeover);
    return;
  }
  try {
    const holder = readHolder(path);
    if (holder === undefined || !isAlive(holder, path, now)) remove(path);
  } finally {
    remove(takeover);
  }
}

function hold(path: string, now: () => number): () => Promise<void> {
  heldHere.add(path);
  const heartbeat = setInterval(() => {
    const seconds = now() / 1000;
    try {
      utimesSync(path, seconds, seconds);
    } catch {
      // Someone removed the file by hand; the next start makes a new one.
    }
  }, heartbeatMs);
  heartbeat.unref();
  const onExit = () => remove(path);
  process.once('exit', onExit);
  return async () => {
    if (!heldHere.delete(path)) return;
    clearInterval(heartbeat);
    process.off('exit', onExit);
    remove(path);
  };
}

function tryCreate(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeSync(file, JSON.stringify(self()));
  closeSync(file);
  return true;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder, path: string, now: () => number): boolean {
  if (holder.host !== hostname()) return now() - modifiedAt(path) < silenceMs;
  if (holder.pid === process.pid) return heldHere.has(path);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return holder.started === null || startOf(holder.pid) === null || startOf(holder.pid) === holder.started;
}

function self(): Holder {
  return {pid: process.pid, host: hostname(), started: startOf(process.pid)};
}

function startOf(pid: number): string | null {
  try {
    // The command's name may hold spaces and brackets, so fields are counted after its last bracket; the start time is the 22nd.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function refusal(folder: string, path: string, {pid, host}: Holder): FolderLockedError {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return new FolderLockedError(`The data folder ${folder} is in use by ${where}. Stop that process first, or choose another folder. (Its lock is ${path}.)`);
}
