import {fileURLToPath} from 'node:url';
import type {InlineConfig, Plugin, Rolldown} from 'vite';
import {hoistImports} from './build/hoist-imports.ts';
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

const everything = here('src/define/all.ts');

/**
 * ES modules for `<script type="module">`: `portico.js` defines every widget; what the first view does not need, and each locale, is a chunk that comes later.
 *
 * @param outDir - An absolute path; what is in it is removed first.
 * @param entry - The module that is built; all widgets unless said.
 */
export function modules(outDir: string, entry = everything) {
  return {
    ...forBrowsers,
    plugins: [...forBrowsers.plugins, hoistImports() as Plugin],
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
          // What the first view of a widget needs is one file: a chunk that it shares with later ones would be one more request before anything is seen.
          // All widgets in one file would be more than some hosts take, so each has its own there, beside those for what they share.
          codeSplitting: {groups: entry === everything ? filePerWidget : oneFile},
        },
      },
    },
  } satisfies InlineConfig;
}

/**
 * `collateral.js` beside them: `<portico-collateral>` for pages that have nothing else of Portico. It shares no file with the widgets, which would weigh more than it does.
 *
 * @param outDir - An absolute path; what is in it stays.
 */
export function collateralModules(outDir: string) {
  const {build, ...rest} = modules(outDir, here('src/define/collateral.ts'));
  return {...rest, build: {...build, emptyOutDir: false, lib: {...build.lib, entry: {collateral: here('src/define/collateral.ts')}}, rolldownOptions: {...build.rolldownOptions, output: {...build.rolldownOptions.output, codeSplitting: {groups: [{name: 'collateral', tags: ['$initial' as const]}]}}}}} satisfies InlineConfig;
}

type Group = Rolldown.CodeSplittingGroup;

/** Which modules of the first view make a file together; each group takes with it what it imports, unless an earlier one has that already. */
const oneFile: Group[] = [{name: 'portico', tags: ['$initial']}];
const filePerWidget: Group[] = [
  {name: 'client', test: /\/node_modules\/|\/packages\/(?:client|contract)\//, tags: ['$initial'], priority: 3},
  {name: 'portal', test: /\/widgets\/src\/(?:base|portal|strings|theme)\//, tags: ['$initial'], priority: 2},
  {name: 'ui', test: /\/widgets\/src\/ui\//, tags: ['$initial'], priority: 1},
  {name: (id: string) => /\/widgets\/src\/(?!define\/)([\w-]+)\//.exec(id)?.[1] ?? null, debugName: 'widget', tags: ['$initial']},
];

/**
 * One classic script for hosts that take neither modules nor several files, such as a Salesforce static resource (5 MB at most); the locales are inside. Not for a
 * CDN: whoever can load files one by one downloads a tenth of it first.
 *
 * @param outDir - An absolute path; what is in it is removed first.
 */
export function classic(outDir: string): InlineConfig {
  return {
    ...forBrowsers,
    build: {
      target: 'es2021',
      outDir,
      emptyOutDir: true,
      minify: 'oxc',
      sourcemap: true,
      lib: {entry: everything, name: 'Portico', formats: ['iife'], fileName: () => 'portico.iife.js'},
      rolldownOptions: {output: {minify: true, codeSplitting: false}},
    },
  };
}
