import {readdirSync, readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {parseSync, type Plugin} from 'vite';

/** Of the words that are in tables: those of `collateral.ts` alone are found by their names. */
const translation = /\/src\/strings\/(?!en\/)[\w-]+\/(?!collateral\.ts)[\w-]+\.ts$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly declaration?: {readonly declarations?: readonly {readonly init?: Node | null}[]} | null;
  readonly properties?: readonly {readonly key?: {readonly name?: string; readonly value?: string}; readonly value?: Node}[];
}

/** A table of words in the text of a module: where it stands, and its words by their names. */
interface Table {
  readonly start: number;
  readonly end: number;
  readonly words: ReadonlyMap<string, string>;
}

function tableIn(code: string): Table | undefined {
  for (const {declaration} of parseSync('words.ts', code).program.body as unknown as readonly Node[]) {
    const table = declaration?.declarations?.[0]?.init;
    if (table?.type !== 'ObjectExpression') continue;
    const words = (table.properties ?? []).map(({key, value}) => [key?.name ?? key?.value ?? '', value ? code.slice(value.start, value.end) : ''] as const);
    return {start: table.start, end: table.end, words: new Map(words)};
  }
  return undefined;
}

/** The names of the words in English, by area, in the order in which they are written. */
export type EnglishNames = ReadonlyMap<string, readonly string[]>;

/** @param folder - Absolute path of the English tables. */
export function englishNames(folder: string): EnglishNames {
  const files = readdirSync(folder).filter(file => file.endsWith('.ts'));
  return new Map(files.map(file => [basename(file, '.ts'), [...(tableIn(readFileSync(join(folder, file), 'utf8'))?.words.keys() ?? [])]]));
}

/**
 * The names of an area's words in the order in which a page has them in English: those of the first view before those that a part adds with `addSource`.
 *
 * @param area - The area that a translation is of.
 * @param names - The words that the translation has.
 * @throws Error when the English words are not these.
 */
export function orderOf(area: string, names: ReadonlySet<string>, english: EnglishNames): readonly string[] {
  const tables = [...english].filter(([, own]) => own.length > 0 && own.every(name => names.has(name)));
  const order = [...(tables.find(([name]) => name === area)?.[1] ?? [])];
  while (order.length < names.size) {
    const [added, ...others] = tables.filter(([, own]) => own.every(name => !order.includes(name)));
    if (!added || others.length > 0) throw new Error(`The words of ${area} are not those of English tables: ${[...names].filter(name => !order.includes(name)).join(', ')}.`);
    order.push(...added[1]);
  }
  return order;
}

/**
 * Writes a translation without the names of its words, which the English has already: a list in the order of the English. A file of words is a third smaller.
 *
 * @param area - The area it is of.
 * @param code - The module.
 */
export function toWordsByPlace(area: string, code: string, english: EnglishNames): string {
  const table = tableIn(code);
  if (!table) throw new Error(`${area} has no table of words.`);
  const {start, end, words} = table;
  return `${code.slice(0, start)}[${orderOf(area, new Set(words.keys()), english).map(name => words.get(name)).join()}] as never${code.slice(end)}`;
}

// Whoever weighs twenty pages builds the same modules twenty times.
const written = new Map<string, string>();

/** The writing as a plugin for Vite and Rolldown. */
export function wordsByPlace(): Plugin {
  let english: EnglishNames | undefined;
  return {
    name: 'portico-words-by-place',
    enforce: 'pre',
    transform: (code, id) => {
      const path = id.replaceAll('\\', '/');
      if (!translation.test(path)) return undefined;
      const known = written.get(code);
      if (known !== undefined) return {code: known, map: null};
      english ??= englishNames(join(dirname(id), '../en'));
      const words = toWordsByPlace(basename(path, '.ts'), code, english);
      written.set(code, words);
      return {code: words, map: null};
    },
  };
}
