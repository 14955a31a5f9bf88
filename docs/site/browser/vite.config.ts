import {fileURLToPath} from 'node:url';
import type {InlineConfig} from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the bundles for the browser are put. */
export const bundleFolder = here('dist');

/** Of the site's scripts and styles; the manifest says how each came to be called. */
export const bundles: InlineConfig = {
  configFile: false,
  root: here('.'),
  base: './',
  logLevel: 'warn',
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
  build: {
    target: 'es2022',
    outDir: bundleFolder,
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: ['site.ts', 'early.ts', 'example-frame.ts', 'service-worker.ts'].map(here),
      output: {
        entryFileNames: ({name}) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
};
