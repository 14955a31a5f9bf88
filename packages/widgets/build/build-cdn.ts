import {createHash} from 'node:crypto';
import {readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, type Rolldown} from 'vite';
import {filesWith} from './hoist-imports.ts';
import {collateralModules, modules} from '../vite.cdn.config.ts';

/** Where the files for a CDN are put. */
export const cdnFolder = fileURLToPath(new URL('../dist/cdn', import.meta.url));

/**
 * Builds what a page loads without a bundler: `portico.js` with its chunks, `collateral.js` for public pages, and beside them `integrity.json` (a hash for each file, to be written into the
 * `integrity` attribute) and `manifest.json` (version, entry, the chunks that it imports at once, for `modulepreload`, and all chunks).
 *
 * @throws Error when a source does not build; the files of the last build are still there then.
 */
export async function buildCdn(): Promise<void> {
  const fresh = `${cdnFolder}-${process.pid}`;
  try {
    const built = (await build(modules(fresh))) as Rolldown.RolldownOutput[];
    await build(collateralModules(fresh));
    describe(fresh, built.flatMap(({output}) => output));
    rmSync(cdnFolder, {recursive: true, force: true});
    renameSync(fresh, cdnFolder);
  } finally {
    rmSync(fresh, {recursive: true, force: true});
  }
}

function describe(folder: string, output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): void {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.js'))
    .sort();
  const integrity = Object.fromEntries(files.map(path => [path, `sha384-${sha384(readFileSync(join(folder, path)))}`]));
  const chunks = files.filter(path => path.startsWith('chunks/'));
  const bundle = Object.fromEntries(output.map(file => [file.fileName, file]));
  const preload = output.flatMap(file => (file.type === 'chunk' && file.isEntry ? filesWith(file, bundle) : []));
  write(folder, 'integrity.json', integrity);
  write(folder, 'manifest.json', {version: versionOfPackage(), modules: 'portico.js', collateral: 'collateral.js', preload, chunks});
}

function sha384(content: Uint8Array): string {
  return createHash('sha384').update(content).digest('base64');
}

function versionOfPackage(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as {version: string}).version;
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
}

if (import.meta.main) await buildCdn();
