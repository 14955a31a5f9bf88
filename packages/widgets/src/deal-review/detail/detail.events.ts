import type {DealRegistration} from '@portico/contract';
import type {ReviewInput} from '../deal-review.input.ts';
import type {DealReviewAction} from '../deal-review.model.ts';

/** What is known of an act before its dialog asks the rest. */
export interface Beginning extends ReviewInput {
  /** The act is about something beside the registration, which its own list of actions does not tell. */
  readonly preset?: boolean;
}

/** Somebody wants to act on the open registration. Inside the desk only. */
export class BeginEvent extends Event {
  static readonly type = 'portico-deal-review-begin';
  readonly action: DealReviewAction;
  readonly deal: DealRegistration;
  readonly input: Beginning;

  constructor(action: DealReviewAction, deal: DealRegistration, input: Beginning = {}) {
    super(BeginEvent.type);
    this.action = action;
    this.deal = deal;
    this.input = input;
  }
}

/** Somebody wants to close the open registration. Inside the desk only. */
export class LeaveEvent extends Event {
  static readonly type = 'portico-deal-review-leave';

  constructor() {
    super(LeaveEvent.type);
  }
}
