import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {buildWidgets} from '../build/widgets.ts';
import {budgets, fileBudgetKb, localeBudget} from './budgets.ts';
import {bundle, sizeOf, type Size} from './measure.ts';

const kb = (bytes: number) => (bytes / 1000).toFixed(2);

/** Builds what pages import and prints its weight beside the budgets. */
export async function printSizes(): Promise<void> {
  const line = (...[name, brotli, gzip, raw, budget]: string[]) =>
    console.log(`${name?.padEnd(40)}${brotli?.padStart(9)}${gzip?.padStart(9)}${raw?.padStart(9)}   ${budget}`);
  const row = (name: string, size: Size, budget: {brotliKb: number; gzipKb: number}) => {
    const over = size.brotli > budget.brotliKb * 1000 || size.gzip > budget.gzipKb * 1000;
    line(name, kb(size.brotli), kb(size.gzip), kb(size.raw), `≤ ${budget.brotliKb} (${budget.gzipKb})${over ? '  OVER' : ''}`);
  };
  console.log('\nWeight in kB of 1,000 bytes, minified\n');
  line('', 'brotli 11', 'gzip 9', 'raw', 'budget, brotli (gzip)');
  const locales = new Map<string, Size>();
  for (const budget of budgets) {
    const {entry, lazy} = await bundle(budget.code);
    for (const [name, size] of lazy) locales.set(name, size);
    row(budget.name, budget.besides ? minus(entry, (await bundle(budget.besides)).entry) : entry, budget);
  }
  for (const [name, size] of [...locales].sort()) {
    if (name.startsWith('strings/')) row(`lazy: ${name}`, size, localeBudget);
    else line(`lazy: ${name}`, kb(size.brotli), kb(size.gzip), kb(size.raw), '–');
  }
  await printCdnFiles(line);
}

async function printCdnFiles(line: (...cells: string[]) => void): Promise<void> {
  await buildWidgets(() => {});
  console.log('\nFiles for a CDN\n');
  for (const name of readdirSync(cdnFolder, {recursive: true, encoding: 'utf8'}).sort()) {
    if (!name.endsWith('.js')) continue;
    const size = sizeOf(readFileSync(join(cdnFolder, name)));
    line(name, kb(size.brotli), kb(size.gzip), kb(size.raw), `≤ ${fileBudgetKb} raw${size.raw > fileBudgetKb * 1000 ? '  OVER' : ''}`);
  }
}

function minus(whole: Size, part: Size): Size {
  return {raw: whole.raw - part.raw, gzip: whole.gzip - part.gzip, brotli: whole.brotli - part.brotli};
}
