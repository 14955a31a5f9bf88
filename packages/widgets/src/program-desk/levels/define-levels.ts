import {defineElement} from '../../base/define-element.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';
import {UiField} from '../../ui/field/field.ts';
import {ProgramDeskBenefits} from './benefits-editor.ts';
import {ProgramDeskLevels} from './levels-tab.ts';
import {ProgramDeskTerms} from './terms-editor.ts';

// Loaded when the tab is first opened.
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);
defineElement('portico-program-desk-terms', ProgramDeskTerms);
defineElement('portico-program-desk-benefits', ProgramDeskBenefits);
defineElement('portico-program-desk-levels', ProgramDeskLevels);
