/** Which piece a visitor asked about. */
export interface CollateralEnquiryDetail {
  /** Id of the asset. */
  readonly assetId: string;
}

/** A visitor's enquiry has arrived, for the page's own statistics. Says nothing about the visitor. */
export class CollateralEnquiryEvent extends CustomEvent<CollateralEnquiryDetail> {
  static readonly type = 'portico-collateral-enquiry';

  constructor(detail: CollateralEnquiryDetail) {
    super(CollateralEnquiryEvent.type, {bubbles: true, composed: true, detail});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-collateral-enquiry': CollateralEnquiryEvent;
  }
}
