import {PortalController, type PortalOptions} from '../portal/portal.controller.ts';

/** What a portal without an element is made of. */
export interface HeadlessPortalOptions extends PortalOptions {
  /** BCP 47 language of sentences and of what is typed, such as `fi`; English when left out. */
  locale?: string;
  /** Shows the short messages that acts come to: a tone, a text, perhaps something to do. They are dropped when left out. */
  notify?: PortalController['notify'];
}

/** The connection of a page or a script that draws for itself: one client, one session and one change feed for any number of controllers. */
export class HeadlessPortal extends PortalController {
  readonly locale: string;

  constructor({locale = 'en', notify, ...options}: HeadlessPortalOptions) {
    super(options);
    this.locale = locale;
    if (notify) this.notify = notify;
  }
}

/**
 * Connects to a Portico server without an element on the page, and without a page at all.
 *
 * @returns The portal, on its way; `status`, `error` and `me` say how it stands, `watch()` hears of it, `stop()` ends it.
 * @example
 * const portal = createPortal({apiUrl: 'https://portico.example.com', fetchSession: async () => (await fetch('/portico-session', {method: 'POST'})).json()});
 */
export function createPortal(options: HeadlessPortalOptions): HeadlessPortal {
  const portal = new HeadlessPortal(options);
  void portal.start();
  return portal;
}
