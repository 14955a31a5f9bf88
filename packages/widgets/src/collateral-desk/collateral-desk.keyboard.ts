import type {Asset} from '@portico/contract';
import type {LitElement} from 'lit';
import {placeOf} from '../base/key-place.ts';
import type {TableController} from '../base/table.controller.ts';
import {toCommand, type DeskCommand} from './collateral-desk.keys.ts';
import type {CollateralDeskAction} from './collateral-desk.model.ts';

interface Desk {
  readonly table: TableController<Asset>;
  readonly rows: () => readonly Asset[];
  readonly open: () => Asset | undefined;
  /** Whether a dialog lies over the desk. */
  readonly isCovered: () => boolean;
  /** Opens a piece and goes to it. */
  readonly openAsset: (asset: Asset) => void;
  /** Opens a piece while the focus stays in the list. */
  readonly follow: (asset: Asset) => void;
  readonly leave: () => void;
  readonly clearSearch: () => void;
  /** Begins an act on those that allow it. Returns whether any does. */
  readonly begin: (action: CollateralDeskAction, assets: readonly Asset[]) => boolean;
  readonly create: () => void;
  readonly help: () => void;
}

/** Works the desk by keys. They count only while the focus is inside it, so a page's own shortcuts stay the page's. */
export class DeskKeyboard {
  readonly #host: LitElement & {shortcuts: 'on' | 'off'};
  readonly #desk: Desk;

  constructor(host: LitElement & {shortcuts: 'on' | 'off'}, desk: Desk) {
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
    const command = toCommand(event, placeOf(path), this.#host.shortcuts !== 'off');
    if (!command || !this.#run(command, path)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key asks. Returns whether there was something to do. */
  #run(command: DeskCommand, path: readonly EventTarget[]): boolean {
    const {table, rows, open, openAsset, follow, begin, create, help} = this.#desk;
    const opened = open();
    const moved = table.run(command);
    if (moved) {
      // With a piece open beside the list, moving reads on.
      if (opened && command !== 'select') follow(moved);
      return true;
    }
    switch (command) {
      case 'open':
        if (table.active) openAsset(table.active);
        return table.active !== undefined;
      case 'selectAll':
        table.selection.set(rows());
        return true;
      case 'search':
        this.#host.renderRoot.querySelector<HTMLElement>('.search')?.focus();
        return true;
      case 'leave':
        return this.#escape(path);
      case 'create':
        create();
        return true;
      case 'help':
        help();
        return true;
      case 'submit':
      case 'approve':
      case 'publish':
      case 'edit': {
        const {selected} = table;
        const subject = opened ?? table.active;
        return begin(command, selected.length > 0 ? selected : subject ? [subject] : []);
      }
      default:
        return false;
    }
  }

  /** Escape gives up one thing at a time: the search, what is open, the selection. */
  #escape([target]: readonly EventTarget[]): boolean {
    const {table, open, leave, clearSearch} = this.#desk;
    if (target instanceof HTMLInputElement && target.type === 'search') {
      if (target.value) clearSearch();
      else table.focus();
      return true;
    }
    if (open()) leave();
    else if (table.selection.size > 0) table.selection.clear();
    else return false;
    return true;
  }
}
