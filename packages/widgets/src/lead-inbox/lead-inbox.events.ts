import type {LeadOffer} from '@portico/contract';
import type {LeadInboxAct} from './lead-inbox.model.ts';

/** An act on offers. */
export interface LeadOfferActionDetail {
  readonly action: LeadInboxAct | 'log_activity' | 'next_step';
  /** One offer, or all that are selected, as they were before. */
  readonly offers: readonly LeadOffer[];
  /** What was filled in: reason, comment, assigneeId, … */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Somebody is about to act on offers. Cancel it and nothing is sent and nothing changes.
 *
 * @example
 * inbox.addEventListener('portico-lead-offer-action', event => {
 *   if (event.detail.action === 'accept' && !hasSignedTerms()) event.preventDefault();
 * });
 */
export class LeadOfferActionEvent extends CustomEvent<LeadOfferActionDetail> {
  static readonly type = 'portico-lead-offer-action';

  constructor(detail: LeadOfferActionDetail) {
    super(LeadOfferActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The server has carried out an act on one offer. */
export class LeadOfferActionDoneEvent extends CustomEvent<{action: LeadOfferActionDetail['action']; offer: LeadOffer}> {
  static readonly type = 'portico-lead-offer-action-done';

  constructor(action: LeadOfferActionDetail['action'], offer: LeadOffer) {
    super(LeadOfferActionDoneEvent.type, {detail: {action, offer}, bubbles: true, composed: true});
  }
}

/** An offer was opened to be read; cancel it to show it in the page's own way. `null` when it was closed. */
export class LeadOfferSelectEvent extends CustomEvent<{offer: LeadOffer | null}> {
  static readonly type = 'portico-lead-offer-select';

  constructor(offer: LeadOffer | null) {
    super(LeadOfferSelectEvent.type, {detail: {offer}, bubbles: true, composed: true, cancelable: offer !== null});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-lead-offer-action': LeadOfferActionEvent;
    'portico-lead-offer-action-done': LeadOfferActionDoneEvent;
    'portico-lead-offer-select': LeadOfferSelectEvent;
  }
}
