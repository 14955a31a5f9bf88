import {readFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {join} from 'node:path';
import {build, type Plugin, type Rolldown} from 'vite';
import {modules} from '../../packages/widgets/vite.cdn.config.ts';
import {root} from '../bootstrap/root.mjs';

/** Sizes of one text in bytes. */
export interface Size {
  readonly raw: number;
  /** gzip 9 */
  readonly gzip: number;
  /** brotli 11 */
  readonly brotli: number;
}

/** What a page downloads for a module. */
export interface Bundle {
  /** Everything that comes before the first paint, as one. */
  readonly entry: Size;
  /** The text of chunks that come later, by the name of the module they were made from. */
  readonly later: ReadonlyMap<string, string>;
  /** Those of them that are words of the first view, by their locale. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

const sizes = new Map<string, Size>();

/** Measures a text; the same one once, because bundles share most of their chunks. */
export function sizeOf(text: string | Uint8Array): Size {
  const key = typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
  const known = sizes.get(key) ?? measure(text);
  sizes.set(key, known);
  return known;
}

function measure(text: string | Uint8Array): Size {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, {level: 9}).length,
    brotli: brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}}).length,
  };
}

const bundles = new Map<string, Promise<Bundle>>();

/**
 * Bundles a module the way the widgets are shipped, in memory; the same one once.
 *
 * @param code - The module's text.
 * @param how.npm - From the built files, without our build's own plugins: as a bundler elsewhere does.
 * @param how.without - The end of the path of a module that is left empty.
 * @throws Error when it does not build, or `npm run check` has not built the packages that it is to come from.
 */
export function bundle(code: string, how: How = {}): Promise<Bundle> {
  const key = `${how.npm ?? false} ${code}`;
  const known = bundles.get(key) ?? bundleAnew(code, how);
  bundles.set(key, known);
  return known;
}

interface How {
  readonly npm?: boolean | undefined;
  readonly without?: string | undefined;
}

async function bundleAnew(code: string, {npm, without}: How): Promise<Bundle> {
  const entry = join(root, 'packages/widgets/src/measured-entry.ts');
  const virtual: Plugin = {name: 'measured-entry', resolveId: id => (id === entry ? id : undefined), load: id => (id === entry ? code : without && id.endsWith(without) ? 'export const widgets = {};' : undefined)};
  const production = modules(join(root, 'packages/widgets/dist/measured'), entry);
  const [built] = (await build({
    ...production,
    // A page that has its parts already imports them both ways.
    logLevel: 'error',
    plugins: [virtual, ...(npm ? [] : production.plugins)],
    resolve: npm ? {conditions: ['module', 'browser', 'production']} : {...production.resolve, alias: aliases},
    build: {...production.build, write: false, sourcemap: false},
  })) as Rolldown.RolldownOutput[];
  const output: (Rolldown.OutputChunk | Rolldown.OutputAsset)[] = built?.output ?? [];
  const chunks = output.filter(file => file.type === 'chunk');
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const first = reachable(
    chunks.find(chunk => chunk.isEntry),
    byName,
  );
  const text = [...first].map(name => byName.get(name)?.code ?? '').join('');
  const later = new Map(chunks.filter(chunk => !first.has(chunk.fileName)).map(chunk => [nameOf(chunk), chunk.code]));
  const words = Map.groupBy(
    new Set([...first].flatMap(name => byName.get(name)?.dynamicImports ?? []).map(name => nameOf(byName.get(name))).filter(name => name.startsWith('strings/'))),
    name => name.split('/')[1] ?? '',
  );
  return {entry: sizeOf(text), later, words};
}

// A package does not depend on itself, so its own name is resolved here.
const exportsOfWidgets = (
  JSON.parse(readFileSync(join(root, 'packages/widgets/package.json'), 'utf8')) as {exports: Record<string, {'portico-source'?: string}>}
).exports;
const aliases = [
  {
    find: /^@portico\/widgets\/define\/(.+)$/,
    replacement: join(root, 'packages/widgets', exportsOfWidgets['./define/*']?.['portico-source'] ?? '').replace('*', '$1'),
  },
  {find: /^@portico\/widgets$/, replacement: join(root, 'packages/widgets', exportsOfWidgets['.']?.['portico-source'] ?? '')},
];

function reachable(entry: Rolldown.OutputChunk | undefined, byName: ReadonlyMap<string, Rolldown.OutputChunk>): Set<string> {
  const found = new Set<string>();
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const name of chunk.imports) visit(byName.get(name));
  };
  visit(entry);
  return found;
}

function nameOf(chunk: Rolldown.OutputChunk | undefined): string {
  const module = chunk?.facadeModuleId ?? chunk?.moduleIds.at(-1) ?? chunk?.fileName ?? '';
  return module.replace(/^.*\/src\//, '').replace(/\.ts$/, '');
}
