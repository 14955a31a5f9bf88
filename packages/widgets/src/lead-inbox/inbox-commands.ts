import type {PaneFocus} from '../base/pane-focus.ts';
import {stepOf} from '../base/list-keys.ts';
import type {InboxCommand} from './lead-inbox.keys.ts';
import type {InboxView} from './lead-inbox.view.ts';

/**
 * Carries out a command of the keyboard.
 *
 * @returns Whether it meant anything here; else the key is the page's.
 */
export function obey(command: InboxCommand, view: InboxView, focus: PaneFocus): boolean {
  const {inbox} = view;
  const {items} = inbox.list;
  const inDetail = focus.isInDetail;
  const at = inDetail ? items.findIndex(({id}) => id === inbox.opened.id) : focus.rowOf(items);
  const offer = inDetail ? inbox.opened.offer : items[at];
  const step = stepOf(command, at, items.length, focus.rowsInView);
  if (step !== undefined) {
    const to = items[step];
    if (!to) return false;
    if (command === 'extendDown' || command === 'extendUp') {
      if (offer && inbox.selection.size === 0) inbox.selection.toggle(offer.id, true);
      inbox.selection.extendTo(to.id, items);
    }
    if (inDetail) view.open(to, true);
    else void focus.toRow(step);
    return true;
  }
  switch (command) {
    case 'open':
      if (offer) view.open(offer, true);
      return offer !== undefined;
    case 'back':
      if (!inDetail && inbox.selection.size > 0) inbox.selection.clear();
      else if (inbox.opened.id !== undefined) view.back();
      else return false;
      return true;
    case 'select':
      if (offer) inbox.selection.toggle(offer.id);
      return offer !== undefined;
    case 'all':
      view.selectAll();
      return true;
    case 'search':
      focus.toSearch();
      return true;
    case 'help':
      view.showShortcuts(true);
      return true;
    case 'accept':
    case 'decline': {
      const chosen = inDetail ? [] : inbox.chosen;
      const offers = (chosen.length > 0 ? chosen : offer ? [offer] : []).filter(({actions}) => actions.includes(command));
      if (offers.length > 0) view.ask(command, offers);
      return offers.length > 0;
    }
    default:
      return false;
  }
}
