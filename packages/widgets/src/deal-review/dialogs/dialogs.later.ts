/** The dialogs of the desk: a chunk of its own, loaded when the queue stands or when the first dialog opens. */
import type {Part} from '../../base/later-part.ts';
import './define-dialogs.ts';
import {renderDialog} from './dialogs.view.ts';
import {keysStyles} from '../../ui/keys/keys.view.ts';

// So that acts find it here, without a connection too.
export * as calls from '../deal-review.calls.ts';

/** What draws the dialogs. */
export interface DialogViews {
  readonly renderDialog: typeof renderDialog;
}

export const dialogsPart: Part<DialogViews> = {views: {renderDialog}, styles: [keysStyles]};
