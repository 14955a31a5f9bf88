import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import type {DirectiveResult} from 'lit/directive.js';
import {live} from 'lit/directives/live.js';
import {warningIcon} from '../../ui/icon/icons.ts';
import {dealTones} from '../../ui/deal-tones.ts';
import {toDeadline} from '../deal-review.model.ts';
import {toDeadlineWords, toTitle, type Words} from '../deal-review.words.ts';

/** What a row needs to know besides its registration. */
export interface RowContext {
  readonly text: Words;
  /** The time now, in milliseconds since 1970. */
  readonly now: number;
  /** Id of the person who reads. */
  readonly me: string | undefined;
  /** Id of the registration that is open beside the queue. */
  readonly openId: string | undefined;
  /** Id of the row that the keyboard is on. */
  readonly activeId: string | undefined;
  readonly isSelected: (id: string) => boolean;
  /** Whether somebody else changed it a moment ago. */
  readonly isChanged: (id: string) => boolean;
  readonly onOpen: (deal: DealRegistration, event: MouseEvent) => void;
  readonly onSelect: (deal: DealRegistration, event: MouseEvent) => void;
}

/** One registration as a row of the grid. */
export function renderRow(deal: DealRegistration, place: DirectiveResult, context: RowContext) {
  const {text, openId, activeId, isSelected, isChanged, onOpen, onSelect} = context;
  const selected = isSelected(deal.id);
  const title = toTitle(deal, text);
  return html`<div
    class="row"
    part="row"
    role="row"
    tabindex=${deal.id === activeId ? 0 : -1}
    aria-selected=${selected}
    aria-current=${deal.id === openId ? 'true' : nothing}
    ?data-changed=${isChanged(deal.id)}
    data-id=${deal.id}
    @click=${(event: MouseEvent) => onOpen(deal, event)}
    ${place}
  >
    <div class="cell select" role="gridcell" aria-colindex="1">
      <input type="checkbox" tabindex="-1" .checked=${live(selected)} aria-label=${text.term('selectDeal', title)} @click=${(event: MouseEvent) => onSelect(deal, event)} />
    </div>
    <div class="cell customer" role="gridcell" aria-colindex="2">
      <span class="name" dir="auto" title=${title}>${title}</span>
      ${renderMark(deal, text)}
      ${deal.name && deal.name !== title ? html`<span class="title muted" dir="auto" title=${deal.name}>${deal.name}</span>` : nothing}
    </div>
    <div class="cell partner" role="gridcell" aria-colindex="3"><span dir="auto" title=${deal.partnerOrg.name}>${deal.partnerOrg.name}</span></div>
    <div class="cell amount figures" role="gridcell" aria-colindex="4">${deal.estimatedAmount ? text.money(deal.estimatedAmount, {compact: true}) : nothing}</div>
    <div class="cell type muted" role="gridcell" aria-colindex="5"><span>${text.term(`type_${deal.registrationType}`)}</span></div>
    <div class="cell status" role="gridcell" aria-colindex="6"><portico-ui-badge tone=${dealTones[deal.status]}>${text.term(`status_${deal.status}`)}</portico-ui-badge></div>
    <div class="cell reviewer" role="gridcell" aria-colindex="7">${renderReviewer(deal, context)}</div>
    <div class="cell deadline" role="gridcell" aria-colindex="8">${renderDeadline(deal, context)}</div>
  </div>`;
}

/** Whoever decides should look twice: somebody was earlier, or looks like the same customer. */
function renderMark({standing, review}: DealRegistration, text: Words) {
  const words = standing === 'behind' ? text.term('behind') : review && review.similarCount > 0 ? text.term('similar', review.similarCount) : undefined;
  if (words === undefined) return nothing;
  return html`<span class="mark" data-tone=${standing === 'behind' ? 'warning' : nothing} title=${words}>${standing === 'behind' ? warningIcon() : nothing}<span>${words}</span></span>`;
}

function renderReviewer({review}: DealRegistration, {text, me}: RowContext) {
  const reviewer = review?.reviewer;
  if (!reviewer) return html`<span class="muted">${text.term('nobody')}</span>`;
  return html`<span dir="auto" title=${reviewer.name}>${reviewer.id === me ? text.term('you') : reviewer.name}</span>`;
}

function renderDeadline(deal: DealRegistration, {text, now}: RowContext) {
  const deadline = toDeadline(deal);
  if (!deadline) {
    return deal.endedAt ? html`<time class="muted small" datetime=${deal.endedAt} title=${text.date(deal.endedAt, 'dateTime')}>${text.relativeTo(deal.endedAt, now)}</time>` : nothing;
  }
  const {startAt, dueAt} = deadline;
  return html`<portico-ui-deadline-meter .startAt=${startAt} .dueAt=${dueAt} .now=${now} title=${text.date(dueAt, 'dateTime')}
    >${toDeadlineWords(deadline, now, text)}</portico-ui-deadline-meter
  >`;
}
