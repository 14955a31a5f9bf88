import type {Lead} from '@portico/contract';
import type {LeadDeskAction} from '../lead-desk.model.ts';

/** Somebody wants to act on the open lead. Inside the desk only. */
export class BeginEvent extends Event {
  static readonly type = 'portico-lead-desk-begin';
  readonly action: LeadDeskAction;
  readonly lead: Lead;

  constructor(action: LeadDeskAction, lead: Lead) {
    super(BeginEvent.type);
    this.action = action;
    this.lead = lead;
  }
}

/** Somebody wants to close the open lead. Inside the desk only. */
export class LeaveEvent extends Event {
  static readonly type = 'portico-lead-desk-leave';

  constructor() {
    super(LeaveEvent.type);
  }
}
