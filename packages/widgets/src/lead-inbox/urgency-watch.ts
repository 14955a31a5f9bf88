import type {LeadOffer} from '@portico/contract';
import type {ReactiveController} from 'lit';
import type {PortalWidget} from '../base/portal-widget.ts';
import {toDeadlineState} from '../ui/deadline-meter/deadline-meter.model.ts';
import {deadlineOf} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {deadlineWords, titleOf} from './lead-text.ts';

/** Rows looked at; those that run out first are at the top of the list's own order. */
const most = 200;

/** Moves the countdowns, and says once when a lead becomes urgent: a countdown that speaks with every step is unbearable. */
export class UrgencyWatch implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #view: InboxView;
  #portal: PortalWidget['portal'];
  #stop: (() => void) | undefined;
  #before = 0;

  constructor(host: PortalWidget, view: InboxView) {
    this.#host = host;
    this.#view = view;
  }

  hostUpdate() {
    const {portal} = this.#host;
    if (portal === this.#portal) return;
    this.#stop?.();
    this.#portal = portal;
    this.#before = portal?.now() ?? 0;
    this.#stop = portal?.tick(() => this.#tick(portal.now()));
  }

  hostDisconnected() {
    this.#stop?.();
    this.#stop = undefined;
    this.#portal = undefined;
  }

  #tick(now: number) {
    const {inbox, text} = this.#view;
    const urgent = inbox.list.items.slice(0, most).filter(offer => isUrgent(offer, now) && !isUrgent(offer, this.#before));
    this.#before = now;
    const [first] = urgent;
    const deadline = first && deadlineOf(first);
    if (urgent.length > 1) this.#view.say(text.term('urgentMany', urgent.length));
    else if (first && deadline) {
      const {by, left} = deadlineWords(text, deadline, now);
      this.#view.say(text.term('urgent', titleOf(text, first), `${by}, ${left}`));
    }
    this.#host.requestUpdate();
  }
}

function isUrgent(offer: LeadOffer, now: number): boolean {
  const deadline = deadlineOf(offer);
  return deadline !== null && toDeadlineState(deadline.startAt, deadline.dueAt, now).urgency === 'urgent';
}
