import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createRequire} from 'node:module';
import type {Browser, Page} from 'playwright-core';
import {build, type Plugin, type Rolldown} from 'vite';
import {litPatches} from '../../packages/widgets/build/lit-patches.ts';
import {launchBrowser} from '../browser/launch.ts';
import {servePages} from '../browser/serve-pages.ts';

const strict = "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'";
const lit = createRequire(import.meta.url).resolve('lit');
const element = `
  import {LitElement, css, html} from 'lit';
  class Probe extends LitElement {
    static styles = css\`:host { color: rgb(1, 2, 3); }\`;
    render() { return html\`<p>drawn</p>\`; }
  }
  customElements.get('lit-probe') ?? customElements.define('lit-probe', Probe);
`;

describe('an element made with the patched Lit', () => {
  let browser: Browser;
  let tab: Page;
  let script: string;
  before(async () => {
    script = await bundle([litPatches() as Plugin]);
    browser = await launchBrowser();
    tab = await browser.newPage();
  });
  after(() => browser?.close());

  it('draws where the page allows only the policy portico-lit', async () => {
    assert.deepEqual(await visit({policies: 'portico-lit'}), drawn);
  });

  it('draws where another Lit has taken the policy lit-html', async () => {
    assert.deepEqual(
      await visit({policies: 'lit-html portico-lit', before: 'trustedTypes.createPolicy("lit-html", {createHTML: html => html});'}),
      drawn,
    );
  });

  it('draws where a second copy of Portico is on the page', async () => {
    assert.deepEqual(await visit({policies: 'portico-lit', scripts: ['/probe.js', '/probe.js?copy']}), drawn);
  });

  it('is defined, and breaks nothing else, where the page allows no policy', async () => {
    const {defined, errors} = await visit({policies: "'none'"});
    assert.equal(defined, true);
    assert.deepEqual(
      errors.filter(error => /createPolicy/.test(error)),
      [],
    );
  });

  it('draws where elements of the page carry the names of Lit’s globals', async () => {
    const names = [
      'reactiveElementVersions',
      'litElementVersions',
      'litHtmlVersions',
      'litHtmlPolyfillSupport',
      'litElementHydrateSupport',
      'ShadyCSS',
    ];
    assert.deepEqual(await visit({policies: 'portico-lit', body: names.map(name => `<a id="${name}"></a>`).join('')}), drawn);
  });

  it('adds no global that has a name', async () => {
    const {added} = await visit({policies: 'portico-lit'});
    assert.deepEqual(added, []);
  });

  it('needs the patches: without them the same page stays blank', async () => {
    const {text, errors} = await visit({policies: 'portico-lit'}, await bundle([]));
    assert.equal(text, undefined);
    assert.match(errors.join('\n'), /createPolicy|trusted/i);
  });

  const drawn = {text: 'drawn', color: 'rgb(1, 2, 3)', defined: true, added: [], errors: [], violations: []};

  async function visit(page: {policies: string; before?: string; body?: string; scripts?: string[]}, code = script) {
    const scripts = ['/before.js', ...(page.scripts ?? ['/probe.js'])];
    const tags = scripts.map(source => `<script type="module" src="${source}"></script>`).join('');
    await using server = await servePages({
      '/': {
        body: `<!doctype html><title>page</title>${page.body ?? ''}<lit-probe></lit-probe>${tags}`,
        headers: {'content-security-policy': `${strict}; trusted-types ${page.policies}`},
      },
      '/before.js': {body: `${watch}${page.before ?? ''}`, type: 'text/javascript'},
      '/probe.js': {body: code, type: 'text/javascript'},
    });
    const errors: string[] = [];
    const note = (error: Error) => errors.push(error.message);
    tab.on('pageerror', note);
    // Every script is in the page and has run when it has loaded; what they drew and the browser's reports have come two frames later.
    await tab.goto(server.origin, {waitUntil: 'load'});
    const seen = await tab.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(resolve => requestAnimationFrame(resolve));
      const probe = document.querySelector('lit-probe');
      const page = globalThis as unknown as {namesBefore: string[]; violations: string[]};
      return {
        text: probe?.shadowRoot?.querySelector('p')?.textContent ?? undefined,
        color: probe ? getComputedStyle(probe).color : undefined,
        defined: customElements.get('lit-probe') !== undefined,
        added: Object.getOwnPropertyNames(globalThis).filter(name => !page.namesBefore.includes(name)),
        violations: page.violations,
      };
    });
    tab.off('pageerror', note);
    return {...seen, errors};
  }
});

const watch = `
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI));
  globalThis.namesBefore = undefined;
  globalThis.namesBefore = Object.getOwnPropertyNames(globalThis);
`;

async function bundle(plugins: Plugin[]): Promise<string> {
  const entry = 'virtual:probe';
  const virtual: Plugin = {
    name: 'probe',
    resolveId: (id, importer) => (id === entry ? `\0${entry}` : id === 'lit' && importer === `\0${entry}` ? lit : undefined),
    load: id => (id === `\0${entry}` ? element : undefined),
  };
  const {output} = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [virtual, ...plugins],
    build: {write: false, modulePreload: false, rolldownOptions: {input: entry}},
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}
