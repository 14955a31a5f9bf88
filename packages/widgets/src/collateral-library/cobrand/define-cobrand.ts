import {defineElement} from '../../base/define-element.ts';
import {addCobrandStrings} from '../../strings/collateral-cobrand.strings.ts';
import {UiBadge} from '../../ui/badge/badge.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {CobrandDialog} from './cobrand-dialog.ts';

// Loaded when it opens: most visits look and download.
addCobrandStrings();
defineElement('portico-ui-badge', UiBadge);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-collateral-cobrand-dialog', CobrandDialog);
