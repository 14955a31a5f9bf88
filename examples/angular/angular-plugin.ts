import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {ConsoleLogger, LogLevel, NodeJSFileSystem} from '@angular/compiler-cli';
import {createEs2015LinkerPlugin} from '@angular/compiler-cli/linker/babel';
import {transformAsync} from '@babel/core';
import type {Plugin} from 'vite';

const compiler = fileURLToPath(new URL('src/bin/ngc.js', import.meta.resolve('@angular/compiler-cli')));

/**
 * Compiles Angular ahead of time, so that the page needs no `eval`: this project with Angular's own compiler, its templates checked, and the published packages with
 * its linker. `ng build` does the same in a project that was made by `ng new`.
 *
 * @param project - Folder with the `tsconfig.json`, which says in `rootDir` and `outDir` from where to where.
 */
export function angular(project: string): Plugin {
  const linker = createEs2015LinkerPlugin({fileSystem: new NodeJSFileSystem(), logger: new ConsoleLogger(LogLevel.warn), linkerJitMode: false, sourceMapping: false});
  const sources = join(project, '../..');
  const compiled = join(project, 'node_modules/.compiled');
  return {
    name: 'angular',
    enforce: 'pre',
    async buildStart() {
      await promisify(execFile)(process.execPath, [compiler, '-p', project]).catch((error: {stderr: string}) => this.error(error.stderr));
    },
    load: {
      filter: {id: /\.ts$/},
      handler: id => readFile(join(compiled, relative(sources, id).replace(/\.ts$/, '.js')), 'utf8').catch(() => undefined),
    },
    transform: {
      filter: {id: /@angular.*\.mjs$/, code: 'ɵɵngDeclare'},
      async handler(code, filename) {
        const linked = await transformAsync(code, {filename, plugins: [() => linker], configFile: false, babelrc: false, compact: false});
        return linked?.code ? {code: linked.code, map: null} : undefined;
      },
    },
  };
}
