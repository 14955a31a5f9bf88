import {existsSync} from 'node:fs';
import {readdir, readFile, rename, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build, type InlineConfig, type Plugin} from 'vite';
import {root} from '../../scripts/bootstrap/root.mjs';
import {fingerprint} from '../../scripts/build/build-when-changed.ts';

/** A framework that has a page of its own in `examples/`. */
export interface FrameworkHost {
  /** The folder in `examples/`, and the path of its pages. */
  readonly name: string;
  /** What the framework needs beside the policy that the guide states, by directive. */
  readonly policy?: Readonly<Record<string, string>>;
  /** Pages that a partner uses; `index.html` unless said. */
  readonly pages?: readonly string[];
  /** Whether a page `cases.html` asks the framework about custom elements; it does unless said. */
  readonly cases?: boolean;
  /** The module whose `render(page)` gives what a server puts into `<!--app-->`. Such a framework is built for development: it then says what differs in the browser. */
  readonly server?: string;
  /** Whether its build reads the widgets' sources, too: to check its templates against them, or to run them on a server. */
  readonly readsWidgets?: boolean;
}

/** Every framework, and none: what the platform does is what they are held against. */
export const frameworkHosts: readonly FrameworkHost[] = [
  {name: 'no-framework'},
  {name: 'react'},
  {name: 'react-server', pages: ['index.html', 'loaded.html'], cases: false, server: 'src/server.tsx', readsWidgets: true},
  {name: 'preact'},
  {name: 'solid', policy: {'trusted-types': 'solid'}},
  {name: 'vue', policy: {'trusted-types': 'vue'}},
  {name: 'svelte', policy: {'trusted-types': 'svelte-trusted-html'}},
  {name: 'angular', readsWidgets: true},
];

const widgets = ['portal', 'lead-inbox', 'deal-list', 'deal-registration'];
const widgetSources = 'packages/{contract,client,widgets}/src/**';

/** What is small is the matter of other tests. */
const unminified = {minify: false, reportCompressedSize: false} as const;

/**
 * Builds the widgets that the pages have, once for all of them: their code is the same in each, and none of a framework's business.
 *
 * @returns The folder with a module for each.
 */
export function buildShared(): Promise<string> {
  const home = join(root, 'packages/widgets');
  const input = Object.fromEntries(widgets.map(name => [name, join(home, `src/define/${name}.ts`)]));
  return unlessKept('widgets', [widgetSources], outDir =>
    build({
      root: home,
      base: './',
      configFile: false,
      logLevel: 'error',
      resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
      build: {...unminified, target: 'es2022', outDir, rolldownOptions: {input, output: {entryFileNames: '[name].js'}}},
    }),
  );
}

/** Leads pages to what was built once. */
const shared: Plugin = {
  name: 'shared-widgets',
  enforce: 'pre',
  resolveId: {
    filter: {id: /^@portico\/widgets\/define\//},
    handler: id => ({id: `/widgets/${id.split('/').at(-1)}.js`, external: 'absolute'}),
  },
};

/**
 * Builds all pages of a framework, as its own configuration says.
 *
 * @returns Reads one of the files; `undefined` when there is no such file.
 */
export async function buildHost(host: FrameworkHost): Promise<(file: string) => Promise<string | Buffer | undefined>> {
  const home = join(root, 'examples', host.name);
  const pages = [...(host.pages ?? ['index.html']), ...(host.cases === false ? [] : ['cases.html'])];
  const config: InlineConfig = {root: home, logLevel: 'error', ...(host.server && {mode: 'development'})};
  const inputs = [`examples/${host.name}/{*.{html,css,json,js,ts},src/**}`, 'examples/host-page/*', 'test/frameworks/*', ...(host.readsWidgets ? [widgetSources] : [])];
  const folder = await unlessKept(host.name, inputs, async outDir => {
    await build({...config, plugins: [shared], build: {...unminified, outDir, rolldownOptions: {input: pages.map(page => join(home, page))}}});
    // Everything in one file: it is not where Node would look for packages.
    if (host.server) await build({...config, ssr: {noExternal: true}, build: {...unminified, outDir: join(outDir, 'server'), ssr: join(home, host.server), rolldownOptions: {output: {entryFileNames: 'server.js'}}}});
  });
  const read = (file: string) => readFile(join(folder, file)).catch(() => undefined);
  if (!host.server) return read;
  const {render} = (await import(pathToFileURL(join(folder, 'server/server.js')).href)) as {render: (page: string) => Promise<string>};
  return async file => {
    const found = await read(file);
    return file.endsWith('.html') ? found?.toString().replace('<!--app-->', await render(file)) : found;
  };
}

const staleMs = 30 * 60_000;

/** Makes a folder, unless one is there that was made of the very same files. @returns Where it is. */
async function unlessKept(name: string, inputs: readonly string[], make: (folder: string) => Promise<unknown>): Promise<string> {
  const all = join(root, 'node_modules/.portico/frameworks');
  const wanted = `${name}-${fingerprint([...inputs, 'pnpm-lock.yaml']).slice(0, 16)}`;
  const folder = join(all, wanted);
  if (existsSync(folder)) return folder;
  // Made beside it and moved in one step: nobody finds half of it.
  const making = join(all, `.${wanted}.${process.pid}`);
  try {
    await make(making);
    await rename(making, folder);
  } catch (error) {
    // Somebody else may have been quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(making, {recursive: true, force: true});
  }
  const others = (await readdir(all)).filter(each => each.startsWith(`${name}-`) && each.length === wanted.length && each !== wanted);
  for (const other of others) {
    // One made just now may be in use by a test beside this one.
    const made = await stat(join(all, other)).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > staleMs) await rm(join(all, other), {recursive: true, force: true});
  }
  return folder;
}
