import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {fileLimitKb} from '../../scripts/sizes/budgets.ts';
import {launchBrowser} from '../browser/launch.ts';
import {servePages} from '../browser/serve-pages.ts';

interface CdnManifest {
  readonly modules: string;
  readonly preload: readonly string[];
  readonly collateral: string;
  readonly chunks: readonly string[];
}

// Also when this file is run by itself.
await buildWidgets(() => {});

const read = (path: string) => readFileSync(join(cdnFolder, path), 'utf8');
const manifest = JSON.parse(read('manifest.json')) as CdnManifest;
const scripts = globSync('**/*.js', {cwd: cdnFolder}).map(path => path.replaceAll('\\', '/'));
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types portico-lit";

describe('the files for a CDN', () => {
  it('are no larger than what every host takes', () => {
    assert.deepEqual(
      scripts.map(path => ({path, bytes: Buffer.byteLength(read(path))})).filter(({bytes}) => bytes > fileLimitKb * 1000),
      [],
    );
  });

  it('are all in the manifest, each with the hash of its bytes', () => {
    assert.deepEqual([manifest.modules, manifest.collateral, ...manifest.chunks].sort(), [...scripts].sort());
    const hashes = Object.fromEntries(scripts.map(path => [path, `sha384-${createHash('sha384').update(read(path)).digest('base64')}`]));
    assert.deepEqual(JSON.parse(read('integrity.json')), hashes);
  });

  it('show material on a public page by one small file, under a policy that allows no policies', async () => {
    const item = {id: 'a', title: 'Datasheet', summary: null, type: 'datasheet', language: 'en', altText: null, preview: null, url: 'https://files.example/e/t/a', sizeBytes: 1000};
    const shown = {partner: {name: 'Lumen', logoUrl: null, accent: '#0b6e4f'}, items: [item], enquiries: true, privacyUrl: null};
    const files = Object.fromEntries(scripts.map(path => [`/${path}`, {body: read(path), type: 'text/javascript'}]));
    const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    const page = {body: '<!doctype html><html lang="fi"><script type="module" src="/collateral.js"></script><portico-collateral token="t" api-url="/api"></portico-collateral>', headers: {'content-security-policy': strict}};
    await using server = await servePages({'/': page, '/api/v1/embed/collateral/t': {body: JSON.stringify(shown), type: 'application/json'}, ...files});
    const browser = await launchBrowser();
    try {
      const tab = await browser.newPage();
      const errors: string[] = [];
      const asked: string[] = [];
      tab.on('pageerror', error => errors.push(String(error)));
      tab.on('console', message => message.type() === 'error' && !message.text().includes('404') && errors.push(message.text()));
      tab.on('request', request => asked.push(new URL(request.url()).pathname.slice(1)));
      await tab.goto(server.origin);
      await tab.waitForFunction(() => document.querySelector('portico-collateral')?.shadowRoot?.querySelector('[part=ask]'));
      assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector('portico-collateral')!.shadowRoot!.querySelector('[part=open]')!).backgroundColor), 'rgb(11, 110, 79)');
      // Itself and the words of the page's language; the form comes when somebody asks.
      assert.equal(asked.filter(path => path.endsWith('.js')).length, 2);
      await tab.evaluate(() => document.querySelector('portico-collateral')!.shadowRoot!.querySelector<HTMLElement>('[part=ask]')!.click());
      await tab.waitForFunction(() => document.querySelector('portico-collateral')?.shadowRoot?.querySelector('dialog')?.open);
      assert.deepEqual(errors, []);
      assert.equal(await tab.evaluate(() => document.cookie), '');
    } finally {
      await browser.close();
    }
  });

  it('define every element once the entry and the files to preload are there, all asked for at once, under a strict policy', async () => {
    const files = Object.fromEntries(scripts.map(path => [`/${path}`, {body: read(path), type: 'text/javascript'}]));
    const page = {body: '<!doctype html><script type="module" src="/portico.js"></script>', headers: {'content-security-policy': policy}};
    await using server = await servePages({'/': page, ...files});
    const browser = await launchBrowser();
    try {
      const tab = await browser.newPage();
      const errors: string[] = [];
      const asked: string[] = [];
      tab.on('pageerror', error => errors.push(String(error)));
      tab.on('console', message => message.type() === 'error' && !message.text().includes('404') && errors.push(message.text()));
      tab.on('request', request => asked.push(new URL(request.url()).pathname.slice(1)));
      await tab.goto(server.origin);
      const tags = globSync('../../src/define/*.ts', {cwd: cdnFolder}).flatMap(path => /define\w*\('([\w-]+)'/.exec(read(path))?.[1] ?? []);
      assert.ok(tags.length > 0);
      assert.deepEqual(await tab.evaluate(names => names.filter(name => !customElements.get(name)), tags), []);
      assert.deepEqual(asked.filter(path => path.endsWith('.js')).sort(), [manifest.modules, ...manifest.preload].sort());
      for (const path of manifest.preload) assert.ok(read(manifest.modules).includes(`"./${path}"`), `${path} waits for another file`);
      assert.deepEqual(errors, []);
    } finally {
      await browser.close();
    }
  });
});
