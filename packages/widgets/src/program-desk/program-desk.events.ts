/** What was decided on the desk. */
export interface ProgramActionDetail {
  readonly action: 'approve' | 'propose' | 'reject' | 'release' | 'deny' | 'publish' | 'verify' | 'answer' | 'award' | 'end' | 'withdraw' | 'revoke' | 'fulfil' | 'fail' | 'cancel';
  /** Id of the change of level, the held points, the rule or the result. */
  readonly id: string;
}

/** Somebody is about to decide something. Cancel it and nothing is sent. */
export class ProgramActionEvent extends CustomEvent<ProgramActionDetail> {
  static readonly type = 'portico-program-action';

  constructor(detail: ProgramActionDetail) {
    super(ProgramActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-program-action': ProgramActionEvent;
  }
}
