/** What a failure tells the page that embeds a widget. */
export interface PorticoErrorDetail {
  /** A problem code of the API, or `network_error`, `timeout`, `answer_unreadable`, `session_unavailable`, `brand`, `script`; `trusted_types` when the page's policy lets no widget draw. */
  readonly code: string;
  /** A sentence for people, the one the widget shows. */
  readonly message: string;
  /** Whether trying again may help. */
  readonly retryable: boolean;
  /** What was thrown. */
  readonly cause?: unknown;
}

/**
 * Something failed in a widget. Bubbles out of shadow roots; cancel it and the widget shows no message of its own.
 *
 * @example
 * portal.addEventListener('portico-error', event => report(event.detail.code, event.detail.cause));
 */
export class PorticoErrorEvent extends CustomEvent<PorticoErrorDetail> {
  static readonly type = 'portico-error';

  constructor(detail: PorticoErrorDetail) {
    super(PorticoErrorEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-error': PorticoErrorEvent;
  }
}
