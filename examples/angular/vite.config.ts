import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {angular} from './angular-plugin.ts';

export default defineConfig({
  base: './',
  plugins: [angular(fileURLToPath(new URL('.', import.meta.url)))],
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
  // What `ng build` sets, too: the code for development is left out.
  define: {ngDevMode: 'false', ngJitMode: 'false', ngI18nClosureMode: 'false', ngServerMode: 'false'},
  build: {target: 'es2022'},
});
