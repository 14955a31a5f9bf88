/** The dialogs of the desk: a chunk of its own, loaded when the list stands or when the first dialog opens. */
import type {Lead} from '@portico/contract';
import type {Part} from '../../base/later-part.ts';
import './define-dialogs.ts';
import {renderBulkBar} from '../bulk-bar.view.ts';
import {actionsOf} from '../lead-desk.actions.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import type {LeadDeskAction} from '../lead-desk.model.ts';
import {type DeskDialog, renderDialog} from './dialogs.view.ts';
import {keysStyles} from '../../ui/keys/keys.view.ts';

/** What draws the dialogs and the bar that asks for them, and what carries out what they ask. */
export interface DialogViews {
  readonly renderDialog: typeof renderDialog;
  readonly renderBulkBar: typeof renderBulkBar;
  readonly acts: LeadDeskActs;
  /** Acts at once where nothing is left to say, else gives the dialog that asks for it. */
  begin(action: LeadDeskAction, leads: readonly Lead[]): DeskDialog | undefined;
}

/** Gives the dialogs with what carries their acts out. */
export function dialogsPart(acts: LeadDeskActs): Part<DialogViews> {
  const begin: DialogViews['begin'] = (action, leads) => {
    const [lead] = leads;
    if (!lead || action === 'create' || action === 'note' || !leads.some(each => actionsOf(each).has(action))) return undefined;
    if (leads.length > 1 || (action !== 'route' && action !== 'recycle')) return {kind: action, leads};
    void acts.now(action, lead);
    return undefined;
  };
  return {views: {renderDialog, renderBulkBar, acts, begin}, styles: [keysStyles]};
}
