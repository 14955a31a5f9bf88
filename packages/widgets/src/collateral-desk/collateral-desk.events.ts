import type {Asset} from '@portico/contract';

/** A piece of material is about to be opened beside the list; cancel it to show it in the page's own way. `null` when it was closed. */
export class CollateralDeskSelectEvent extends CustomEvent<{asset: Asset | null}> {
  static readonly type = 'portico-collateral-desk-select';

  constructor(asset: Asset | null) {
    super(CollateralDeskSelectEvent.type, {detail: {asset}, bubbles: true, composed: true, cancelable: asset !== null});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-collateral-desk-select': CollateralDeskSelectEvent;
  }
}
