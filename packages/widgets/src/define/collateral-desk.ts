import {defineElement} from '../base/define-element.ts';
import {CollateralDesk} from '../collateral-desk/collateral-desk.ts';

defineElement('portico-collateral-desk', CollateralDesk);

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk': CollateralDesk;
  }
}
