/**
 * `npm run docs` writes every generated file of the repository; `test/shape` fails when one of them is not current.
 * `npm run docs -- --site` builds the documentation site into `docs/dist` and serves it; `PORT` (4500) says where.
 */
import {globSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {root} from './bootstrap/root.mjs';
import {listenForStop} from './process/listen-for-stop.ts';
import type {Generated} from './generate/generated.ts';

if (process.argv.includes('--site')) await serveDocumentation();
else await writeGenerated();

async function serveDocumentation(): Promise<void> {
  const untilStopped = listenForStop();
  const [{buildSite}, {serveSite}] = await Promise.all([import('../docs/site/site.ts'), import('../docs/site/serve.ts')]);
  await buildSite(line => console.log(line));
  const site = await serveSite(Number(process.env['PORT'] || 4500));
  console.log(`\nThe documentation is at ${site.url}; the files are in docs/dist. Ctrl-C stops it.`);
  await untilStopped(async () => site[Symbol.asyncDispose]());
  process.exit(0);
}

async function writeGenerated(): Promise<void> {
  for (const path of globSync('scripts/generate/*.ts', {cwd: root}).sort()) {
    const {generate} = (await import(pathToFileURL(join(root, path)).href)) as {generate?: () => Promise<Generated[]>};
    for (const file of (await generate?.()) ?? []) {
      await writeFile(join(root, file.path), file.text);
      console.log(`wrote ${file.path}`);
    }
  }
}
