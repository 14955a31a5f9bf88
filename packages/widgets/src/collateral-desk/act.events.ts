import type {Asset} from '@portico/contract';
import type {CollateralDeskAction} from './collateral-desk.actions.ts';

/** An act on material. */
export interface CollateralDeskActionDetail {
  readonly action: CollateralDeskAction | 'create';
  /** One piece, or all that are selected, as they were before; none for a new one. */
  readonly assets: readonly Asset[];
  /** What was filled in: the reason, the fields. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Vendor staff are about to act on material. Cancel it and nothing is sent and nothing changes.
 *
 * @example
 * desk.addEventListener('portico-collateral-desk-action', event => {
 *   if (event.detail.action === 'recall' && !mayRecall()) event.preventDefault();
 * });
 */
export class CollateralDeskActionEvent extends CustomEvent<CollateralDeskActionDetail> {
  static readonly type = 'portico-collateral-desk-action';

  constructor(detail: CollateralDeskActionDetail) {
    super(CollateralDeskActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The server has carried out an act on one piece; `asset` is as it answered. */
export class CollateralDeskActionDoneEvent extends CustomEvent<{action: CollateralDeskActionDetail['action']; asset: Asset}> {
  static readonly type = 'portico-collateral-desk-action-done';

  constructor(action: CollateralDeskActionDetail['action'], asset: Asset) {
    super(CollateralDeskActionDoneEvent.type, {detail: {action, asset}, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-collateral-desk-action': CollateralDeskActionEvent;
    'portico-collateral-desk-action-done': CollateralDeskActionDoneEvent;
  }
}
