import type {PortalController} from '../portal/portal.controller.ts';

/** Changes within this time are read once, and one's own have been answered by then. */
const burstMs = 300;

/** What a form does when something around it changes. */
export interface FollowOptions {
  readonly registrationId: () => string | undefined;
  /** Reads the registration again. */
  readonly refresh: () => void;
  /** There may be a connection or a session again. */
  readonly retry: () => void;
}

/**
 * Hears of changes to the registration, and of what lets a failed save succeed.
 *
 * @returns Stops it.
 */
export function followPortal(portal: PortalController, {registrationId, refresh, retry}: FollowOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, burstMs);
  };
  // Scripts have no such event.
  globalThis.addEventListener?.('online', retry);
  const stops = [
    portal.subscribe(['deal_registration'], change => (!change || change.resourceId === registrationId()) && refreshSoon()),
    portal.client.session.subscribe(state => state === 'active' && retry()),
    portal.feed.onState(() => portal.live && retry()),
  ];
  return () => {
    clearTimeout(timer);
    globalThis.removeEventListener?.('online', retry);
    for (const stop of stops) stop();
  };
}
