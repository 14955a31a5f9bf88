import {fileURLToPath} from 'node:url';
import type {InlineConfig, Plugin, Rolldown} from 'vite';
import {definedWidgets} from './build/defined-widgets.ts';
import {hoistImports} from './build/hoist-imports.ts';
import {litPatches} from './build/lit-patches.ts';
import {oneHash} from './build/one-hash.ts';
import {ownParts} from './build/own-parts.ts';
import {plainProperties} from './build/plain-properties.ts';
import {runtimeInBase} from './build/runtime-in-base.ts';
import {sharedFiles} from './build/shared-files.ts';
import {smallKy} from './build/small-ky.ts';
import {smallLit} from './build/small-lit.ts';
import {smallLocalize} from './build/small-localize.ts';
import {smallTemplates} from './build/small-templates.ts';
import {wordsByPlace} from './build/words-by-place.ts';
import {wordsFiles} from './build/words-files.ts';
import {languages} from './src/strings/languages.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What every bundle of the widgets for browsers is built with. */
export const forBrowsers = {
  configFile: false,
  root: here('.'),
  mode: 'production',
  logLevel: 'warn',
  publicDir: false,
  plugins: [ownParts() as Plugin, litPatches() as Plugin, smallLit() as Plugin, smallTemplates() as Plugin, smallKy() as Plugin, smallLocalize() as Plugin, plainProperties() as Plugin, wordsByPlace() as Plugin],
  // `production` also chooses Lit's build without its development warnings.
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
} satisfies InlineConfig;

/** The folder of a CDN that moves with the newest version of widgets which speak this version of the API. */
export const alias = 'v1';

const everything = here('src/define/all.ts');

/** Parts that widgets load by themselves soon. They share files as widgets do: else what one of them has in common with another widget would bring that widget's whole file along. */
const soon = ['lead-inbox/list-part', 'lead-inbox/offer-work', 'lead-inbox/lead-inbox.later', 'deal-list/deal-work', 'deal-registration/form-part', 'deal-registration/draft-parts', 'deal-registration/deal-registration.later', 'collateral-library/grid-part', 'collateral-library/collateral-library.later', 'leaderboard/board-part', 'leaderboard/leaderboard.later', 'deal-review/queue-part'];

/**
 * ES modules for `<script type="module">`: `portico.js` loads each widget when its tag appears; what the first view of one does not need, and each locale, is a chunk that comes later.
 *
 * @param outDir - An absolute path; what is in it is removed first.
 * @param only - One module that is built in place of all that, as a page's own bundler would.
 */
export function modules(outDir: string, only?: string) {
  // The portal is never alone, and material on public pages has an entry of its own: neither is asked what it could do without.
  const widgets = Object.fromEntries(definedWidgets().flatMap(({name, module}) => (['portal', 'collateral'].includes(name) ? [] : [[name, here(`src/${module}`)]])));
  const parts = Object.fromEntries(soon.map(part => [part.replace(/^.*\//, ''), here(`src/${part}.ts`)]));
  const shared = sharedFiles({...widgets, ...parts}, [here('src/autoload/base.ts'), here('src/portal/portal.ts')]);
  return {
    ...forBrowsers,
    plugins: [...forBrowsers.plugins, ...(only ? [] : [shared.plugin, runtimeInBase('base') as Plugin]), wordsFiles(languages) as Plugin, oneHash(languages) as Plugin, hoistImports() as Plugin],
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      minify: 'oxc',
      sourcemap: true,
      modulePreload: false,
      lib: {entry: {portico: only ?? here('src/autoload/portico.ts')}, formats: ['es']},
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          // Vite leaves the spaces in libraries of ES modules; this page's readers are browsers.
          minify: true,
          // Nobody bundles these files again.
          comments: {annotation: false},
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: {groups: [only ? oneFile : shared.group]},
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
export function collateralModules(outDir: string): InlineConfig {
  const {build, ...rest} = modules(outDir, here('src/define/collateral.ts'));
  const {rolldownOptions} = build;
  return {
    ...rest,
    build: {
      ...build,
      emptyOutDir: false,
      lib: {...build.lib, entry: {collateral: here('src/define/collateral.ts')}},
      rolldownOptions: {...rolldownOptions, output: {...rolldownOptions.output, codeSplitting: {groups: [{...oneFile, name: 'collateral'}]}}},
    },
  };
}

/** The whole first view as one file. */
const oneFile: Rolldown.CodeSplittingGroup = {name: 'portico', tags: ['$initial']};

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
      rolldownOptions: {output: {minify: true, comments: {annotation: false}, codeSplitting: false}},
    },
  };
}
