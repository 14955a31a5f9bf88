import {defineElement} from '../../base/define-element.ts';
import {addLaterStrings} from '../../strings/collateral-desk-later.strings.ts';
import {UiButton} from '../../ui/button/button.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiFilePicker} from '../../ui/file-picker/file-picker.ts';
import {ActDialog} from './act-dialog.ts';
import {EditDialog} from './edit-dialog.ts';
import {SupersedeDialog} from './supersede-dialog.ts';
import {VersionDialog} from './version-dialog.ts';

// Loaded when the first dialog opens: most visits look and do not act.
addLaterStrings();
defineElement('portico-ui-button', UiButton);
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-file-picker', UiFilePicker);
defineElement('portico-collateral-desk-act', ActDialog);
defineElement('portico-collateral-desk-edit', EditDialog);
defineElement('portico-collateral-desk-supersede', SupersedeDialog);
defineElement('portico-collateral-desk-version', VersionDialog);
