import type {LeadOffer} from '@portico/contract';
import {html, nothing} from 'lit';
import type {DirectiveResult} from 'lit/directive.js';
import {live} from 'lit/directives/live.js';
import {dangerIcon, deviceIcon} from '../ui/icon/icons.ts';
import type {Tone} from '../ui/badge/badge.ts';
import {deadlineOf, tabOf} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {actName, deadlineWords, titleOf, valueOf, wordOf} from './lead-text.ts';

const tones: Partial<Record<LeadOffer['status'], Tone>> = {closed_won: 'success', converted: 'success', expired: 'warning', timed_out: 'warning', reclaimed: 'warning'};

/** How an ended offer is marked. */
export function toneOf({status}: LeadOffer): Tone {
  return tones[status] ?? 'neutral';
}

/** One offer in the list: what it is and what it is worth; below, what runs out or how it ended. */
export function leadRow(view: InboxView, offer: LeadOffer, place: DirectiveResult) {
  const {inbox, text} = view;
  const {id, unread, teaser} = offer;
  const title = titleOf(text, offer);
  const chosen = inbox.selection.has(id);
  const open = inbox.opened.id === id;
  const products = teaser.products.join(' + ');
  return html`<div
    class="row"
    part=${open ? 'item item-open' : 'item'}
    role="row"
    tabindex=${view.cursor === id ? 0 : -1}
    data-id=${id}
    ?data-unread=${unread}
    ?data-choosing=${inbox.selection.size > 0}
    aria-selected=${chosen}
    aria-current=${open ? 'true' : nothing}
    ${place}
  >
    <span class="choose" role="gridcell">
      <input type="checkbox" tabindex="-1" aria-label=${text.term('selectLead', title)} .checked=${live(chosen)} />
    </span>
    <span class="what" role="gridcell">
      <span class="line">
        ${unread ? html`<i class="dot"></i><span class="visually-hidden">${text.term('unread')}. </span>` : nothing}
        <span class="title" dir="auto">${title}${products && html`<span class="products"> · ${products}</span>`}</span>
        <span class="value figures">${valueOf(text, offer)}</span>
      </span>
      <span class="line">${secondLine(view, offer)}</span>
    </span>
  </div>`;
}

function secondLine(view: InboxView, offer: LeadOffer) {
  const {inbox, text, now} = view;
  const failure = inbox.acts.failureOf(offer.id);
  if (failure) return html`<span class="failure">${dangerIcon()}<span class="clip">${failure.sentence}</span></span>`;
  // What says so comes with what acts.
  const stored = view.later && inbox.acts.storedOn(offer.id);
  if (stored) return html`<span class="stored">${deviceIcon()}<span class="clip">${actName(text, stored)}${text.colon}${text.term('savedHere')}</span></span>`;
  const deadline = deadlineOf(offer);
  if (!deadline || inbox.isElsewhere(offer)) return ending(view, offer);
  const {by, when, left} = deadlineWords(text, deadline, now);
  return html`<portico-ui-deadline-meter start-at=${deadline.startAt} due-at=${deadline.dueAt} now=${now}
    ><span class="full">${by}</span><span class="brief" aria-hidden="true">${when}</span> · ${left}</portico-ui-deadline-meter
  >`;
}

function ending({text}: InboxView, offer: LeadOffer) {
  const status = wordOf(text, 'status', offer.status) ?? offer.status;
  const reason = offer.endReason && wordOf(text, 'reason', offer.endReason);
  const at = offer.endedAt ?? (tabOf(offer) === 'working' ? offer.acceptedAt : null);
  return html`<portico-ui-badge tone=${toneOf(offer)}>${status}</portico-ui-badge>
    <span class="clip muted">${reason || nothing}</span>
    <span class="at muted">${at ? text.date(at, 'date') : nothing}</span>`;
}
