import {defineElement} from '../../base/define-element.ts';
import {addLaterStrings} from '../../strings/collateral-desk-later.strings.ts';
import {addFoldersStrings} from '../../strings/collateral-desk-folders.strings.ts';
import {UiButton} from '../../ui/button/button.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {FolderTree} from './folder-tree.ts';
import {MoveDialog} from './move-dialog.ts';

export {renderFolderTree} from './folders-pane.view.ts';

// Loaded when somebody wants to see folders, or to put something into one.
addLaterStrings();
addFoldersStrings();
defineElement('portico-ui-button', UiButton);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-collateral-desk-folders', FolderTree);
defineElement('portico-collateral-desk-move', MoveDialog);
