import {defineElement} from '../../base/define-element.ts';
import {UiButton} from '../../ui/button/button.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {UiDialog} from '../../ui/dialog/dialog.ts';

// What every dialog of the desk is made of.
defineElement('portico-ui-button', UiButton);
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-ui-dialog', UiDialog);
