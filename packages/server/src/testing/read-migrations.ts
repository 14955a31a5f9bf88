import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Migration} from '../database/migrate.ts';

/** The steps of the schema straight from their files, so that a test sees an edit without generating anything. */
export function readMigrations(): Migration[] {
  const folder = fileURLToPath(new URL('../database/migrations/', import.meta.url));
  const names = readdirSync(folder).filter(name => name.endsWith('.sql')).sort();
  return names.map(name => ({name: name.slice(0, -'.sql'.length), sql: readFileSync(join(folder, name), 'utf8')}));
}
