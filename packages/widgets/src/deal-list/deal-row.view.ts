import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import type {DirectiveResult} from 'lit/directive.js';
import {dealTones} from '../ui/deal-tones.ts';
import {dangerIcon, deviceIcon} from '../ui/icon/icons.ts';
import {deadlineOf, needOf} from './deal-list.model.ts';
import type {DealsView} from './deal-list.view.ts';
import {amountOf, deadlineWords, reasonOf, stageOf, titleOf, wordOf} from './deal-text.ts';

/** One registration in the list: the customer and what it is worth; below, the vendor's decision, the partner's progress, and what runs out. */
export function dealRow(view: DealsView, deal: DealRegistration, place: DirectiveResult) {
  const {deals, text} = view;
  const {id, name} = deal;
  const title = titleOf(text, deal);
  const open = deals.opened.id === id;
  const need = needOf(deal, deals.present);
  const unread = deals.isUnread(deal);
  const mark = [unread ? text.term('changed') : '', need ? text.term(`needs_${need}`) : ''].filter(Boolean).join('. ');
  return html`<div
    class="row"
    part=${open ? 'item item-open' : 'item'}
    role="row"
    tabindex=${view.cursor === id ? 0 : -1}
    data-id=${id}
    ?data-unread=${unread || need !== null}
    aria-current=${open ? 'true' : nothing}
    ${place}
  >
    <span class="what" role="gridcell">
      <span class="line">
        ${mark ? html`<i class="dot" ?data-need=${need !== null}></i><span class="visually-hidden">${mark}. </span>` : nothing}
        <span class="title" dir="auto">${title}${name && name !== title ? html`<span class="products"> · ${name}</span>` : nothing}</span>
        <span class="value figures">${amountOf(text, deal)}</span>
      </span>
      <span class="line">${secondLine(view, deal)}</span>
    </span>
  </div>`;
}

function secondLine(view: DealsView, deal: DealRegistration) {
  const {deals, text, now} = view;
  if (deals.acts.storedOn(deal.id)) return html`<span class="failure" data-tone="info">${deviceIcon()}<span class="clip">${text.term('savedHere')}</span></span>`;
  const failure = deals.acts.failureOf(deal.id);
  if (failure) return html`<span class="failure">${dangerIcon()}<span class="clip">${failure.sentence}</span></span>`;
  const stage = stageOf(text, deal, deals.stages);
  const deadline = deadlineOf(deal);
  const words = deadline && deadlineWords(text, deadline, now);
  const at = deal.endedAt ?? (deadline ? null : deal.updatedAt);
  return html`<portico-ui-badge tone=${dealTones[deal.status]}>${wordOf(text, 'status', deal.status) ?? deal.status}</portico-ui-badge>
    <span class="clip muted stage" dir="auto">${stage || (reasonOf(text, deal) ?? nothing)}</span>
    ${deadline && words
      ? html`<portico-ui-deadline-meter class="at" start-at=${deadline.startAt} due-at=${deadline.dueAt} now=${now} title=${`${words.by} · ${words.left}`}
          ><span class="full">${words.by}</span><span class="brief" aria-hidden="true">${words.when}</span></portico-ui-deadline-meter
        >`
      : html`<span class="at muted">${at ? text.date(at, 'date') : nothing}</span>`}`;
}
