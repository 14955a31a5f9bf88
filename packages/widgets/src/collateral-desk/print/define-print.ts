import {defineElement} from '../../base/define-element.ts';
import {addLaterStrings} from '../../strings/collateral-desk-later.strings.ts';
import {addPrintStrings} from '../../strings/collateral-desk-print.strings.ts';
import {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {DeskPrint} from './desk-print.ts';
import {PrintStockPart} from './print-stock.ts';

// Loaded when the tab is opened, or a piece.
addLaterStrings();
addPrintStrings();
defineElement('portico-ui-checkbox', UiCheckbox);
defineElement('portico-collateral-desk-print', DeskPrint);
defineElement('portico-collateral-desk-stock', PrintStockPart);
