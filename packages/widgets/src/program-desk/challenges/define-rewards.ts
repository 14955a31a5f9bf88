import {defineElement} from '../../base/define-element.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {ProgramDeskReward} from './reward-editor.ts';
import {ProgramDeskRewards} from './rewards-tab.ts';
import {ProgramDeskScheme} from './scheme-editor.ts';

// Loaded when the tab is first opened.
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-program-desk-reward', ProgramDeskReward);
defineElement('portico-program-desk-rewards', ProgramDeskRewards);
defineElement('portico-program-desk-scheme', ProgramDeskScheme);
