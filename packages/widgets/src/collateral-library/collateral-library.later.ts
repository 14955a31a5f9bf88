/** What the library needs once a piece is open: a chunk of its own, loaded when the first view stands. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {addLaterStrings} from '../strings/collateral-library-later.strings.ts';
import {actDialogStyles} from '../theme/act-dialog.styles.ts';
import {detailStyles} from '../theme/detail.styles.ts';
import {UiBadge} from '../ui/badge/badge.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {actDialog} from './act-dialog.view.ts';
import {assetDetailStyles} from './asset-detail.styles.ts';
import {assetDetail} from './asset-detail.view.ts';
import type {LaterViews} from './collateral-library.view.ts';
import {shortcutsDialog} from './shortcuts.view.ts';

/** Registers the parts that these views use, adds their words, and gives the views. */
export function laterPart(): Part<LaterViews> {
  defineElement('portico-ui-badge', UiBadge);
  defineElement('portico-ui-dialog', UiDialog);
  addLaterStrings();
  return {views: {assetDetail, shortcutsDialog, actDialog}, styles: [detailStyles, actDialogStyles, assetDetailStyles]};
}
