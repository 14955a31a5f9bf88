import {defineConfig} from 'vite';

export default defineConfig({
  base: './',
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
  // PGlite finds its own files beside it.
  optimizeDeps: {exclude: ['@electric-sql/pglite']},
  build: {target: 'es2022', chunkSizeWarningLimit: 2000},
});
