import {fileURLToPath} from 'node:url';
import {defineConfig, type Plugin, type InlineConfig} from 'vite';
import {litPatches} from './build/lit-patches.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `production` also chooses Lit's build without its development warnings.
const shared = {
  configFile: false,
  root: here('.'),
  logLevel: 'warn',
  publicDir: false,
  plugins: [litPatches() as Plugin],
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
} satisfies InlineConfig;

/** ES modules for `<script type="module">`: `portico.js` defines every widget; a locale is a chunk that comes when it is needed. */
export const modules: InlineConfig = {
  ...shared,
  build: {
    target: 'es2022',
    outDir: here('dist/cdn'),
    emptyOutDir: true,
    minify: 'oxc',
    sourcemap: true,
    modulePreload: false,
    lib: {entry: {portico: here('src/define/all.ts')}, formats: ['es']},
    rolldownOptions: {output: {minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'}},
  },
};

/** One classic script for hosts that take no modules, such as Salesforce static resources; the locales are inside. */
export const classic: InlineConfig = {
  ...shared,
  build: {
    target: 'es2021',
    outDir: here('dist/cdn'),
    // The modules are there already.
    emptyOutDir: false,
    minify: 'oxc',
    sourcemap: true,
    lib: {entry: here('src/define/all.ts'), name: 'Portico', formats: ['iife'], fileName: () => 'portico.iife.js'},
    rolldownOptions: {output: {minify: true, codeSplitting: false}},
  },
};

export default defineConfig(modules);
