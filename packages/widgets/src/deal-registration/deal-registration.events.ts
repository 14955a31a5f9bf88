import type {DealFields, DealRegistration, Receipt} from '@portico/contract';

/** What is about to be submitted. */
export interface DealRegistrationSubmitDetail {
  /** The draft as the server knows it. */
  readonly registration: DealRegistration;
  /** What is filled in. */
  readonly value: DealFields;
}

/**
 * Somebody is about to submit. Cancel it and nothing is sent; the draft stays.
 *
 * @example
 * form.addEventListener('portico-deal-registration-submit', event => {
 *   if (!confirm('Submit?')) event.preventDefault();
 * });
 */
export class DealRegistrationSubmitEvent extends CustomEvent<DealRegistrationSubmitDetail> {
  static readonly type = 'portico-deal-registration-submit';

  constructor(detail: DealRegistrationSubmitDetail) {
    super(DealRegistrationSubmitEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The server has taken a submission; the receipt proves it. */
export class DealRegistrationSubmittedEvent extends CustomEvent<{readonly registration: DealRegistration; readonly receipt: Receipt}> {
  static readonly type = 'portico-deal-registration-submitted';

  constructor(registration: DealRegistration, receipt: Receipt) {
    super(DealRegistrationSubmittedEvent.type, {detail: {registration, receipt}, bubbles: true, composed: true});
  }
}

/** Something was typed, chosen or saved. */
export class DealRegistrationChangeEvent extends CustomEvent<{readonly value: DealFields; readonly registrationId: string | null}> {
  static readonly type = 'portico-deal-registration-change';

  constructor(value: DealFields, registrationId: string | null) {
    super(DealRegistrationChangeEvent.type, {detail: {value, registrationId}, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-deal-registration-submit': DealRegistrationSubmitEvent;
    'portico-deal-registration-submitted': DealRegistrationSubmittedEvent;
    'portico-deal-registration-change': DealRegistrationChangeEvent;
  }
}
