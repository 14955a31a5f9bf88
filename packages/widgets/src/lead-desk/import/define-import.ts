import {defineElement} from '../../base/define-element.ts';
import '../dialogs/define-dialog-parts.ts';
import {ImportDialog} from './import-dialog.ts';

// Loaded when the first import begins.
defineElement('portico-lead-desk-import', ImportDialog);
