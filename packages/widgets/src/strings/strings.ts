import {update} from '@shoelace-style/localize';
import {languages} from './languages.ts';

/** A text, or a function that makes one of values. */
export type Message = string | ((...values: never[]) => string);

/** The shape of a table: the same keys, texts of any wording, functions of the same values. */
export type StringsOf<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string;
};

/** A locale's module exports its table as `strings`. */
export type LoadStrings<T> = () => Promise<{readonly strings: StringsOf<T>}>;

/** The words of one area (one widget, or the `ui/` elements) in every language it has. */
export interface StringTable<T> {
  /** Names the area and its files, `strings/<locale>/<area>.ts`. */
  readonly area: string;
  /** English, always there. */
  readonly source: T;
  /** Locales with a translation, without English. */
  readonly locales: Readonly<Record<string, LoadStrings<T>>>;
  /** Tables of parts whose code comes later; their words count as words of this table. */
  readonly parts: Set<AnyTable>;
}

/** A table of any words. */
export type AnyTable = StringTable<Record<string, Message>>;

type Words = Readonly<Record<string, Message | undefined>>;

/** Every area defined so far. */
export const tables = new Set<AnyTable>();

// Both by `<area>/<locale>`. Not the library's own registry: that is one for the page, where a page's Shoelace may
// have claimed the fallback language, and it knows no scripts (zh-Hans, zh-Hant).
// Files for a CDN have a list of words in the order of the English in place of a table.
const loaded = new Map<string, Words | readonly Message[]>();
const overrides = new Map<string, Words>();
const loads = new Map<string, Promise<void>>();

/**
 * Declares the words of one area. English comes with it; other languages load when an element of that language connects.
 *
 * @param area - Unique name: `ui`, `lead-inbox`, ….
 * @param source - The English table. Texts, or functions of values.
 * @param locales - BCP 47 tag → import of that table. Files for a CDN have one function for all of `languages` in its place.
 */
export function defineStrings<T extends Record<string, Message>>(
  area: string,
  source: T,
  locales: Readonly<Record<string, LoadStrings<T>>> | ((locale: string) => ReturnType<LoadStrings<T>>),
): StringTable<T> {
  const byLocale = typeof locales === 'function' ? Object.fromEntries(languages.map(locale => [locale, () => locales(locale)])) : locales;
  const table: StringTable<T> = {area, source, locales: byLocale, parts: new Set()};
  tables.add(table as unknown as AnyTable);
  return table;
}

/**
 * Adds the words of a part to a table, when the part's code has come. Words of the page's own for the table count for the part too.
 *
 * @param table - Typed with all its words from the start; those of the part are there from now on.
 */
export function addStrings<T, U extends Partial<T>>(table: StringTable<T>, part: StringTable<U>): void {
  table.parts.add(part as unknown as AnyTable);
}

/**
 * Adds to the English of a table what comes with a part: the table's own files have all of its words in every other language.
 *
 * @returns The table, with all its words.
 */
export function addSource<T, U>(table: StringTable<T>, words: U): StringTable<T & U> {
  Object.assign(table.source as object, words);
  return table as unknown as StringTable<T & U>;
}

/**
 * Replaces words of an area, or adds a language to it. Keys left out stay as they are (English in a new language).
 *
 * @param area - The table, or its name for pages without a build step.
 * @param locale - BCP 47 tag: `en`, `fi`, `sv`, ….
 * @param strings - The words to replace.
 */
export function registerStrings<T>(area: StringTable<T>, locale: string, strings: Partial<StringsOf<T>>): void;
export function registerStrings(area: string, locale: string, strings: Readonly<Record<string, Message>>): void;
export function registerStrings<T>(area: StringTable<T> | string, locale: string, strings: object): void {
  const id = `${typeof area === 'string' ? area : area.area}/${locale}`;
  overrides.set(id, {...overrides.get(id), ...strings});
  update();
}

/** The locales an area has words for, or can load. */
export function localesOf<T>({area, locales}: StringTable<T>): string[] {
  const added = [...overrides.keys()].filter(id => id.startsWith(`${area}/`)).map(id => id.slice(area.length + 1));
  return ['en', ...Object.keys(locales), ...added];
}

/** Finds a word: what the page replaced, else the translation, else the same in English. `undefined` for a word that the table does not have. */
export function findMessage<T>(table: StringTable<T>, locale: string, key: keyof T & string): Message | undefined {
  const own = withParts(table).find(({source}) => key in source) ?? table;
  const find = (locale: string) =>
    overrides.get(`${table.area}/${locale}`)?.[key] ?? overrides.get(`${own.area}/${locale}`)?.[key] ?? translated(own as AnyTable, locale, key);
  return find(locale) ?? find('en') ?? (own.source as Words)[key];
}

function translated({area, source}: AnyTable, locale: string, key: string): Message | undefined {
  const words = loaded.get(`${area}/${locale}`);
  return Array.isArray(words) ? (words as readonly Message[])[Object.keys(source).indexOf(key)] : (words as Words | undefined)?.[key];
}

/** Whether the words of a locale are there now, so far as they can be had. */
export function stringsReady<T>(table: StringTable<T>, locale: string): boolean {
  return withParts(table).every(({area, locales}) => !(locale in locales) || loaded.has(`${area}/${locale}`));
}

/**
 * Loads the words of a locale once. Resolves also when they cannot be had: English is shown then, and the next
 * element that connects tries again.
 */
export async function loadStrings<T>(table: StringTable<T>, locale: string): Promise<void> {
  await Promise.all(withParts(table).map(part => loadPart(part, locale)));
}

/** Resolves when the words that are on their way now are there, or cannot be had. */
export const wordsLoaded = (): Promise<unknown> => Promise.all(loads.values());

function withParts<T>(table: StringTable<T>): AnyTable[] {
  return [table as unknown as AnyTable, ...[...table.parts].flatMap(withParts)];
}

function loadPart({area, locales}: AnyTable, locale: string): Promise<void> {
  const id = `${area}/${locale}`;
  const load = locales[locale];
  if (!load || loaded.has(id)) return Promise.resolve();
  let running = loads.get(id);
  if (!running) {
    running = load().then(
      ({strings}) => {
        loaded.set(id, strings as Words);
        update();
      },
      () => {
        loads.delete(id);
      },
    );
    loads.set(id, running);
  }
  return running;
}

/** Renders every localized element again; call it when the language around them changed in a way no observer sees. */
export const refreshLanguage: () => void = update;
