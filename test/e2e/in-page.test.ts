import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {tmpdir} from 'node:os';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Browser} from 'playwright-core';
import {launchBrowser} from '../browser/launch.ts';
import {openPage} from './stage.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const types: Record<string, string> = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm'};

describe('the product in one tab', () => {
  let folder: string;
  let files: Server;
  let browser: Browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-in-page-'));
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {cwd: join(root, 'examples/in-page')});
    files = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      readFile(join(folder, path === '/' ? 'index.html' : path)).then(
        body => response.writeHead(200, {'content-type': types[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream')}).end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>(resolve => files.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    files?.close();
    await rm(folder, {recursive: true, force: true});
  });

  it('shows on the vendor’s side what the partner did, and sends no request to any API', async () => {
    const {page, errors} = await openPage(browser, `http://127.0.0.1:${(files.address() as AddressInfo).port}/`, {width: 1600, height: 1000});
    const asked: string[] = [];
    page.on('request', request => asked.push(new URL(request.url()).pathname));
    const inbox = page.locator('portico-lead-inbox');
    const rows = inbox.getByRole('row').or(inbox.getByRole('option'));
    await rows.nth(1).waitFor({timeout: 180_000});
    // At first sight, with half of the page still on its way.
    await rows.nth(1).click();
    const accept = inbox.getByRole('button', {name: 'Accept lead'});
    await accept.waitFor();
    const title = await inbox.getByRole('heading', {level: 2}).or(inbox.getByRole('heading', {level: 3})).first().innerText();
    await accept.click();
    await page.locator('portico-lead-desk').getByRole('row').filter({hasText: title}).filter({hasText: 'Accepted'}).first().waitFor({timeout: 15_000});
    assert.deepEqual(asked.filter(path => path.startsWith('/v1')), []);
    assert.deepEqual(errors, []);
  });
});
