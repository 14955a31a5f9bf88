/** What somebody does about a challenge or a reward. */
export interface ChallengeActionDetail {
  readonly action: 'join' | 'save' | 'submit' | 'recall' | 'redeem' | 'cancel';
  /** Id of the challenge, of the reward that is redeemed, or of the redemption that is cancelled. */
  readonly id: string;
}

/** Somebody is about to join a challenge, to send a proof or to redeem points. Cancel it and nothing is sent. */
export class ChallengeActionEvent extends CustomEvent<ChallengeActionDetail> {
  static readonly type = 'portico-challenge-action';

  constructor(detail: ChallengeActionDetail) {
    super(ChallengeActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-challenge-action': ChallengeActionEvent;
  }
}
