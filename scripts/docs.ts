/** Writes every generated file of the repository; `test/shape` fails when one of them is not current. */
import {globSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {root} from './bootstrap/root.mjs';
import type {Generated} from './generate/generated.ts';

for (const path of globSync('scripts/generate/*.ts', {cwd: root}).sort()) {
  const {generate} = (await import(pathToFileURL(join(root, path)).href)) as {generate?: () => Promise<Generated[]>};
  for (const file of (await generate?.()) ?? []) {
    await writeFile(join(root, file.path), file.text);
    console.log(`wrote ${file.path}`);
  }
}
