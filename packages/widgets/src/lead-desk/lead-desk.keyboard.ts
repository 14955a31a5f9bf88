import type {Lead} from '@portico/contract';
import type {LitElement} from 'lit';
import {placeOf} from '../base/key-place.ts';
import type {TableController} from '../base/table.controller.ts';
import {toCommand, type DeskCommand} from './lead-desk.keys.ts';
import {actionsOf} from './lead-desk.actions.ts';
import type {LeadDeskAction} from './lead-desk.model.ts';

interface Desk {
  readonly table: TableController<Lead>;
  readonly rows: () => readonly Lead[];
  /** The lead that is open beside the list. */
  readonly open: () => Lead | undefined;
  /** Whether a dialog lies over the desk. */
  readonly isCovered: () => boolean;
  /** Opens a lead and goes to it. */
  readonly openLead: (lead: Lead) => void;
  /** Opens a lead while the focus stays in the list. */
  readonly follow: (lead: Lead) => void;
  readonly leave: () => void;
  readonly clearSearch: () => void;
  readonly begin: (action: LeadDeskAction, leads: readonly Lead[]) => void;
  readonly show: (what: 'create' | 'import' | 'help') => void;
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
    const {table, rows, open, openLead, follow, show} = this.#desk;
    const opened = open();
    const moved = table.run(command);
    if (moved) {
      // With a lead open beside the list, moving reads on.
      if (opened && command !== 'select') follow(moved);
      return true;
    }
    switch (command) {
      case 'open':
        if (table.active) openLead(table.active);
        return table.active !== undefined;
      case 'selectAll':
        table.selection.set(rows());
        return true;
      case 'search':
        this.#host.renderRoot.querySelector<HTMLElement>('.search')?.focus();
        return true;
      case 'leave':
        return this.#escape(path);
      case 'new':
        show('create');
        return true;
      case 'import':
      case 'help':
        show(command);
        return true;
      case 'offer':
      case 'withdraw':
        return this.#act(command, opened ?? table.active);
      default:
        return false;
    }
  }

  #act(action: LeadDeskAction, subject: Lead | undefined): boolean {
    const {selected} = this.#desk.table;
    const leads = selected.length > 0 ? selected : subject ? [subject] : [];
    if (!leads.some(lead => actionsOf(lead).has(action))) return false;
    this.#desk.begin(action, leads);
    return true;
  }

  /** Escape gives up one thing at a time: the search, the open lead, the selection. */
  #escape([target]: readonly EventTarget[]): boolean {
    const {table, open, leave} = this.#desk;
    if (target instanceof HTMLInputElement && target.type === 'search') {
      if (target.value) this.#desk.clearSearch();
      else table.focus();
      return true;
    }
    if (target instanceof HTMLTextAreaElement) return false;
    if (open()) leave();
    else if (table.selection.size > 0) table.selection.clear();
    else return false;
    return true;
  }
}
