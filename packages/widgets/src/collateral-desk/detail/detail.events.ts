import type {Asset, AssetVersion} from '@portico/contract';
import type {CollateralDeskAction} from '../collateral-desk.actions.ts';

/** Somebody wants to act on what is open, or on one version of it. Inside the desk only. */
export class BeginEvent extends Event {
  static readonly type = 'portico-collateral-desk-begin';
  readonly action: CollateralDeskAction;
  readonly asset: Asset;
  readonly version: AssetVersion | undefined;

  constructor(action: CollateralDeskAction, asset: Asset, version?: AssetVersion) {
    super(BeginEvent.type);
    this.action = action;
    this.asset = asset;
    this.version = version;
  }
}

/** Somebody wants to close what is open. Inside the desk only. */
export class LeaveEvent extends Event {
  static readonly type = 'portico-collateral-desk-leave';

  constructor() {
    super(LeaveEvent.type);
  }
}

/** Somebody wants to go on to another piece. Passes through the parts of the desk. Inside the desk only. */
export class LeadEvent extends Event {
  static readonly type = 'portico-collateral-desk-lead';
  readonly asset: Asset;

  constructor(asset: Asset) {
    super(LeadEvent.type, {bubbles: true, composed: true});
    this.asset = asset;
  }
}
