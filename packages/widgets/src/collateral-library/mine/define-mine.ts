import {defineElement} from '../../base/define-element.ts';
import {addCobrandStrings} from '../../strings/collateral-cobrand.strings.ts';
import {addMineStrings} from '../../strings/collateral-mine.strings.ts';
import {addReachStrings} from '../../strings/collateral-reach.strings.ts';
import {UiBadge} from '../../ui/badge/badge.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {MineDialog} from './mine-dialog.ts';

// Loaded when somebody asks what their organisation has made.
addReachStrings();
addCobrandStrings();
addMineStrings();
defineElement('portico-ui-badge', UiBadge);
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-collateral-mine-dialog', MineDialog);
