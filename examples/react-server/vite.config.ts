import react from '@vitejs/plugin-react';
import {defineConfig, type Plugin} from 'vite';
import type * as rendering from './src/server.tsx';

type Rendering = typeof rendering;

/** Puts what the server renders into a page, while somebody works on it. */
function renderOnServer(): Plugin {
  return {
    name: 'render-on-server',
    apply: 'serve',
    transformIndexHtml: {
      order: 'post',
      async handler(html, {server, path}) {
        if (!server) return html;
        const {render} = (await server.ssrLoadModule('/src/server.tsx')) as Rendering;
        return html.replace('<!--app-->', await render(path));
      },
    },
  };
}

// The widgets' sources, so that nothing has to be built before; a project of its own needs none of these conditions.
const conditions = ['portico-source', 'module', 'production'];

export default defineConfig(({mode, isSsrBuild}) => ({
  base: './',
  plugins: [react(), renderOnServer()],
  resolve: {conditions: [...conditions, ...(isSsrBuild ? ['node'] : ['browser'])]},
  ssr: {noExternal: [/^@portico\//], resolve: {conditions: [...conditions, 'node']}},
  // React says what differs between server and browser while it is developed with.
  define: mode === 'development' ? {'process.env.NODE_ENV': '"development"'} : {},
  build: {target: 'es2022'},
  // `npm run demo` answers in the place of the page's own backend.
  server: {proxy: {'/v1': 'http://127.0.0.1:4400', '/portico-session': 'http://127.0.0.1:4400'}},
}));
