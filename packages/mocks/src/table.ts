/** Rows that can be made when they are first asked for. */
export interface RowSource<Row> {
  readonly size: number;
  idAt(index: number): string;
  /** Number of the row, or -1. */
  indexOf(id: string): number;
  /** Whether there is a row with this number; all numbers have one when left out. */
  has?(index: number): boolean;
  make(index: number): Row;
}

/** Rows by id, in the order in which they came. A row is replaced, never changed in place. */
export class Table<Row extends {id: string}> {
  readonly #rows = new Map<string, Row>();
  readonly #source: RowSource<Row> | undefined;
  #complete = true;

  /** @param source - Rows that are there from the start; each is made at its first use. */
  constructor(source?: RowSource<Row>) {
    this.#source = source;
    this.#complete = !source;
  }

  get(id: string): Row | undefined {
    const row = this.#rows.get(id);
    if (row || !this.#source || this.#complete) return row;
    const index = this.#source.indexOf(id);
    if (index < 0 || index >= this.#source.size || this.#source.has?.(index) === false) return undefined;
    const made = this.#source.make(index);
    this.#rows.set(id, made);
    return made;
  }

  set(row: Row): Row {
    this.#rows.set(row.id, row);
    return row;
  }

  delete(id: string): void {
    this.values();
    this.#rows.delete(id);
  }

  /** Every row; makes those that nobody asked for yet. */
  values(): readonly Row[] {
    const source = this.#source;
    if (source && !this.#complete) {
      for (let index = 0; index < source.size; index++) {
        const id = source.idAt(index);
        if (!this.#rows.has(id) && source.has?.(index) !== false) this.#rows.set(id, source.make(index));
      }
      this.#complete = true;
    }
    return [...this.#rows.values()];
  }

  /** How many rows there are. */
  get size(): number {
    return this.#complete ? this.#rows.size : this.values().length;
  }
}
