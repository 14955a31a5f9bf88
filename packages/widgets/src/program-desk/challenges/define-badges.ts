import {defineElement} from '../../base/define-element.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {ProgramDeskBadgeAward} from './badge-award.ts';
import {ProgramDeskBadge} from './badge-editor.ts';
import {ProgramDeskBadges} from './badges-tab.ts';

// Loaded when the tab is first opened.
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-program-desk-badge', ProgramDeskBadge);
defineElement('portico-program-desk-badge-award', ProgramDeskBadgeAward);
defineElement('portico-program-desk-badges', ProgramDeskBadges);
