import {defineElement} from '../../base/define-element.ts';
import {addCobrandStrings} from '../../strings/collateral-desk-cobrand.strings.ts';
import {addLaterStrings} from '../../strings/collateral-desk-later.strings.ts';
import {DeskCopies} from '../copies/desk-copies.ts';
import {AssetDetail} from './asset-detail.ts';
import {CobrandTemplates} from './cobrand-templates.ts';

// Loaded when the list is there: the first paint does not wait for what nobody has opened.
addLaterStrings();
addCobrandStrings();
defineElement('portico-collateral-desk-detail', AssetDetail);
defineElement('portico-collateral-desk-copies', DeskCopies);
defineElement('portico-collateral-desk-templates', CobrandTemplates);
