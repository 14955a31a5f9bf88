import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {root} from '../bootstrap/root.mjs';
import type {PlannedFile} from './plan.ts';

/**
 * Writes the files, all or none.
 *
 * @returns Their paths from the root.
 * @throws Error naming the file that exists already.
 */
export async function write(files: readonly PlannedFile[]): Promise<string[]> {
  const taken = files.find(({path}) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken.path} exists already; nothing was written.`);
  for (const {path, text} of files) {
    await mkdir(dirname(join(root, path)), {recursive: true});
    await writeFile(join(root, path), text);
  }
  return files.map(({path}) => path);
}
