import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const widgets = fileURLToPath(new URL('..', import.meta.url));

/** Modules of the widgets that Node can run: it strips types, but knows no decorators. */
export interface ForNode extends Disposable {
  /** Imports a module by its path below `src`, without `.ts`. */
  load<Module>(entry: string): Promise<Module>;
  /** Runs code of a reader of the guides, to whom the modules are `@portico/widgets/<name>`. */
  run<Module>(code: string, names: Readonly<Record<string, string>>): Promise<Module>;
}

/**
 * Builds modules of the widgets with everything of this package in them, as a test runner without a browser loads them: what they import from others is found by Node.
 * They share one copy of each module, and are new to this process every time.
 *
 * @param entries - Paths below `src`, without `.ts`.
 */
export async function buildForNode(entries: readonly string[]): Promise<ForNode> {
  // Here Node finds what the package depends on.
  const folder = mkdtempSync(join(widgets, 'node_modules/.for-node-'));
  const remove = () => rmSync(folder, {recursive: true, force: true});
  try {
    await build({
      absWorkingDir: widgets,
      entryPoints: entries.map(entry => `src/${entry}.ts`),
      outdir: folder,
      outbase: 'src',
      outExtension: {'.js': '.mjs'},
      bundle: true,
      splitting: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
  } catch (error) {
    remove();
    throw error;
  }
  let written = 0;
  return {
    load: async <Module>(entry: string) => (await import(join(folder, `${entry}.mjs`))) as Module,
    async run<Module>(code: string, names: Readonly<Record<string, string>>) {
      const file = join(folder, `reader-${written++}.mjs`);
      writeFileSync(file, Object.entries(names).reduce((text, [name, entry]) => text.replaceAll(`'@portico/widgets/${name}'`, `'./${entry}.mjs'`), code));
      return (await import(file)) as Module;
    },
    [Symbol.dispose]: remove,
  };
}
