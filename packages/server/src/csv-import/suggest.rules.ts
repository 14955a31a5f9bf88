import type {DateOrder} from './dates.rules.ts';
import {guessDateOrder} from './dates.rules.ts';
import {fold} from './places.rules.ts';
import type {ImportMapping} from './plan.rules.ts';

/** What is known of a column before anybody said what it is for. */
export interface SeenColumn {
  readonly name: string;
  /** Different values of the first rows, at most some hundred. */
  readonly values: readonly string[];
}

/** What columns and their values are called in people's sheets, for one kind of import. */
export interface Vocabulary<Field extends string> {
  readonly headers: Readonly<Record<Field, readonly string[]>>;
  readonly dateFields: readonly Field[];
  /** For fields of fixed words: what stands for each of them. */
  readonly words: Readonly<Partial<Record<Field, Readonly<Record<string, readonly string[]>>>>>;
  /** Fields whose column must hold at least one known word: “Status” of some sheets is an e-mail's or a person's. */
  readonly sureFields: readonly Field[];
}

/** Suggests where the columns of files go. */
export class Suggester<Field extends string> {
  readonly #fieldsByWord: ReadonlyMap<string, Field>;
  readonly #valuesByWord: ReadonlyMap<Field, ReadonlyMap<string, string>>;
  readonly #vocabulary: Vocabulary<Field>;

  constructor(vocabulary: Vocabulary<Field>) {
    this.#vocabulary = vocabulary;
    this.#fieldsByWord = new Map((Object.entries(vocabulary.headers) as [Field, readonly string[]][]).flatMap(([field, words]) => [field, ...words].map(word => [fold(word), field] as const)));
    const words = Object.entries(vocabulary.words) as [Field, Readonly<Record<string, readonly string[]>>][];
    this.#valuesByWord = new Map(words.map(([field, values]) => [field, new Map(Object.entries(values).flatMap(([value, spelt]) => [value, ...spelt].map(word => [fold(word), value] as const)))]));
  }

  /**
   * The field that each column seems to be for, by its name; the first of two columns for one field keeps it.
   *
   * @returns One field or `null` a column, in their order.
   */
  readonly suggestFields = (columns: readonly SeenColumn[]): (Field | null)[] => {
    const taken = new Set<Field>();
    return columns.map(({name, values}) => {
      const field = this.#fieldsByWord.get(fold(name)) ?? this.#fieldsByWord.get(fold(name.replace(/\(.*?\)|\[.*?\]|:.*$/g, '')));
      if (!field || taken.has(field)) return null;
      if (this.#vocabulary.sureFields.includes(field) && !values.some(value => this.#valuesByWord.get(field)?.has(fold(value)))) return null;
      taken.add(field);
      return field;
    });
  };

  /** A mapping made of the suggestions, or `null` when no column was recognised. */
  readonly suggestMapping = (columns: readonly SeenColumn[], fields: readonly (Field | null)[]): ImportMapping<Field> | null => {
    const mapped = columns.flatMap((column, index) => {
      const field = fields[index];
      return field ? [{column: column.name, field, ...this.#suggestValues(field, column.values)}] : [];
    });
    return mapped.length > 0 ? {columns: mapped} : null;
  };

  #suggestValues(field: Field, seen: readonly string[]): {values?: Record<string, string>; dateOrder?: DateOrder} {
    if (this.#vocabulary.dateFields.includes(field)) {
      const dateOrder = guessDateOrder(seen);
      return dateOrder ? {dateOrder} : {};
    }
    const words = this.#valuesByWord.get(field);
    const options = Object.keys(this.#vocabulary.words[field] ?? {});
    const known = seen.flatMap(text => {
      const value = words?.get(fold(text));
      return value && !options.includes(text) && text.length <= 200 ? [[text, value] as const] : [];
    });
    return known.length > 0 ? {values: Object.fromEntries(known)} : {};
  }
}
