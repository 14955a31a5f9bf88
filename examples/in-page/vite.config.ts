import {defineConfig} from 'vite';

export default defineConfig({
  base: './',
  resolve: {
    conditions: ['portico-source', 'module', 'browser', 'production'],
    // The package's build for browsers brings the Buffer that it needs along.
    alias: {'csv-parse/sync': 'csv-parse/browser/esm/sync'},
  },
  // PGlite finds its own files beside it.
  optimizeDeps: {exclude: ['@electric-sql/pglite']},
  build: {target: 'es2022', chunkSizeWarningLimit: 2000},
});
