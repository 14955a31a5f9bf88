import type {Outbox, OutboxEntry} from '@portico/client';
import type {ReactiveController} from 'lit';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {LeadInboxAct} from './lead-inbox.model.ts';
import {actOf} from './offer-calls.ts';

/** Acts on leads that wait on this device until there is a connection again. They are saved here, not done. */
export class WaitingActs implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #onSent: (act: LeadInboxAct | undefined, answer: unknown) => void;
  #outbox: Outbox | undefined;
  #stop: (() => void) | undefined;

  /** @param onSent - Called when the server has taken an act at last. */
  constructor(host: PortalWidget, onSent: (act: LeadInboxAct | undefined, answer: unknown) => void) {
    this.#host = host;
    this.#onSent = onSent;
    host.addController(this);
  }

  hostUpdate() {
    const outbox = this.#host.portal?.outbox;
    if (outbox === this.#outbox) return;
    this.#stop?.();
    this.#outbox = outbox;
    this.#stop = outbox?.subscribe(sent => {
      if (sent) this.#onSent(actOf(sent.entry.route), sent.answer);
      this.#host.requestUpdate();
    });
  }

  hostDisconnected() {
    this.#stop?.();
    this.#outbox = undefined;
  }

  /** The outbox, when acts should go there: there is one, and no connection. */
  get outbox(): Outbox | undefined {
    return this.#host.portal?.offline ? this.#host.portal.outbox : undefined;
  }

  /** The act on an offer that waits, or was refused when it was sent. */
  actOn(id: string): {readonly act: LeadInboxAct; readonly entry: OutboxEntry} | undefined {
    const entry = this.#entries('leadOffers').find(({input}) => (input as {id?: string}).id === id);
    const act = entry && actOf(entry.route);
    return act && {act, entry};
  }

  /** The activities of an offer that wait, oldest first. */
  activitiesOf(leadOfferId: string): readonly OutboxEntry[] {
    return this.#entries('activities').filter(({input}) => (input as {leadOfferId?: string}).leadOfferId === leadOfferId);
  }

  /** Tries a refused act again. */
  retry({id}: OutboxEntry) {
    void this.#outbox?.retry(id);
  }

  /** Takes an act back before it was sent, or after it was refused. */
  discard({id}: OutboxEntry) {
    void this.#outbox?.discard(id);
  }

  #entries(resource: OutboxEntry['route']['resource']): readonly OutboxEntry[] {
    return this.#host.portal?.outbox?.entries.filter(({route}) => route.resource === resource) ?? [];
  }
}
