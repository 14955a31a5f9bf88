import type {ReactiveController} from 'lit';
import type {PortalWidget} from '../base/portal-widget.ts';

/** What a visit is judged by. */
export interface Visited {
  readonly status: string;
  readonly counts: {readonly new: number} | undefined;
  readonly query: {readonly tab: string};
  readonly isFiltered: boolean;
  readonly list: {readonly items: readonly unknown[]};
  recount(): void;
}

/**
 * Keeps "new since my last visit" true. Where nothing is new, the visit counts from now; where something is, it stays new until the person has looked at it:
 * at the end of that look the visit is written down, and never before.
 */
export class VisitMark implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #collateral: Visited;
  #isBegun = false;
  /** The person has seen the list of what is new. */
  #hasSeen = false;

  constructor(host: PortalWidget, collateral: Visited) {
    this.#host = host;
    this.#collateral = collateral;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#onHide);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#onHide);
    this.leave(this.#collateral.query.tab);
  }

  hostUpdated() {
    const {status, counts, query, isFiltered, list} = this.#collateral;
    if (status !== 'ready' || !counts) return;
    if (query.tab === 'new' && list.items.length > 0) this.#hasSeen = true;
    if (this.#isBegun || isFiltered) return;
    this.#isBegun = true;
    if (counts.new === 0) void this.#send();
  }

  /** A tab is not looked at any more. */
  leave(tab: string) {
    if (tab === 'new' && this.#hasSeen) void this.mark();
  }

  /** Writes down that everything new has been seen. */
  async mark(): Promise<void> {
    this.#hasSeen = false;
    await this.#send();
    if (this.#host.isConnected) this.#collateral.recount();
  }

  async #send() {
    // Nobody waits for it: what failed leaves things new, and the next look tries again.
    await this.#host.portal?.client.assets.visited({}).catch(() => undefined);
  }

  readonly #onHide = () => {
    if (document.visibilityState === 'hidden') this.leave(this.#collateral.query.tab);
  };
}
