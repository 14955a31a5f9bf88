import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {root} from '../bootstrap/root.mjs';

/** A file that a script writes and the repository holds. `test/shape` asks every module of this folder whether its files are current. */
export interface Generated {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes a generator's files when its module was started as a program: `node scripts/generate/wire.ts`.
 *
 * @param meta - The module's `import.meta`.
 */
export async function writeWhenMain(meta: ImportMeta, generate: () => Promise<Generated[]>): Promise<void> {
  if (!meta.main) return;
  for (const {path, text} of await generate()) {
    await writeFile(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}
