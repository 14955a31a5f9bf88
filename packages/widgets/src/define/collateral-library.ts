import {CollateralLibrary} from '../collateral-library/collateral-library.ts';
import {defineElement} from '../base/define-element.ts';

defineElement('portico-collateral-library', CollateralLibrary);
