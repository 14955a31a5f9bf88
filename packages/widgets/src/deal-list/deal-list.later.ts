/** What the list needs once a deal is open or an act asks for something: a chunk of its own, loaded when the first view stands. */
import {defineElement} from '../base/define-element.ts';
import {Drafts} from '../base/drafts.ts';
import type {Part} from '../base/later-part.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {addLaterStrings} from '../strings/deal-list-later.strings.ts';
import {actDialogStyles} from '../theme/act-dialog.styles.ts';
import {detailStyles} from '../theme/detail.styles.ts';
import {listToolsStyles} from '../theme/list-tools.styles.ts';
import {UiCheckbox} from '../ui/checkbox/checkbox.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {dealDetailStyles} from './deal-detail.styles.ts';
import {dealDetail} from './deal-detail.view.ts';
import type {LaterViews} from './deal-list.view.ts';
import {actDialog, shortcutsDialog} from './dialogs.view.ts';
import {exportCsv} from './files.ts';
import {listTools} from './list-tools.view.ts';
import {report} from './report.ts';

/** Registers the parts that these views use, adds their words, and gives the views. */
export function laterPart(host: WidgetHost): Part<LaterViews> {
  defineElement('portico-ui-checkbox', UiCheckbox);
  defineElement('portico-ui-dialog', UiDialog);
  addLaterStrings();
  return {
    views: {drafts: new Drafts(host), dealDetail, listTools, actDialog, shortcutsDialog, exportCsv, report},
    styles: [detailStyles, listToolsStyles, actDialogStyles, dealDetailStyles],
  };
}
