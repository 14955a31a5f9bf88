import {defineElement} from '../base/define-element.ts';
import {PointsLedger} from '../points-ledger/points-ledger.ts';

defineElement('portico-points-ledger', PointsLedger);
