import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {CdnManifest} from '@portico/widgets/embed-tags';
import {versionFolder} from '../../packages/widgets/build/build-cdn.ts';
import {budgets, cdnBudgets, wordsLimits, type Limits, type Weight} from './budgets.ts';
import {bundle, sizeOf, type Size} from './measure.ts';

/** A weighed bundle or chunk. */
export interface Weighed {
  readonly name: string;
  readonly size: Size;
  /** Missing for chunks that have no budget. */
  readonly limits?: Limits;
}

/**
 * Bundles everything that has a budget and weighs it; some seconds of work.
 *
 * @param all - With the chunks that come later and have no budget.
 */
export async function weigh({all}: {readonly all: boolean}): Promise<Weighed[]> {
  const rows: Weighed[] = [];
  const later = new Map<string, string>();
  for (const {name, code, besides, npm, ...limits} of budgets) {
    const bundled = await bundle(code, npm);
    for (const [chunk, text] of bundled.later) later.set(chunk, text);
    rows.push({name, size: besides ? minus(bundled.entry, (await bundle(besides)).entry) : bundled.entry, limits});
  }
  const limitsOf = (chunk: string) => (chunk.startsWith('strings/') ? {limits: wordsLimits} : {});
  const chunks = [...later].filter(([chunk]) => all || 'limits' in limitsOf(chunk)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...rows, ...chunks.map(([name, text]) => ({name: `later: ${name}`, size: sizeOf(text), ...limitsOf(name)}))];
}

/** Weighs what pages download from a CDN; the files have to be built. */
export function weighCdn(): Weighed[] {
  const {entry, widgets} = JSON.parse(readFileSync(join(versionFolder, 'manifest.json'), 'utf8')) as CdnManifest;
  return cdnBudgets.map(({name, widgets: wanted, ...limits}) => {
    const files = new Set([entry, ...wanted.flatMap(widget => widgets[widget] ?? [])]);
    return {name, size: [...files].map(file => sizeOf(readFileSync(join(versionFolder, file)))).reduce(plus), limits};
  });
}

/** Whether a size is above a weight, in brotli or in gzip. */
export function isAbove(size: Size, {brotliKb, gzipKb}: Weight): boolean {
  return size.brotli > brotliKb * 1000 || size.gzip > gzipKb * 1000;
}

function plus(one: Size, other: Size): Size {
  return {raw: one.raw + other.raw, gzip: one.gzip + other.gzip, brotli: one.brotli + other.brotli};
}

function minus(whole: Size, part: Size): Size {
  return {raw: whole.raw - part.raw, gzip: whole.gzip - part.gzip, brotli: whole.brotli - part.brotli};
}
