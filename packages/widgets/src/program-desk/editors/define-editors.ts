import {defineElement} from '../../base/define-element.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {ProgramDeskBoard} from './board-editor.ts';
import {ProgramDeskRule} from './rule-editor.ts';

// Loaded when somebody adds or changes something.
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-program-desk-board', ProgramDeskBoard);
defineElement('portico-program-desk-rule', ProgramDeskRule);
