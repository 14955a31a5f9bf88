import {fileURLToPath} from 'node:url';
import type {InlineConfig, Plugin} from 'vite';
import {litPatches} from './build/lit-patches.ts';
import {smallDecorators} from './build/small-decorators.ts';
import {smallKy} from './build/small-ky.ts';
import {smallTemplates} from './build/small-templates.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What every bundle of the widgets for browsers is built with. */
export const forBrowsers = {
  configFile: false,
  root: here('.'),
  mode: 'production',
  logLevel: 'warn',
  publicDir: false,
  plugins: [litPatches() as Plugin, smallTemplates() as Plugin, smallKy() as Plugin, smallDecorators() as Plugin],
  // `production` also chooses Lit's build without its development warnings.
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
} satisfies InlineConfig;

/**
 * ES modules for `<script type="module">`: `portico.js` defines every widget; what the first view does not need, and each locale, is a chunk that comes later.
 *
 * @param outDir - An absolute path; what is in it is removed first.
 * @param entry - The module that is built.
 */
export function modules(outDir: string, entry = here('src/define/all.ts')) {
  return {
    ...forBrowsers,
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      minify: 'oxc',
      sourcemap: true,
      modulePreload: false,
      lib: {entry: {portico: entry}, formats: ['es']},
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          // Vite leaves the spaces in libraries of ES modules; this page's readers are browsers.
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What the first view needs is one file: a chunk that it shares with later ones would be one more request before anything is seen.
          codeSplitting: {groups: [{name: 'portico', tags: ['$initial']}]},
        },
      },
    },
  } satisfies InlineConfig;
}

/**
 * One classic script for hosts that take no modules, such as Salesforce static resources; the locales are inside.
 *
 * @param outDir - An absolute path; what is in it stays.
 */
export function classic(outDir: string): InlineConfig {
  return {
    ...forBrowsers,
    build: {
      target: 'es2021',
      outDir,
      emptyOutDir: false,
      minify: 'oxc',
      sourcemap: true,
      lib: {entry: here('src/define/all.ts'), name: 'Portico', formats: ['iife'], fileName: () => 'portico.iife.js'},
      rolldownOptions: {output: {minify: true, codeSplitting: false}},
    },
  };
}
