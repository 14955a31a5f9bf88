import type {DealChange, DealRegistration} from '@portico/contract';

/** An act on registrations. */
export interface DealActionDetail {
  /** An event of the state machine (`withdraw`, `set_stage`, `approve`, …), `log_activity`, or what became of a request to change a deal. */
  readonly action: string;
  /** The registrations, as they were before. */
  readonly deals: readonly DealRegistration[];
  /** What was filled in: reason, comment, stage, … */
  readonly input: Readonly<Record<string, unknown>>;
  /** The request that was decided, where it is about one. */
  readonly change?: DealChange | undefined;
}

/**
 * Somebody is about to act on registrations. Cancel it and nothing is sent and nothing changes.
 *
 * @example
 * list.addEventListener('portico-deal-action', event => {
 *   if (event.detail.action === 'withdraw' && !confirm('Sure?')) event.preventDefault();
 * });
 */
export class DealActionEvent extends CustomEvent<DealActionDetail> {
  static readonly type = 'portico-deal-action';

  constructor(detail: DealActionDetail) {
    super(DealActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The server has carried out an act on one registration. */
export class DealActionDoneEvent extends CustomEvent<{action: string; deal: DealRegistration}> {
  static readonly type = 'portico-deal-action-done';

  constructor(action: string, deal: DealRegistration) {
    super(DealActionDoneEvent.type, {detail: {action, deal}, bubbles: true, composed: true});
  }
}

/** A registration was opened to be read; cancel it to show it in the page's own way. `null` when it was closed. */
export class DealSelectEvent extends CustomEvent<{deal: DealRegistration | null}> {
  static readonly type = 'portico-deal-select';

  constructor(deal: DealRegistration | null) {
    super(DealSelectEvent.type, {detail: {deal}, bubbles: true, composed: true, cancelable: deal !== null});
  }
}

/**
 * Somebody wants to fill in a registration: a draft, or the answer to what the vendor asked for. Cancel it and show the form.
 *
 * @example
 * list.addEventListener('portico-deal-edit', event => {
 *   event.preventDefault();
 *   form.dealId = event.detail.deal.id;
 * });
 */
export class DealEditEvent extends CustomEvent<{deal: DealRegistration; fields: readonly string[]}> {
  static readonly type = 'portico-deal-edit';

  /** @param fields - What the vendor asked for, such as `customer.taxId`; empty for a draft. */
  constructor(deal: DealRegistration, fields: readonly string[]) {
    super(DealEditEvent.type, {detail: {deal, fields}, bubbles: true, composed: true, cancelable: true});
  }
}

/** Somebody wants to register a deal. Cancel it and show an empty form. */
export class DealRegisterEvent extends CustomEvent<null> {
  static readonly type = 'portico-deal-register';

  constructor() {
    super(DealRegisterEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-deal-action': DealActionEvent;
    'portico-deal-action-done': DealActionDoneEvent;
    'portico-deal-select': DealSelectEvent;
    'portico-deal-edit': DealEditEvent;
    'portico-deal-register': DealRegisterEvent;
  }
}
