import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';
import type {DatabaseConfig} from '../database/connect.ts';
import {copyPGlite} from './kept-folder.ts';
import {testDatabaseUrl, type DatabaseKind} from './test-database.ts';

let made = 0;

/** Runs work on a place for a database that is empty, without even a schema, and removes it afterwards. Other processes may open it too. */
export async function withEmptyDatabase<T>(kind: DatabaseKind, work: (config: DatabaseConfig) => Promise<T>): Promise<T> {
  if (kind === 'pglite')
    return withFolder(async folder => {
      await copyPGlite('empty', join(folder, 'database'));
      return work({folder: join(folder, 'database')});
    });
  if (!testDatabaseUrl) throw new Error('Set PORTICO_TEST_DATABASE_URL to test on PostgreSQL.');
  const name = `portico_empty_${process.pid}_${Math.floor(performance.timeOrigin).toString(36)}_${++made}`;
  await administer(testDatabaseUrl, `CREATE DATABASE ${name}`);
  const url = new URL(testDatabaseUrl);
  url.pathname = `/${name}`;
  try {
    return await work({url: url.href});
  } finally {
    await administer(testDatabaseUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** Runs work with a data folder of its own in which the database has its schema and nothing else, and removes it afterwards. */
export async function withMigratedFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return withFolder(async folder => {
    await copyPGlite('migrated', join(folder, 'database'));
    return work(folder);
  });
}

/** Runs work with a folder of its own in the temporary folder. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-test-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
