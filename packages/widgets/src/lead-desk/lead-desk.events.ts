import type {Lead, LeadImport} from '@portico/contract';
import type {LeadDeskAction} from './lead-desk.model.ts';

/** An act on leads. */
export interface LeadActionDetail {
  readonly action: LeadDeskAction;
  /** One lead, or all that are selected, as they were before. */
  readonly leads: readonly Lead[];
  /** What was filled in: partnerOrgId, reason, comment, … */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Vendor staff are about to act on leads. Cancel it and nothing is sent and nothing changes.
 *
 * @example
 * desk.addEventListener('portico-lead-action', event => {
 *   if (event.detail.action === 'withdraw' && !mayWithdraw()) event.preventDefault();
 * });
 */
export class LeadActionEvent extends CustomEvent<LeadActionDetail> {
  static readonly type = 'portico-lead-action';

  constructor(detail: LeadActionDetail) {
    super(LeadActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The server has carried out an act on one lead; `lead` is as it answered. */
export class LeadActionDoneEvent extends CustomEvent<{action: LeadDeskAction; lead: Lead}> {
  static readonly type = 'portico-lead-action-done';

  constructor(action: LeadDeskAction, lead: Lead) {
    super(LeadActionDoneEvent.type, {detail: {action, lead}, bubbles: true, composed: true});
  }
}

/** A lead is about to be opened beside the list; cancel it to show it in the page's own way. `null` when it was closed. */
export class LeadSelectEvent extends CustomEvent<{lead: Lead | null}> {
  static readonly type = 'portico-lead-select';

  constructor(lead: Lead | null) {
    super(LeadSelectEvent.type, {detail: {lead}, bubbles: true, composed: true, cancelable: lead !== null});
  }
}

/** An import came to its end; the report is in `leadImport`. */
export class LeadImportDoneEvent extends CustomEvent<{leadImport: LeadImport}> {
  static readonly type = 'portico-lead-import-done';

  constructor(leadImport: LeadImport) {
    super(LeadImportDoneEvent.type, {detail: {leadImport}, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-lead-action': LeadActionEvent;
    'portico-lead-action-done': LeadActionDoneEvent;
    'portico-lead-select': LeadSelectEvent;
    'portico-lead-import-done': LeadImportDoneEvent;
  }
}
