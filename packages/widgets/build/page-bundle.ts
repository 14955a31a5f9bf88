import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {patches} from './test-bundle.ts';

/**
 * One module for a page of a test with everything that it imports, from the sources. Nothing comes later in chunks of its own: what `import()` asks for is there at once.
 *
 * @param entry - Absolute path of the module.
 * @throws Error when a source cannot be read as a module, or imports what is not there.
 */
export async function pageBundle(entry: string): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: [entry],
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // Lit as it ships, not its build for development.
    conditions: ['portico-source', 'browser'],
    minifyWhitespace: true,
    // A module that is imported for what it does alone has an effect, whatever its package says of itself.
    ignoreAnnotations: true,
    logLevel: 'warning',
    plugins: [patches],
  });
  return outputFiles.map(({text}) => text).join('\n');
}
