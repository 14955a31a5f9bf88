import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Versioned} from './live-list.model.ts';
import {RowSelection} from './row-selection.ts';
import {findRow} from '../ui/windowed-list/windowed-list.model.ts';
import type {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';

/** How long a row that somebody else changed stays marked, in milliseconds; its mark then fades. */
const markedMs = 900;
/** More changes at once than this are not news of single rows. */
const mostMarked = 8;
/** A changed list moves its rows by a few places only. */
const reach = 200;

interface TableHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface TableSource<Item> {
  rows: () => readonly Item[];
  /** Changes whenever the list is read under other filters: its rows are then other rows, not changed ones. */
  reading: () => unknown;
}

/** What the hand and the eye are on in the table: the row of the keyboard, the selected rows, and the rows that just changed. */
export class TableController<Item extends Versioned> implements ReactiveController {
  readonly selection: RowSelection;
  readonly #host: TableHost;
  readonly #source: TableSource<Item>;
  #activeId: string | undefined;
  #rows: readonly Item[] = [];
  #reading: unknown;
  readonly #changed = new Map<string, ReturnType<typeof setTimeout>>();
  /** Versions that an act of this page brought about. */
  readonly #own = new Map<string, number>();

  constructor(host: TableHost, source: TableSource<Item>) {
    this.#host = host;
    this.#source = source;
    this.selection = new RowSelection(() => host.requestUpdate());
    host.addController(this);
  }

  /** The row that the keyboard is on: the first until it was moved. */
  get activeId(): string | undefined {
    const rows = this.#source.rows();
    const known = this.#activeId !== undefined && rows.some(({id}) => id === this.#activeId);
    return known ? this.#activeId : rows[0]?.id;
  }

  get active(): Item | undefined {
    const id = this.activeId;
    return this.#source.rows().find(item => item.id === id);
  }

  /** The selected rows that are on the list now, in its order. */
  get selected(): Item[] {
    return this.selection.size === 0 ? [] : this.#source.rows().filter(({id}) => this.selection.has(id));
  }

  /** Whether the rows that were read are selected: all, some or none. */
  get extent(): 'all' | 'some' | 'none' {
    const count = this.selected.length;
    return count === 0 ? 'none' : count === this.#source.rows().length ? 'all' : 'some';
  }

  isChanged(id: string): boolean {
    return this.#changed.has(id);
  }

  /** Whether the user has a row in hand, so that it must not move. */
  holds(id: string): boolean {
    return this.selection.has(id) || (id === this.#activeId && this.#list?.contains(this.#focused) === true);
  }

  /** Notes that this page brought a version about: its row needs no mark. */
  noteOwn({id, version}: Item) {
    this.#own.set(id, version);
  }

  /** Selects a row as a click on it says: with Shift from the last one to here. */
  pick(item: Item, event: MouseEvent) {
    event.stopPropagation();
    if (event.shiftKey) this.selection.extendTo(item.id, this.#source.rows());
    else this.selection.toggle(item.id);
    this.activate(item.id);
  }

  /** Notes which row the focus came to. */
  follow(event: FocusEvent) {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-id]');
    if (row) this.activate(row.dataset['id']);
  }

  activate(id: string | undefined) {
    if (id === this.#activeId) return;
    this.#activeId = id;
    this.#host.requestUpdate();
  }

  /** Place of the row that the keyboard is on; -1 without rows. */
  get activeIndex(): number {
    return this.#indexOf(this.activeId);
  }

  /** Puts the focus on the row of the keyboard. */
  focus(): void {
    void this.#moveTo(this.activeIndex);
  }

  /** Puts the focus on the row at a place, or on the last one. */
  focusAt(index: number): void {
    void this.#moveTo(Math.min(index, this.#source.rows().length - 1));
  }

  /** How many rows a page of the keyboard is. */
  get pageLength(): number {
    return Math.max(1, (this.#list?.range.end ?? 10) - (this.#list?.range.start ?? 0) - 4);
  }

  hostUpdate() {
    const rows = this.#source.rows();
    if (rows === this.#rows) return;
    const before = this.#rows;
    const sameReading = this.#reading === this.#source.reading() && before.length > 0;
    this.#rows = rows;
    this.#reading = this.#source.reading();
    if (!sameReading) return;
    const {start, end} = this.#list?.range ?? {start: 0, end: 0};
    const changed: string[] = [];
    for (let index = start; index < Math.min(end, rows.length); index++) {
      const item = rows[index] as Item;
      const was = before[findRow(before, ({id}) => id, item.id, index, reach)];
      if (was === item || (was && was.version >= item.version) || (this.#own.get(item.id) ?? 0) >= item.version) continue;
      // A row that a further page brought is not a changed one.
      if (!was && index >= before.length) continue;
      changed.push(item.id);
    }
    // A whole table in colour says nothing: an import, or a list read again.
    if (changed.length <= mostMarked) for (const id of changed) this.#mark(id);
  }

  hostDisconnected() {
    for (const timer of this.#changed.values()) clearTimeout(timer);
    this.#changed.clear();
  }

  get #list(): UiWindowedList<Item> | null {
    return this.#host.renderRoot?.querySelector<UiWindowedList<Item>>('portico-ui-windowed-list') ?? null;
  }

  get #focused(): Element | null {
    const root = this.#host.renderRoot as ShadowRoot;
    return root.activeElement ?? null;
  }

  #indexOf(id: string | undefined): number {
    return this.#source.rows().findIndex(item => item.id === id);
  }

  async #moveTo(index: number): Promise<void> {
    const item = this.#source.rows()[index];
    if (!item) return;
    this.activate(item.id);
    await this.#list?.focusRow(index);
  }

  #mark(id: string) {
    clearTimeout(this.#changed.get(id));
    const timer = setTimeout(() => {
      this.#changed.delete(id);
      this.#host.requestUpdate();
    }, markedMs);
    this.#changed.set(id, timer);
  }
}
