import type {DealRegistration} from '@portico/contract';
import type {DealReviewAction} from './deal-review.model.ts';

/** An act on registrations. */
export interface DealReviewActionDetail {
  readonly action: DealReviewAction;
  /** One registration, or all that are selected, as they were before. */
  readonly deals: readonly DealRegistration[];
  /** What was filled in: reason, comment, fields, … */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Vendor staff are about to act on registrations. Cancel it and nothing is sent and nothing changes.
 *
 * @example
 * review.addEventListener('portico-deal-review-action', event => {
 *   if (event.detail.action === 'approve' && !mayApprove()) event.preventDefault();
 * });
 */
export class DealReviewActionEvent extends CustomEvent<DealReviewActionDetail> {
  static readonly type = 'portico-deal-review-action';

  constructor(detail: DealReviewActionDetail) {
    super(DealReviewActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The server has carried out an act on one registration; `deal` is as it answered. */
export class DealReviewActionDoneEvent extends CustomEvent<{action: DealReviewAction; deal: DealRegistration}> {
  static readonly type = 'portico-deal-review-action-done';

  constructor(action: DealReviewAction, deal: DealRegistration) {
    super(DealReviewActionDoneEvent.type, {detail: {action, deal}, bubbles: true, composed: true});
  }
}

/** A registration is about to be opened beside the queue; cancel it to show it in the page's own way. `null` when it was closed. */
export class DealReviewSelectEvent extends CustomEvent<{deal: DealRegistration | null}> {
  static readonly type = 'portico-deal-review-select';

  constructor(deal: DealRegistration | null) {
    super(DealReviewSelectEvent.type, {detail: {deal}, bubbles: true, composed: true, cancelable: deal !== null});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-deal-review-action': DealReviewActionEvent;
    'portico-deal-review-action-done': DealReviewActionDoneEvent;
    'portico-deal-review-select': DealReviewSelectEvent;
  }
}
