/** Measures the product: what its bundles weigh, then every bench of `test/bench`. */
import {globSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {root} from './bootstrap/root.mjs';
import {printSizes} from './sizes/print-sizes.ts';

await printSizes();
for (const path of globSync('test/bench/*.bench.ts', {cwd: root}).sort()) {
  console.log(`\n${path}\n`);
  await import(pathToFileURL(join(root, path)).href);
}
