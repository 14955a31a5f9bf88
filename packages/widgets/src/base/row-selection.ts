/** Which rows of a list are chosen, as people expect it: one by one, from here to there, all that are loaded. Knows ids only, so it outlives any reading. */
export class RowSelection {
  readonly #changed: () => void;
  #ids = new Set<string>();
  #anchor: string | undefined;

  /** @param changed - Called after every change. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get size(): number {
    return this.#ids.size;
  }

  /** The chosen ids, in the order they were chosen. */
  get ids(): readonly string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Chooses a row or lets it go; the next stretch begins here. */
  toggle(id: string, chosen = !this.#ids.has(id)) {
    if (chosen) this.#ids.add(id);
    else this.#ids.delete(id);
    this.#anchor = id;
    this.#changed();
  }

  /** Chooses everything from the row chosen last to this one, both included. */
  extendTo(id: string, rows: readonly {readonly id: string}[]) {
    const to = rows.findIndex(row => row.id === id);
    const from = rows.findIndex(row => row.id === this.#anchor);
    if (to < 0) return;
    if (from < 0) return this.toggle(id, true);
    for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) this.#ids.add(row.id);
    this.#changed();
  }

  /** Chooses these rows and no others. */
  set(rows: readonly {readonly id: string}[]) {
    this.#ids = new Set(rows.map(({id}) => id));
    this.#changed();
  }

  clear() {
    if (this.#ids.size > 0) this.set([]);
    this.#anchor = undefined;
  }
}
