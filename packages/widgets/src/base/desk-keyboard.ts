import type {LitElement} from 'lit';
import {type DeskCommand, type LetterKeys, toCommand} from './desk-keys.ts';
import {placeOf} from './key-place.ts';
import type {Versioned} from './live-list.model.ts';
import type {TableController} from './table.controller.ts';
import {step} from './table-steps.ts';

type Host = LitElement & {readonly shortcuts: 'on' | 'off'};

/** What the keys work on. */
export interface KeyedDesk<Row extends Versioned, Own extends string> {
  readonly table: TableController<Row>;
  readonly rows: () => readonly Row[];
  /** What is open beside the list. */
  readonly open: () => Row | undefined;
  /** Whether a dialog lies over the desk. */
  readonly isCovered: () => boolean;
  /** Opens a row and goes to it. */
  readonly openRow: (row: Row) => void;
  /** Opens a row while the focus stays in the list. */
  readonly follow: (row: Row) => void;
  readonly leave: () => void;
  readonly clearSearch: () => void;
  readonly help: () => void;
  readonly letters: LetterKeys<Own>;
  /**
   * Does what one of the desk's own letters asks.
   *
   * @param rows - What is selected; else what is open, or the row of the keyboard.
   * @returns Whether there was something to do.
   */
  readonly act: (command: Own, rows: readonly Row[]) => boolean;
}

/** Works a desk by keys. They count only while the focus is inside it, so a page's own shortcuts stay the page's. */
export class DeskKeyboard<Row extends Versioned, Own extends string> {
  readonly #host: Host;
  readonly #desk: KeyedDesk<Row, Own>;

  constructor(host: Host, desk: KeyedDesk<Row, Own>) {
    this.#host = host;
    this.#desk = desk;
    host.addEventListener('keydown', event => this.press(event));
  }

  /**
   * Does what a key asks, if it asks for anything here.
   *
   * @param path - What the key was pressed in, the innermost element first; of an event that is over, as it was.
   */
  press(event: KeyboardEvent, path: readonly EventTarget[] = event.composedPath()): void {
    if (event.defaultPrevented || this.#desk.isCovered()) return;
    const command = toCommand(event, placeOf(path), this.#host.shortcuts === 'off' ? undefined : this.#desk.letters);
    if (!command || !this.#run(command, path)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key asks. Returns whether there was something to do. */
  #run(command: DeskCommand | Own, path: readonly EventTarget[]): boolean {
    const {table, rows, open, openRow, follow, help, act} = this.#desk;
    const opened = open();
    const moved = step(table, rows(), command);
    if (moved) {
      // With a row open beside the list, moving reads on.
      if (opened && command !== 'select') follow(moved);
      return true;
    }
    switch (command) {
      case 'open':
        if (table.active) openRow(table.active);
        return table.active !== undefined;
      case 'selectAll':
        table.selection.set(rows());
        return true;
      case 'search':
        this.#host.renderRoot.querySelector<HTMLElement>('.search')?.focus();
        return true;
      case 'leave':
        return this.#escape(path);
      case 'help':
        help();
        return true;
      default: {
        // A key of the table does nothing while that is empty.
        const own = Object.values<Own>(this.#desk.letters).find(each => each === command);
        const subject = opened ?? table.active;
        return own !== undefined && act(own, table.selected.length > 0 ? table.selected : subject ? [subject] : []);
      }
    }
  }

  /** Escape gives up one thing at a time: the search, the field one types into, what is open, the selection. What was typed stays. */
  #escape([target]: readonly EventTarget[]): boolean {
    const {table, open, leave, clearSearch} = this.#desk;
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value) clearSearch();
    else if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'search')) table.focus();
    else if (open()) leave();
    else if (table.selection.size > 0) table.selection.clear();
    else return false;
    return true;
  }
}
