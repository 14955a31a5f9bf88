/**
 * Makes the files of the demo's library anew, with everything the server finds out about files when they arrive, so that filling a demo costs copying them and no more:
 * `node --conditions=portico-source scripts/demo/material/make.ts [file…]`, all of them unless some are named. Needs Chromium and fonts that write Latin, Vietnamese and Chinese.
 */
import {copyFile, mkdtemp, readFile, rm, mkdir, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, type Page} from 'playwright-core';
import {lookAtFile} from '../../../packages/server/src/file-inspection/look-at-file.ts';
import type {FileMediaType} from '../../../packages/server/src/file-content/file-types.data.ts';
import {root} from '../../bootstrap/root.mjs';
import {findBrowser} from '../../browser/find-browser.ts';
import {browserFlags} from '../../browser/flags.ts';
import {drawArt} from './art.ts';
import {documents, type MaterialDocument} from './documents.data.ts';
import {mailPage} from './mail.ts';
import {logoPage, picturePage, sheetPage, slidePages} from './pages.ts';

const folder = join(root, 'packages/server/demo-files');
const types: Readonly<Record<string, FileMediaType>> = {pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml', html: 'text/html', csv: 'text/csv'};

const pages: Readonly<Record<string, () => string>> = {
  'autumn-mail-en.html': () => mailPage('en'),
  'autumn-mail-fi.html': () => mailPage('fi'),
  'spare-parts-2027.csv': () => 'Order number,Name,List price EUR\nHC7-J1,Joint 1 of Cobot 7,1890.00\nHC7-GR,Gripper of Cobot 7,740.00\nHV-L16,Lens 16 mm of Vision,320.00\nHX4-FAN,Fan of Drive X4,48.00\n',
};
const names = [...documents.map(({file}) => file), ...Object.keys(pages)].toSorted();
const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

if (wanted.length === 0) await rm(folder, {recursive: true, force: true});
await mkdir(folder, {recursive: true});
const {CHROME_PATH} = await findBrowser();
const browser = await chromium.launch({executablePath: CHROME_PATH ?? '', args: [...browserFlags]});
const tab = await browser.newPage();
for (const document of documents) if (isWanted(document.file)) await writeFile(join(folder, document.file), await bytesOf(tab, document));
await browser.close();
for (const [name, text] of Object.entries(pages)) if (isWanted(name)) await writeFile(join(folder, name), text());

const indexPath = join(folder, 'index.json');
const before = wanted.length === 0 ? {} : (JSON.parse(await readFile(indexPath, 'utf8')) as Record<string, object>);
const index: Record<string, object> = {};
for (const name of names) index[name] = (isWanted(name) ? undefined : before[name]) ?? (await inspect(name));
await writeFile(indexPath, `${JSON.stringify(index, null, 1)}\n`);

async function bytesOf(page: Page, document: MaterialDocument): Promise<Uint8Array | string> {
  if (document.kind === 'logo') {
    await page.setViewportSize({width: 1200, height: 240});
    await page.setContent(logoPage(document));
    return page.locator('div').screenshot({type: 'png', omitBackground: true});
  }
  if (document.kind !== 'picture') {
    await page.setContent(document.kind === 'sheet' ? sheetPage(document) : slidePages(document));
    return page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true});
  }
  if (document.file.endsWith('.svg')) return `${drawArt(document.art, {line: '#134e4a', fill: '#d7eeea'})}\n`;
  await page.setViewportSize({width: document.width, height: document.height});
  await page.setContent(picturePage(document));
  return page.screenshot({type: document.file.endsWith('.png') ? 'png' : 'jpeg', ...(document.file.endsWith('.png') ? {} : {quality: 82})});
}

async function inspect(name: string): Promise<object> {
  const out = await mkdtemp(join(tmpdir(), 'portico-material-'));
  const path = join(folder, name);
  const mediaType = types[name.split('.').at(-1) ?? ''];
  if (!mediaType) throw new RangeError(`${name} has an unknown ending.`);
  const found = await lookAtFile({path, mediaType, declaredSha256: null, outFolder: out, withPreviews: true}, () => performance.now());
  if (found.fault !== null) throw new Error(`${name} is not taken: ${found.fault}`);
  if (found.cleanPath !== null) await copyFile(found.cleanPath, path);
  const previews = [];
  for (const {page, width, height, path: made} of found.previews) {
    await copyFile(made, join(folder, `${name}.${page}_${width}.webp`));
    previews.push({page, width, height});
  }
  await rm(out, {recursive: true});
  return {mediaType, sha256: found.sha256, sizeBytes: (await readFile(path)).length, width: found.width, height: found.height, pages: found.pages, previews};
}
