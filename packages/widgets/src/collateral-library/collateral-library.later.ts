/** What the library needs once a piece is open: a chunk of its own, loaded when the first view stands. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import {addLaterStrings} from '../strings/collateral-library-later.strings.ts';
import {actDialogStyles} from '../theme/act-dialog.styles.ts';
import {detailStyles} from '../theme/detail.styles.ts';
import {UiBadge} from '../ui/badge/badge.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {actDialog} from './act-dialog.view.ts';
import {assetDetailStyles} from './asset-detail.styles.ts';
import {assetDetail} from './asset-detail.view.ts';
import {CardFocus} from './card-focus.ts';
import type {CollateralLibraryController} from './collateral-library.controller.ts';
import type {LaterViews} from './collateral-library.view.ts';
import {DrawnChunks} from './drawn-chunks.ts';
import {obeyKey} from './library-keys.ts';
import {oldCopiesNoteOf} from './old-copies.ts';
import {shortcutsDialog} from './shortcuts.view.ts';
import {lookedAt, ViewLog} from './view-log.ts';
import {VisitMark} from './visit-mark.ts';

/** Registers the parts that these views use, adds their words, and gives the views. */
export function laterPart(host: PortalWidget, collateral: CollateralLibraryController): Part<LaterViews> {
  defineElement('portico-ui-badge', UiBadge);
  defineElement('portico-ui-dialog', UiDialog);
  addLaterStrings();
  // Of the host from now on, which keeps its controllers.
  void new ViewLog(host, () => lookedAt(collateral));
  collateral.visit = new VisitMark(host, collateral);
  const focus = new CardFocus(host);
  return {views: {assetDetail, shortcutsDialog, actDialog, oldCopiesNote: oldCopiesNoteOf(host, collateral), obeyKey: (event, view, toCard, letters) => obeyKey(event, view, focus, toCard, letters), focus, chunks: new DrawnChunks(host)}, styles: [detailStyles, actDialogStyles, assetDetailStyles]};
}
