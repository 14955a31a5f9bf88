import {toHex} from '../context.ts';
import {sha256} from '../keys/sha256.ts';

/** By what a row is recognised when its file, or another one, brings it again. */
export interface RowKey {
  /** The object's own name, such as its externalId, else all that the row says. */
  readonly key: string;
  /** SHA-256 of what the row says, in hexadecimal. */
  readonly hash: string;
}

/**
 * The key of a row that was read without errors.
 *
 * @param name - What the object is called by its owner, unlike all others of its kind; `undefined` where the row does not say it.
 */
export async function toRowKey(read: Readonly<Partial<Record<string, string>>>, name: string | undefined): Promise<RowKey> {
  const content = JSON.stringify(Object.entries(read).sort(([a], [b]) => (a < b ? -1 : 1)));
  const hash = toHex(await sha256(content));
  return {key: name === undefined ? `row:${hash}` : `id:${name}`, hash};
}

/** Finds rows that a file holds twice; the first one counts. */
export class SeenRows {
  readonly #seen = new Map<string, {readonly line: number; readonly hash: string}>();

  /** @returns The line of the first row of this key and whether it says the same, or `undefined` for the first one itself. */
  meet(line: number, {key, hash}: RowKey): {readonly line: number; readonly same: boolean} | undefined {
    const first = this.#seen.get(key);
    if (first) return {line: first.line, same: first.hash === hash};
    this.#seen.set(key, {line, hash});
    return undefined;
  }
}
