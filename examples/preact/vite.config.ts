import {defineConfig} from 'vite';

export default defineConfig({
  base: './',
  // The widgets' sources, so that nothing has to be built before; a project of its own needs no such line.
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
  build: {target: 'es2022'},
  // `npm run demo` answers in the place of the page's own backend.
  server: {proxy: {'/v1': 'http://127.0.0.1:4400', '/portico-session': 'http://127.0.0.1:4400'}},
});
