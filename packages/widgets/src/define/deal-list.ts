import {defineElement} from '../base/define-element.ts';
import {DealList} from '../deal-list/deal-list.ts';

defineElement('portico-deal-list', DealList);
