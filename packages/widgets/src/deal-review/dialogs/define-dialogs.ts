import {defineElement} from '../../base/define-element.ts';
import {addDialogsStrings} from '../../strings/deal-review-dialogs.strings.ts';
import {UiButton} from '../../ui/button/button.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {ActDialog} from './act-dialog.ts';
import {PartnerFilter} from './partner-filter.ts';
import {ReviewPicker} from './picker.ts';

// Loaded when the first dialog opens: most visits look and do not act.
addDialogsStrings();
defineElement('portico-ui-button', UiButton);
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-deal-review-picker', ReviewPicker);
defineElement('portico-deal-review-partner-filter', PartnerFilter);
defineElement('portico-deal-review-act', ActDialog);
