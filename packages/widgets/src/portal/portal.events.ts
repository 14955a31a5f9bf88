import type {Me} from '@portico/contract';

/** The portal has a session and its widgets begin to read. */
export class PortalReadyEvent extends CustomEvent<{me: Me}> {
  static readonly type = 'portico-ready';

  constructor(me: Me) {
    super(PortalReadyEvent.type, {detail: {me}, bubbles: true, composed: true});
  }
}

/** The session ended and `fetchSession` gave no new one: sign the person in again, then call `portal.retry()`. */
export class SessionExpiredEvent extends CustomEvent<undefined> {
  static readonly type = 'portico-session-expired';

  constructor() {
    super(SessionExpiredEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-ready': PortalReadyEvent;
    'portico-session-expired': SessionExpiredEvent;
  }
}
