/** What the inbox needs once a lead is open or an act asks for something: a chunk of its own, loaded when the first view stands. */
import {defineElement} from '../base/define-element.ts';
import {UiCheckbox} from '../ui/checkbox/checkbox.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {actDialog, shortcutsDialog} from './dialogs.view.ts';
import {leadDetail} from './lead-detail.view.ts';
import type {LaterViews} from './lead-inbox.view.ts';

/** Registers the parts that these views use, and gives the views. */
export function prepareLaterViews(): LaterViews {
  defineElement('portico-ui-checkbox', UiCheckbox);
  defineElement('portico-ui-dialog', UiDialog);
  return {leadDetail, actDialog, shortcutsDialog};
}
