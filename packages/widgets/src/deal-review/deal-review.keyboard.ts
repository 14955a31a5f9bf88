import type {DealRegistration} from '@portico/contract';
import type {LitElement} from 'lit';
import {placeOf} from '../base/key-place.ts';
import type {TableController} from '../base/table.controller.ts';
import {toCommand, type ReviewCommand} from './deal-review.keys.ts';
import type {DealReviewAction} from './deal-review.model.ts';

interface Desk {
  readonly table: TableController<DealRegistration>;
  readonly rows: () => readonly DealRegistration[];
  /** The registration that is open beside the queue. */
  readonly open: () => DealRegistration | undefined;
  /** Whether a dialog lies over the desk. */
  readonly isCovered: () => boolean;
  /** Opens a registration and goes to it. */
  readonly openDeal: (deal: DealRegistration) => void;
  /** Opens a registration while the focus stays in the queue. */
  readonly follow: (deal: DealRegistration) => void;
  readonly leave: () => void;
  readonly clearSearch: () => void;
  /** Begins an act on those of the registrations that allow it. Returns whether any does. */
  readonly begin: (action: DealReviewAction, deals: readonly DealRegistration[]) => boolean;
  readonly help: () => void;
}

/** Works the desk by keys. They count only while the focus is inside it, so a page's own shortcuts stay the page's. */
export class ReviewKeyboard {
  readonly #host: LitElement & {shortcuts: 'on' | 'off'};
  readonly #desk: Desk;

  constructor(host: LitElement & {shortcuts: 'on' | 'off'}, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
    host.addEventListener('keydown', event => this.#onKeyDown(event));
  }

  #onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || this.#desk.isCovered()) return;
    const path = event.composedPath();
    const command = toCommand(event, placeOf(path), this.#host.shortcuts !== 'off');
    if (!command || !this.#run(command, path)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key asks. Returns whether there was something to do. */
  #run(command: ReviewCommand, path: readonly EventTarget[]): boolean {
    const {table, rows, open, openDeal, follow, begin, help} = this.#desk;
    const opened = open();
    const moved = table.run(command);
    if (moved) {
      // With a registration open beside the queue, moving reads on.
      if (opened && command !== 'select') follow(moved);
      return true;
    }
    switch (command) {
      case 'open':
        if (table.active) openDeal(table.active);
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
      case 'approve':
      case 'reject':
      case 'request_info':
      case 'take': {
        const {selected} = table;
        const subject = opened ?? table.active;
        return begin(command, selected.length > 0 ? selected : subject ? [subject] : []);
      }
      case 'note':
        return begin('note', opened ? [opened] : table.active ? [table.active] : []);
      default:
        return false;
    }
  }

  /** Escape gives up one thing at a time: the search, the open registration, the selection. */
  #escape([target]: readonly EventTarget[]): boolean {
    const {table, open, leave, clearSearch} = this.#desk;
    if (target instanceof HTMLInputElement && target.type === 'search') {
      if (target.value) clearSearch();
      else table.focus();
      return true;
    }
    if (target instanceof HTMLTextAreaElement) {
      // Out of the note and back to the queue; what was typed stays.
      table.focus();
      return true;
    }
    if (open()) leave();
    else if (table.selection.size > 0) table.selection.clear();
    else return false;
    return true;
  }
}
