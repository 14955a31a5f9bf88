/** What the inbox needs once a lead is open or an act asks for something: a chunk of its own, loaded when the first view stands. */
import {defineElement} from '../base/define-element.ts';
import {Drafts} from '../base/drafts.ts';
import type {Part} from '../base/later-part.ts';
import {addLaterStrings} from '../strings/lead-inbox-later.strings.ts';
import {actDialogStyles} from '../theme/act-dialog.styles.ts';
import {detailStyles} from '../theme/detail.styles.ts';
import {listToolsStyles} from '../theme/list-tools.styles.ts';
import {UiCheckbox} from '../ui/checkbox/checkbox.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {actDialog, shortcutsDialog} from './dialogs.view.ts';
import {leadDetail} from './lead-detail.view.ts';
import type {InboxElement, InboxView, LaterViews} from './lead-inbox.view.ts';
import {listTools} from './list-tools.view.ts';
import {report} from './report.ts';
import {UrgencyWatch} from './urgency-watch.ts';

/** Registers the parts that these views use, adds their words, sets the countdowns going, and gives the views. */
export function laterPart(host: InboxElement, view: InboxView): Part<LaterViews> {
  defineElement('portico-ui-checkbox', UiCheckbox);
  defineElement('portico-ui-dialog', UiDialog);
  addLaterStrings();
  host.addController(new UrgencyWatch(host, view));
  return {views: {drafts: new Drafts(host), report, leadDetail, listTools, actDialog, shortcutsDialog}, styles: [detailStyles, listToolsStyles, actDialogStyles]};
}
