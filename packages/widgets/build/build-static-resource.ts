import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {classic} from '../vite.cdn.config.ts';

/** Where the one file is put. */
export const staticResourceFolder = fileURLToPath(new URL('../dist/static-resource', import.meta.url));

/**
 * Builds `portico.iife.js`: everything in one classic script.
 *
 * @throws Error when a source does not build.
 */
export async function buildStaticResource(): Promise<void> {
  await build(classic(staticResourceFolder));
}

if (import.meta.main) await buildStaticResource();
