import {type ListCommand, stepOf, toListCommand} from '../base/list-keys.ts';
import type {PaneFocus} from '../base/pane-focus.ts';
import type {DealsView} from './deal-list.view.ts';

/** What a key asks of the list. */
export type DealCommand = ListCommand | 'stage' | 'edit' | 'new' | 'search' | 'help';

const letterKeys: Readonly<Record<string, DealCommand>> = {j: 'down', k: 'up', s: 'stage', e: 'edit', n: 'new', '/': 'search', '?': 'help'};

/**
 * Reads a key press.
 *
 * @param letters - Whether single letters are in force.
 */
export function toCommand(event: KeyboardEvent, letters: boolean): DealCommand | undefined {
  return toListCommand(event, letters ? letterKeys : {});
}

/**
 * Carries out a command of the keyboard.
 *
 * @returns Whether it meant anything here; else the key is the page's.
 */
export function obey(command: DealCommand, view: DealsView, focus: PaneFocus): boolean {
  const {deals} = view;
  const {items} = deals.list;
  const inDetail = focus.isInDetail;
  const at = inDetail ? items.findIndex(({id}) => id === deals.opened.id) : focus.rowOf(items);
  const deal = inDetail ? deals.opened.deal : items[at];
  const step = stepOf(command, at, items.length, focus.rowsInView);
  if (step !== undefined) {
    const to = items[step];
    if (!to) return false;
    if (inDetail) view.open(to, true);
    else void focus.toRow(step);
    return true;
  }
  switch (command) {
    case 'open':
    case 'select':
      if (deal) view.open(deal, true);
      return deal !== undefined;
    case 'back':
      if (deals.opened.id === undefined) return false;
      view.back();
      return true;
    case 'stage':
      if (!deal?.actions.includes('set_stage')) return false;
      view.ask('set_stage', deal);
      return true;
    case 'edit':
      if (!deal?.actions.includes('update')) return false;
      view.edit(deal);
      return true;
    case 'new':
      if (!deals.mayWrite) return false;
      view.register();
      return true;
    case 'search':
      focus.toSearch();
      return true;
    case 'help':
      view.showShortcuts(true);
      return true;
    default:
      return false;
  }
}
