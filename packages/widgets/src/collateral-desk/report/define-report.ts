import {defineElement} from '../../base/define-element.ts';
import {addLaterStrings} from '../../strings/collateral-desk-later.strings.ts';
import {addReportStrings} from '../../strings/collateral-desk-report.strings.ts';
import {AssetTracking} from './asset-tracking.ts';
import {DeskReport} from './desk-report.ts';

// Loaded when the tab is opened, or a piece.
addLaterStrings();
addReportStrings();
defineElement('portico-collateral-desk-report', DeskReport);
defineElement('portico-collateral-desk-tracking', AssetTracking);
