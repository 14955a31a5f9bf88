import type {Asset, AssetVersion} from '@portico/contract';
import type {CollateralDeskAction} from '../collateral-desk.model.ts';

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
