import {defineElement} from '../../base/define-element.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {ProgramDeskChallenge} from './challenge-editor.ts';
import {ProgramDeskChallenges} from './challenges-tab.ts';

// Loaded when the tab is first opened.
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-program-desk-challenge', ProgramDeskChallenge);
defineElement('portico-program-desk-challenges', ProgramDeskChallenges);
