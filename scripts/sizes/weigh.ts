import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {CdnManifest} from '@portico/widgets/embed-tags';
import {versionFolder} from '../../packages/widgets/build/build-cdn.ts';
import {budgets, cdnBudgets, englishLimits, wordsFileLimits, wordsLimits, type Limits, type Weight} from './budgets.ts';
import {bundle, sizeOf, type Bundle, type Size} from './measure.ts';

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
 * @param all - With every chunk that comes later.
 */
export async function weigh({all}: {readonly all: boolean}): Promise<Weighed[]> {
  const rows: Weighed[] = [];
  const words: Weighed[] = [];
  const later = new Map<string, string>();
  for (const {name, code, besides, npm, without, everything, ...limits} of budgets) {
    const bundled = await bundle(code, {npm, without});
    for (const [chunk, text] of bundled.later) later.set(chunk, text);
    rows.push({name, size: besides ? minus(bundled.entry, (await bundle(besides)).entry) : bundled.entry, limits});
    const [widget = '', place] = name.split(', ');
    if (everything) rows.push({name: `${widget}, everything in it`, size: allOf(bundled), limits: {goal: limits.goal, ceiling: everything}});
    if (place === 'first on the page') words.push(largestWords(widget, bundled));
  }
  const sized = [...later].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => ({name: `later: ${name}`, size: sizeOf(text), ...limitsOf(name)}));
  return [...rows, ...words, ...sized.filter(({size, limits}) => all || (limits && isAbove(size, limits.ceiling)))];
}

/** What a chunk that comes later may weigh: one of words, in one language or in English with the tables that ask for the others. */
function limitsOf(chunk: string): {limits?: Limits} {
  if (!chunk.startsWith('strings/')) return {};
  return {limits: isTranslation(chunk) ? wordsFileLimits : englishLimits};
}

/** All that a page can ever load for a bundle, without the words of other languages than English. */
function allOf({entry, later}: Bundle): Size {
  return [...later].filter(([chunk]) => !isTranslation(chunk)).map(([, text]) => sizeOf(text)).reduce(plus, entry);
}

function isTranslation(chunk: string): boolean {
  const [folder, locale, area] = chunk.split('/');
  return folder === 'strings' && area !== undefined && locale !== 'en';
}

/** The words of a widget's first view in the language that has the largest. */
function largestWords(widget: string, {words, later}: Bundle): Weighed {
  const sizes = [...words].map(([locale, names]) => ({name: `words of ${widget}, ${locale}`, size: names.map(name => sizeOf(later.get(name) ?? '')).reduce(plus), limits: wordsLimits}));
  return sizes.reduce((largest, each) => (each.size.brotli > largest.size.brotli ? each : largest));
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
