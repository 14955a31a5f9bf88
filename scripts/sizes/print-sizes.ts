import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {versionFolder} from '../../packages/widgets/build/build-cdn.ts';
import {buildWidgets} from '../build/widgets.ts';
import {fileLimitKb} from './budgets.ts';
import {sizeOf} from './measure.ts';
import {heading, rowOf, sizeRow} from './table.ts';
import {weigh, weighCdn} from './weigh.ts';

/** Builds what pages import and prints its weight beside the goals and the ceilings. */
export async function printSizes(): Promise<void> {
  console.log('\nWeight in kB of 1,000 bytes, minified\n');
  console.log(heading);
  for (const row of await weigh({all: true})) console.log(rowOf(row));
  await printCdnFiles();
}

async function printCdnFiles(): Promise<void> {
  await buildWidgets(() => {});
  console.log('\nBy the one tag, from a CDN: every file compressed by itself\n');
  for (const row of weighCdn()) console.log(rowOf(row));
  console.log('\nFiles for a CDN\n');
  for (const name of readdirSync(versionFolder, {recursive: true, encoding: 'utf8'}).sort()) {
    if (!name.endsWith('.js')) continue;
    const size = sizeOf(readFileSync(join(versionFolder, name)));
    console.log(sizeRow(name, size, '', `${fileLimitKb} raw${size.raw > fileLimitKb * 1000 ? '  OVER' : ''}`));
  }
}
