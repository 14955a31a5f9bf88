import {createHash} from 'node:crypto';
import {globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, type Rolldown} from 'vite';
import {definedWidgets} from './defined-widgets.ts';
import {filesWith} from './hoist-imports.ts';
import {version} from './own-parts.ts';
import {replaceFolder} from './replace-folder.ts';
import type {CdnManifest} from '../src/autoload/embed-tags.ts';
import {alias, collateralModules, modules} from '../vite.cdn.config.ts';

/** Where the files for a CDN are put. */
export const cdnFolder = fileURLToPath(new URL('../dist/cdn', import.meta.url));

/** The files of this version, below that folder. */
export const versionFolder = join(cdnFolder, version);

/**
 * Builds what a page loads without a bundler, as two folders to be put on a CDN beside those of earlier versions: the version's own, whose files never change, and the
 * moving one (`v1`), whose few files load those of the newest. `manifest.json` in each names every file with its hash, and those that come with each widget.
 *
 * @throws Error when a source does not build; the files of the last build are still there then.
 */
export async function buildCdn(): Promise<void> {
  const fresh = `${cdnFolder}-${process.pid}`;
  const folder = join(fresh, version);
  try {
    const built = (await build(modules(folder))) as Rolldown.RolldownOutput[];
    await build(collateralModules(folder));
    const manifest = describe(folder, built.flatMap(({output}) => output));
    write(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const entry of ['portico.js', 'collateral.js']) write(join(fresh, alias, entry), pointTo(readFileSync(join(folder, entry), 'utf8')));
    write(join(fresh, alias, 'manifest.json'), `${JSON.stringify(moved(manifest), null, 2)}\n`);
    replaceFolder(fresh, cdnFolder);
  } finally {
    rmSync(fresh, {recursive: true, force: true});
  }
}

/** The code of an entry as it is in the moving folder: everything else comes from the version's own, at once and for as long as that is there. */
export function pointTo(code: string): string {
  return code.replaceAll('./chunks/', `../${version}/chunks/`).replace(/(?<=sourceMappingURL=)/, `../${version}/`);
}

function moved({files, widgets, ...rest}: CdnManifest): CdnManifest {
  const move = (path: string) => `../${version}/${path}`;
  return {
    ...rest,
    entry: move(rest.entry),
    collateral: move(rest.collateral),
    widgets: Object.fromEntries(Object.entries(widgets).map(([name, paths]) => [name, paths.map(move)])),
    files: Object.fromEntries(Object.entries(files).map(([path, hash]) => [move(path), hash])),
  };
}

function describe(folder: string, output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): CdnManifest {
  const bundle = Object.fromEntries(output.map(file => [file.fileName, file]));
  const paths = globSync('**/*.js', {cwd: folder}).map(path => path.replaceAll('\\', '/')).sort();
  return {
    version,
    entry: 'portico.js',
    collateral: 'collateral.js',
    widgets: Object.fromEntries(definedWidgets().map(({name, module}) => [name, filesOf(module, bundle)])),
    files: Object.fromEntries(paths.map(path => [path, `sha384-${createHash('sha384').update(readFileSync(join(folder, path))).digest('base64')}`])),
  };
}

function filesOf(module: string, bundle: Rolldown.OutputBundle): string[] {
  const chunk = Object.values(bundle).find(file => file.type === 'chunk' && file.moduleIds.some(id => id.replaceAll('\\', '/').endsWith(`/src/${module}`)));
  if (chunk?.type !== 'chunk') throw new Error(`No file holds ${module}.`);
  return [chunk.fileName, ...filesWith(chunk, bundle)];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}

if (import.meta.main) await buildCdn();
