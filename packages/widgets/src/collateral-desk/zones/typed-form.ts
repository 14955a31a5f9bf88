import {ApiError} from '@portico/client';
import {wordFor, type Words} from '../collateral-desk.words.ts';

/** Bounds of a number that is typed. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
  /** Nothing is a value too. */
  readonly isOptional?: boolean;
}

/** What stands in fields and cannot be a value yet, and what is wrong in which field, by path: `zones/0/w`. */
export class TypedForm {
  readonly #typed = new Map<string, {readonly text: string; readonly error: string | undefined}>();
  #refused: ReadonlyMap<string, string> = new Map();

  /** What a field shows: as it was typed, as long as that is the value or none. */
  shown(path: string, value: string | number | null): string {
    const typed = this.#typed.get(path);
    const isSame = typed?.error !== undefined || (typed !== undefined && typeof value === 'number' && Number(typed.text.replace(',', '.')) === value);
    return isSame ? typed.text : String(value ?? '');
  }

  /** What is wrong in a field. */
  errorAt(path: string): string | undefined {
    return this.#typed.get(path)?.error ?? this.#refused.get(path);
  }

  /** Whether anything is. */
  get isWrong(): boolean {
    return this.#refused.size > 0 || [...this.#typed.values()].some(({error}) => error !== undefined);
  }

  /** How many fields below a path are wrong. */
  errorsBelow(path: string): number {
    const isBelow = (each: string) => each === path || each.startsWith(`${path}/`);
    return [...this.#typed].filter(([each, {error}]) => error !== undefined && isBelow(each)).length + [...this.#refused.keys()].filter(isBelow).length;
  }

  /** Keeps what was typed in its field, and why it is no value, if it is none. */
  hold(path: string, text: string, error: string | undefined): void {
    this.#typed.set(path, {text, error});
  }

  /** Reads a number, or keeps what was typed. @returns `undefined` when it is none. */
  number(path: string, typed: string, bounds: NumberBounds, text: Words): number | null | undefined {
    const {least, most, isWhole = false, isOptional = false} = bounds;
    const value = typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.'));
    const isNone = isOptional && typed.trim() === '';
    const isRight = isNone || (value >= least && value <= most && (!isWhole || Number.isInteger(value)));
    this.hold(path, typed, isRight ? undefined : text.term('zoneError_number', text.number(least), text.number(most)));
    return !isRight ? undefined : isNone ? null : value;
  }

  /** What the server said of fields, in the reader's language. */
  refuse(error: unknown, text: Words): void {
    const faults = error instanceof ApiError ? (error.problem.errors ?? []) : [];
    this.#refused = new Map(faults.map(({pointer, code, message}) => [pointer.slice(1), wordFor(text, 'zoneError_', code) ?? message]));
  }

  /** Lets go of everything that was typed: the values have changed otherwise. */
  clear(): void {
    this.#typed.clear();
  }
}
