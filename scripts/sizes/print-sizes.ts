import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {versionFolder} from '../../packages/widgets/build/build-cdn.ts';
import {buildWidgets} from '../build/widgets.ts';
import {fileLimitKb, type Weight} from './budgets.ts';
import {sizeOf, type Size} from './measure.ts';
import {isAbove, weigh, weighCdn, type Weighed} from './weigh.ts';

const kb = (bytes: number) => (bytes / 1000).toFixed(2);

/** Builds what pages import and prints its weight beside the goals and the ceilings. */
export async function printSizes(): Promise<void> {
  console.log('\nWeight in kB of 1,000 bytes, minified\n');
  line('', 'brotli 11', 'gzip 9', 'raw', 'goal', 'ceiling, brotli (gzip)');
  for (const row of await weigh({all: true})) printRow(row);
  await printCdnFiles();
}

function printRow({name, size, limits}: Weighed): void {
  const met = !limits || !isAbove(size, limits.goal);
  const held = !limits || !isAbove(size, limits.ceiling);
  print(name, size, limits && toText(limits.goal), limits && `${toText(limits.ceiling)}${held ? (met ? '' : '  above the goal') : '  OVER'}`);
}

async function printCdnFiles(): Promise<void> {
  await buildWidgets(() => {});
  console.log('\nBy the one tag, from a CDN: every file compressed by itself\n');
  for (const row of weighCdn()) printRow(row);
  console.log('\nFiles for a CDN\n');
  for (const name of readdirSync(versionFolder, {recursive: true, encoding: 'utf8'}).sort()) {
    if (!name.endsWith('.js')) continue;
    const size = sizeOf(readFileSync(join(versionFolder, name)));
    print(name, size, '', `${fileLimitKb} raw${size.raw > fileLimitKb * 1000 ? '  OVER' : ''}`);
  }
}

function print(name: string, {brotli, gzip, raw}: Size, goal = '–', ceiling = '–'): void {
  line(name, kb(brotli), kb(gzip), kb(raw), goal, ceiling);
}

function line(name: string, ...[brotli = '', gzip = '', raw = '', goal = '', ceiling = '']: string[]): void {
  console.log(`${name.padEnd(48)}${brotli.padStart(9)}${gzip.padStart(9)}${raw.padStart(9)}   ${goal.padEnd(13)}${ceiling}`.trimEnd());
}

function toText({brotliKb, gzipKb}: Weight): string {
  return `${brotliKb} (${gzipKb})`;
}
