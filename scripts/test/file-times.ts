import {mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {root} from '../bootstrap/root.mjs';

/** How long each file of tests took when it ran last, in milliseconds. Kept among what is installed: of this machine, and gone with it. */
const kept = join(root, 'node_modules/.portico/test-times.json');

/**
 * Spreads files over processes so that each has about as much to do, and puts first what takes longest, so that at the end no core waits for the last long one. A
 * file that never ran here counts by its size.
 *
 * @param files - Paths from the root of the repository.
 * @param most - How many batches there may be.
 */
export function intoBatches(files: readonly string[], most: number): string[][] {
  const weight = weigher();
  const batches = Array.from({length: Math.min(most, files.length)}, () => ({files: [] as string[], weight: 0}));
  for (const file of files.toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))) {
    const lightest = batches.reduce((least, batch) => (batch.weight < least.weight ? batch : least));
    lightest.files.push(file);
    lightest.weight += weight(file);
  }
  return batches.sort((a, b) => b.weight - a.weight).map(batch => batch.files);
}

/**
 * Puts files of the same company into one batch, in their order; the batch first that takes longest.
 *
 * @param files - Paths from the root of the repository.
 * @param companyOf - What files of one batch have in common.
 */
export function intoCompanies(files: readonly string[], companyOf: (file: string) => string): string[][] {
  const weight = weigher();
  const weightOf = (batch: readonly string[]) => batch.reduce((sum, file) => sum + weight(file), 0);
  return [...Map.groupBy(files, companyOf).values()].sort((a, b) => weightOf(b) - weightOf(a));
}

/** How long a file is expected to take. */
function weigher(): (file: string) => number {
  const times = readTimes();
  // Some seconds for ten kilobytes: near enough to be among its like.
  return file => times[file] ?? statSync(join(root, file)).size / 3;
}

/** Adds what was measured to what is kept. */
export function keepTimes(measured: Readonly<Record<string, number>>): void {
  mkdirSync(dirname(kept), {recursive: true});
  writeFileSync(kept, JSON.stringify({...readTimes(), ...measured}));
}

function readTimes(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}
