/** Starts PostgreSQL, says its address to the parent process, and stops it when the parent disconnects or ends. */
import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {rm} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {promisify} from 'node:util';
import {prepareServer} from './prepare-server.ts';

const server = await prepareServer();
let postgres: ChildProcess | undefined;

// One Ctrl-C reaches every process of a terminal; this one goes last, when its parent has let go of it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.once('disconnect', () => void stop());

try {
  const data = join(server.folder, 'data');
  const {initdb, postgres: binary, identity} = server;
  const flags = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(initdb, [`--pgdata=${data}`, ...flags], {...identity, cwd: server.folder});
  const port = await freePort();
  // A statement costs a quarter less this way than over TCP.
  const sockets = process.platform === 'win32' ? undefined : server.folder;
  // Durability is PostgreSQL's own business; what these tests ask about is transactions and constraints. A statement is planned once for each connection, and no
  // database lives for long enough to be cleaned.
  const durability = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];
  const settings = [...durability, 'jit=off', 'plan_cache_mode=force_generic_plan', 'max_connections=200', 'autovacuum=off', `unix_socket_directories=${sockets ?? ''}`];
  postgres = spawn(binary, ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap(setting => ['-c', setting])], {
    ...identity,
    cwd: server.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(postgres);
  if (process.connected) process.send?.(`postgres://postgres@127.0.0.1:${port}/postgres${sockets ? `?host=${encodeURIComponent(sockets)}` : ''}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function stop(code = 0): Promise<never> {
  if (postgres && postgres.exitCode === null) {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    postgres.kill('SIGINT');
    await once(postgres, 'exit');
  }
  await rm(server.folder, {recursive: true, force: true});
  process.exit(code);
}

async function ready(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  const stderr = child.stderr;
  if (!stderr) throw new Error('PostgreSQL was started without a pipe for its messages.');
  const lines = createInterface({input: stderr});
  await new Promise<void>((resolve, reject) => {
    lines.on('line', line => {
      said.push(line);
      if (said.length > 100) said.shift();
      if (line.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL ended at once:\n${said.join('\n')}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
