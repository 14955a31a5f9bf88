import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import type {CdnManifest} from '@portico/widgets/embed-tags';
import {cdnFolder, pointTo, versionFolder} from '../../packages/widgets/build/build-cdn.ts';
import {languages} from '../../packages/widgets/src/strings/languages.ts';
import {alias} from '../../packages/widgets/vite.cdn.config.ts';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {fileLimitKb} from '../../scripts/sizes/budgets.ts';
import {tableOf} from '../../scripts/sizes/table.ts';
import {isAbove, weighCdn} from '../../scripts/sizes/weigh.ts';
import {launchBrowser} from '../browser/launch.ts';
import {servePages} from '../browser/serve-pages.ts';

// Also when this file is run by itself.
await buildWidgets(() => {});

const read = (path: string) => readFileSync(join(versionFolder, path), 'utf8');
const manifest = JSON.parse(read('manifest.json')) as CdnManifest;
const scripts = globSync('**/*.js', {cwd: versionFolder}).map(path => path.replaceAll('\\', '/'));

describe('the files for a CDN', () => {
  it('are no larger than what every host takes', () => {
    assert.deepEqual(
      scripts.map(path => ({path, bytes: Buffer.byteLength(read(path))})).filter(({bytes}) => bytes > fileLimitKb * 1000),
      [],
    );
  });

  it('are all in the manifest, each with the hash of its bytes', () => {
    const hashes = Object.fromEntries(scripts.map(path => [path, hashOf(read(path))]));
    assert.deepEqual(manifest.files, hashes);
  });

  it('are asked for together: a widget’s files import no further one', () => {
    for (const [widget, files] of Object.entries(manifest.widgets)) {
      const imported = files.flatMap(path => [...read(path).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(match => `chunks/${match[1]}`));
      assert.deepEqual(imported.filter(path => !files.includes(path)), [], widget);
      for (const path of files) assert.ok(read(manifest.entry).includes(`"${path.replace(/^chunks\/(.+)-[\w-]{8}\.js$/, '$1')}"`), `${path} of ${widget} waits for another file`);
    }
  });

  it('have the words of a table under one name in every language, and that name where the table is', () => {
    const names = scripts.flatMap(path => (path.endsWith('-fi.js') ? [path.slice(0, -'-fi.js'.length)] : []));
    assert.ok(names.length > 30);
    const texts = scripts.map(read);
    for (const name of names) {
      assert.deepEqual(languages.filter(language => !scripts.includes(`${name}-${language}.js`)), [], name);
      assert.ok(texts.some(text => text.includes(`e=>import("./${name.slice('chunks/'.length)}-"+e+".js")`)), name);
    }
  });

  it('weigh no more than their ceilings', () => {
    const weighed = weighCdn();
    assert.ok(!weighed.some(({size, limits}) => limits && isAbove(size, limits.ceiling)), tableOf(weighed));
  });

  it('are led to by a folder that moves', () => {
    const moving = (path: string) => readFileSync(join(cdnFolder, alias, path), 'utf8');
    for (const path of [manifest.entry, manifest.collateral]) {
      assert.equal(moving(path), pointTo(read(path)));
      assert.ok(!moving(path).includes('./chunks/') && moving(path).includes(`../${manifest.version}/chunks/`));
    }
    const moved = JSON.parse(moving('manifest.json')) as CdnManifest;
    for (const [path, hash] of Object.entries(moved.files)) assert.equal(hashOf(readFileSync(join(cdnFolder, alias, path), 'utf8')), hash);
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

});

function hashOf(text: string): string {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}
