import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'esbuild';
import {patchLit} from './lit-patches.ts';
import {toSmallKy} from './small-ky.ts';
import {toSmallLit} from './small-lit.ts';
import {toSmallLocalize} from './small-localize.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const widgets = fileURLToPath(new URL('..', import.meta.url));

/** The little of a request's Koa context that is used here. */
interface Context {
  readonly path: string;
  type: string;
  body: unknown;
}

/**
 * Test files with everything that they import, as web-test-runner serves them. A test loads some sixty files of them in place of six hundred modules, each of
 * which would go through the whole server again for every page.
 *
 * What several tests share is in chunks of its own; `import()` loads its chunk when it runs, as it does in what ships, and every module is one instance a page.
 *
 * @param files - Paths or patterns of the tests, relative to the package; all of them when left out.
 * @returns A middleware that answers what is in the bundle.
 * @throws Error when a source cannot be read as a module, or imports what is not there.
 */
export async function testBundle(files: readonly string[] = ['src/**/*.test.ts']): Promise<(context: Context, next: () => Promise<void>) => Promise<void> | void> {
  const {outputFiles} = await build({
    absWorkingDir: widgets,
    entryPoints: globSync(files, {cwd: widgets}),
    outdir: widgets,
    outbase: widgets,
    chunkNames: 'test-chunks/[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    sourcesContent: false,
    // Lit as it ships, not its build for development.
    conditions: ['portico-source', 'browser'],
    // A test may import a module for what it does alone: nothing is left out because it is said to have no effect.
    ignoreAnnotations: true,
    external: ['/__web-dev-server__web-socket.js'],
    logLevel: 'warning',
    plugins: [patches],
  });
  const served = new Map(outputFiles.map(({path, contents}) => [`/${relative(root, path).replaceAll('\\', '/').replace(/\.test\.js$/, '.test.ts')}`, contents]));
  return (context, next) => {
    const contents = served.get(context.path);
    if (!contents) return next();
    context.type = context.path.endsWith('.map') ? 'json' : 'js';
    context.body = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
  };
}

/** What is changed in libraries on their way into a page of a test. */
export const patches: Plugin = {
  name: 'portico-test-patches',
  setup({onLoad}) {
    // The tests run what ships.
    onLoad({filter: /[\\/]node_modules[\\/](lit-html|lit-element|@lit[\\/](?:reactive-element|context)|ky|@shoelace-style[\\/]localize)[\\/].*\.js$/}, async ({path}) => {
      const code = await readFile(path, 'utf8');
      const contents = [patchLit, toSmallLit, toSmallKy, toSmallLocalize].reduce((text, patch) => patch(path.replaceAll('\\', '/'), text) ?? text, code);
      return {contents, loader: 'js'};
    });
    // It takes a bundle for one of webpack's, and would be in the page with half a megabyte before anything is checked.
    onLoad({filter: /[\\/]chai-a11y-axe[\\/]src[\\/]axe-import\.js$/}, async ({path}) => {
      const code = await readFile(path, 'utf8');
      const patched = code.replace("typeof require === 'function'", 'false');
      if (patched === code) throw new Error(`${path} no longer asks for require: look how it loads axe now, then change test-bundle.ts.`);
      return {contents: patched, loader: 'js'};
    });
  },
};
