import {defineElement} from '../../base/define-element.ts';
import {addReachStrings} from '../../strings/collateral-reach.strings.ts';
import {UiBadge} from '../../ui/badge/badge.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {PrintDialog} from './print-dialog.ts';
import {ShareDialog} from './share-dialog.ts';

// Loaded when the first of them opens: most visits look and download.
addReachStrings();
defineElement('portico-ui-badge', UiBadge);
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-collateral-share-dialog', ShareDialog);
defineElement('portico-collateral-print-dialog', PrintDialog);
