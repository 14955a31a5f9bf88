import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build, type Plugin} from 'vite';
import {smallKy} from '../../packages/widgets/build/small-ky.ts';
import {root} from '../bootstrap/root.mjs';

const client = join(root, 'packages/client');
const entry = join(client, 'dist/ky-entry.js');
const connection = join(client, 'dist/connection.js');

/** Of what ky exports, what the client imports. */
const used: Plugin = {
  name: 'portico-ky-entry',
  resolveId: id => (id === entry ? id : undefined),
  load: id => (id === entry ? "export {default, isHTTPError, isTimeoutError} from 'ky';" : undefined),
};

/**
 * Puts the part of ky that the client reaches beside its built files, so that whoever installs the client neither installs nor bundles the rest.
 *
 * @throws Error when `tsc` has not built the client, or ky is another than the one that was looked at.
 */
export async function bundleKy(): Promise<void> {
  await build({
    configFile: false,
    root: client,
    logLevel: 'warn',
    publicDir: false,
    plugins: [used, smallKy() as Plugin],
    build: {
      target: 'es2022',
      outDir: join(client, 'dist'),
      emptyOutDir: false,
      minify: false,
      lib: {entry, formats: ['es'], fileName: () => 'ky.js'},
      rolldownOptions: {output: {comments: {jsdoc: false}, banner: `/*\n${readFileSync(join(client, 'node_modules/ky/license'), 'utf8').trim()}\n*/`}},
    },
  });
  writeFileSync(connection, readFileSync(connection, 'utf8').replace(/ from 'ky';/, " from './ky.js';"));
}

if (import.meta.main) await bundleKy();
