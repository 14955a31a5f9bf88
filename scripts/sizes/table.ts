import type {Weight} from './budgets.ts';
import type {Size} from './measure.ts';
import {isAbove, type Weighed} from './weigh.ts';

const kb = (bytes: number) => (bytes / 1000).toFixed(2);

/** What the columns of a table of weights are. */
export const heading = line('', 'brotli 11', 'gzip 9', 'raw', 'goal', 'ceiling, brotli (gzip)');

/** A line of the table: what something weighs, should weigh and may weigh. */
export function rowOf({name, size, limits}: Weighed): string {
  const note = !limits || !isAbove(size, limits.goal) ? '' : isAbove(size, limits.ceiling) ? '  OVER' : '  above the goal';
  return sizeRow(name, size, limits && toText(limits.goal), limits && `${toText(limits.ceiling)}${note}`);
}

/** A line of the table, with other limits than weights. */
export function sizeRow(name: string, {brotli, gzip, raw}: Size, goal = '–', ceiling = '–'): string {
  return line(name, kb(brotli), kb(gzip), kb(raw), goal, ceiling);
}

/** The whole table, for a test that fails. */
export function tableOf(rows: readonly Weighed[]): string {
  return ['', 'Weight in kB of 1,000 bytes, minified. What is OVER moves into a chunk that comes later; scripts/sizes/budgets.ts holds the ceilings.', '', heading, ...rows.map(rowOf), ''].join('\n');
}

function line(name: string, ...[brotli = '', gzip = '', raw = '', goal = '', ceiling = '']: string[]): string {
  return `${name.padEnd(48)}${brotli.padStart(9)}${gzip.padStart(9)}${raw.padStart(9)}   ${goal.padEnd(13)}${ceiling}`.trimEnd();
}

function toText({brotliKb, gzipKb}: Weight): string {
  return `${brotliKb} (${gzipKb})`;
}
