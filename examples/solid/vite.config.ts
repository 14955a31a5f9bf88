import solid from 'vite-plugin-solid';
import {defineConfig, type Plugin} from 'vite';

/** Solid makes its templates of text that its compiler wrote. A page that asks for Trusted Types is told so by a policy called `solid`; others need no such plugin. */
function trustedTemplates(): Plugin {
  const making = 't.innerHTML = html;';
  return {
    name: 'trusted-templates',
    transform: {
      filter: {id: /solid-js\/web\/dist\/web\.js/},
      handler(code) {
        if (!code.includes(making)) this.error('Solid makes its templates otherwise now: look how, then change this plugin.');
        const policy = "const $policy = globalThis.trustedTypes?.createPolicy('solid', {createHTML: html => html});";
        return {code: `${policy}${code.replace(making, 't.innerHTML = $policy ? $policy.createHTML(html) : html;')}`, map: null};
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [trustedTemplates(), solid()],
  // The widgets' sources, so that nothing has to be built before; a project of its own needs no such line.
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
  build: {target: 'es2022'},
  // `npm run demo` answers in the place of the page's own backend.
  server: {proxy: {'/v1': 'http://127.0.0.1:4400', '/portico-session': 'http://127.0.0.1:4400'}},
});
