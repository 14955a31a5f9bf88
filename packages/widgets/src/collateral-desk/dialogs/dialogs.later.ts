/** The dialogs of the desk: a chunk of its own, loaded when the list stands or when the first dialog opens. */
import type {Part} from '../../base/later-part.ts';
import './define-dialogs.ts';
import {keysStyles} from '../../ui/keys/keys.view.ts';
import {renderBulkBar} from './bulk-bar.view.ts';
import {renderDialog} from './dialogs.view.ts';

// So that acts find it here, without a connection too.
export * as calls from '../collateral-desk.calls.ts';

/** What draws the dialogs. */
export interface DialogViews {
  readonly renderBulkBar: typeof renderBulkBar;
  readonly renderDialog: typeof renderDialog;
}

export const dialogsPart: Part<DialogViews> = {views: {renderBulkBar, renderDialog}, styles: [keysStyles]};
