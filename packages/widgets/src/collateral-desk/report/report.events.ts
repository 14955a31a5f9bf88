import type {Asset} from '@portico/contract';

/** Somebody wants the whole report of a piece. Passes through the parts of the desk. Inside the desk only. */
export class BeginReportEvent extends Event {
  static readonly type = 'portico-collateral-desk-begin-report';
  readonly asset: Asset;

  constructor(asset: Asset) {
    super(BeginReportEvent.type, {bubbles: true, composed: true});
    this.asset = asset;
  }
}
