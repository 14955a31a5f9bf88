import assert from 'node:assert/strict';
import {fork, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {FolderLockedError, lockFolder} from './folder-lock.ts';

const holder = fileURLToPath(new URL('../testing/hold-folder.ts', import.meta.url));
const now = () => Date.now();

describe('the lock on a data folder', () => {
  let home: string;
  let count = 0;
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'portico-lock-'));
  });
  after(() => rmSync(home, {recursive: true}));
  const newFolder = () => join(home, `data-${++count}`);

  /** A process of its own that tries to hold the folder, and says `held` or why not. */
  async function start(folder: string): Promise<{child: ChildProcess; said: string}> {
    const child = fork(holder, [folder], {execArgv: ['--conditions=portico-source'], stdio: ['ignore', 'inherit', 'inherit', 'ipc']});
    const [said] = (await once(child, 'message')) as [string];
    return {child, said};
  }
  const kill = async (child: ChildProcess) => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  it('keeps a second process out, which is told by whom, at once', async () => {
    const folder = newFolder();
    const first = await start(folder);
    assert.equal(first.said, 'held');
    const startedAt = now();
    const second = await start(folder);
    assert.ok(now() - startedAt < 5_000);
    assert.match(second.said, new RegExp(`in use by process ${first.child.pid}\\.`));
    await assert.rejects(lockFolder(folder, now), (error: unknown) => error instanceof FolderLockedError && error.message.includes(String(first.child.pid)));
    await kill(first.child);
    await kill(second.child);
  });

  it('is taken over from a process that was killed', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await kill(first.child);
    assert.ok(existsSync(`${folder}.lock`));
    const unlock = await lockFolder(folder, now);
    assert.equal((JSON.parse(readFileSync(`${folder}.lock`, 'utf8')) as {pid: number}).pid, process.pid);
    await unlock();
    assert.ok(!existsSync(`${folder}.lock`));
  });

  it('goes to one of many who find it abandoned', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await kill(first.child);
    const starters = await Promise.all(Array.from({length: 6}, () => start(folder)));
    assert.equal(starters.filter(({said}) => said === 'held').length, 1, starters.map(({said}) => said).join('\n'));
    await Promise.all(starters.map(({child}) => kill(child)));
  });

  it('is given back when the holder ends by itself', async () => {
    const folder = newFolder();
    const {child} = await start(folder);
    child.send('exit');
    await once(child, 'exit');
    assert.ok(!existsSync(`${folder}.lock`));
  });

  it('holds within one process too', async () => {
    const folder = newFolder();
    const unlock = await lockFolder(folder, now);
    await assert.rejects(lockFolder(folder, now), FolderLockedError);
    await unlock();
    await (await lockFolder(folder, now))();
  });

  it('does not take a later process of the same number for the holder', async () => {
    const folder = newFolder();
    // Where the system says when a process started.
    if (existsSync('/proc/self/stat')) {
      writeFileSync(`${folder}.lock`, JSON.stringify({pid: process.ppid, host: hostname(), started: '1'}));
      await (await lockFolder(folder, now))();
    }
    // The number of this very process, from before a restart in a container, where it is always the same.
    writeFileSync(`${folder}.lock`, JSON.stringify({pid: process.pid, host: hostname(), started: null}));
    await (await lockFolder(folder, now))();
  });

  it('respects a holder on another machine as long as it shows signs of life', async () => {
    const folder = newFolder();
    writeFileSync(`${folder}.lock`, JSON.stringify({pid: 1, host: 'elsewhere', started: null}));
    await assert.rejects(lockFolder(folder, now), /process 1 on elsewhere/);
    const longAgo = now() / 1000 - 60;
    utimesSync(`${folder}.lock`, longAgo, longAgo);
    await (await lockFolder(folder, now))();
  });

  it('gets over an empty or broken lock file', async () => {
    for (const text of ['', '{"pid":']) {
      const folder = newFolder();
      writeFileSync(`${folder}.lock`, text);
      await (await lockFolder(folder, now))();
    }
  });
});
