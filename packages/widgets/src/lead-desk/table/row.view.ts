import type {Lead} from '@portico/contract';
import {html, nothing} from 'lit';
import type {DirectiveResult} from 'lit/directive.js';
import {live} from 'lit/directives/live.js';
import {warningIcon} from '../../ui/icon/icons.ts';
import {hasOpenOffer, toDeadline, toLastHappening, toneOf} from '../lead-desk.model.ts';
import {toDeadlineWords, toValue, wordFor, type Words} from '../lead-desk.words.ts';

/** What a row needs to know besides its lead. */
export interface RowContext {
  readonly text: Words;
  /** The time now, in milliseconds since 1970. */
  readonly now: number;
  /** Id of the lead that is open beside the list. */
  readonly openId: string | undefined;
  /** Id of the row that the keyboard is on. */
  readonly activeId: string | undefined;
  readonly isSelected: (id: string) => boolean;
  /** Whether somebody else changed it a moment ago. */
  readonly isChanged: (id: string) => boolean;
  readonly onOpen: (lead: Lead, event: MouseEvent) => void;
  readonly onSelect: (lead: Lead, event: MouseEvent) => void;
}

/** One lead as a row of the grid. */
export function renderRow(lead: Lead, place: DirectiveResult, context: RowContext) {
  const {text, openId, activeId, isSelected, isChanged, onOpen, onSelect} = context;
  const selected = isSelected(lead.id);
  // The vendor knows its customers by name; partners know the lead by its title.
  const name = lead.company.name ?? lead.title;
  const score = lead.score === null ? nothing : text.number(lead.score);
  return html`<div
    class="row"
    part="row"
    role="row"
    tabindex=${lead.id === activeId ? 0 : -1}
    aria-selected=${selected}
    aria-current=${lead.id === openId ? 'true' : nothing}
    ?data-changed=${isChanged(lead.id)}
    data-id=${lead.id}
    @click=${(event: MouseEvent) => onOpen(lead, event)}
    ${place}
  >
    <div class="cell select" role="gridcell" aria-colindex="1">
      <input
        type="checkbox"
        tabindex="-1"
        .checked=${live(selected)}
        aria-label=${text.term('selectLead', name)}
        @click=${(event: MouseEvent) => onSelect(lead, event)}
      />
    </div>
    <div class="cell lead" role="gridcell" aria-colindex="2">
      <span class="names"
        ><span class="name" dir="auto" title=${name}>${name}</span>
        ${lead.company.name ? html`<span class="title muted" dir="auto" title=${lead.title}>${lead.title}</span>` : nothing}</span
      >
      ${lead.priority === 'hot' ? html`<span class="hot">${text.term('hot')}</span>` : nothing}
    </div>
    <div class="cell status" role="gridcell" aria-colindex="3">
      <portico-ui-badge tone=${toneOf(lead.status)}>${text.term(`status_${lead.status}`)}</portico-ui-badge>
    </div>
    <div class="cell partner" role="gridcell" aria-colindex="4">${renderHolder(lead, text)}</div>
    <div class="cell deadline" role="gridcell" aria-colindex="5">${renderDeadline(lead, context)}</div>
    <div class="cell score figures" role="gridcell" aria-colindex="6">${score}</div>
    <div class="cell value figures" role="gridcell" aria-colindex="7">${toValue(lead, text) ?? nothing}</div>
    <div class="cell last" role="gridcell" aria-colindex="8">${renderLast(lead, context)}</div>
  </div>`;
}

function renderHolder(lead: Lead, text: Words) {
  const {offer, attention} = lead;
  if (attention !== null && !hasOpenOffer(lead)) {
    const why = text.term(`attention_${attention}`);
    return html`<span class="attention" title=${why}>${warningIcon()}<span>${why}</span></span>`;
  }
  if (!offer) return html`<span class="muted">${text.term('nobody')}</span>`;
  const {partnerOrg, assignee} = offer;
  return html`<span class="name" dir="auto" title=${partnerOrg.name}>${partnerOrg.name}</span>
    ${assignee ? html`<span class="muted" dir="auto" title=${assignee.name}>${assignee.name}</span>` : nothing}`;
}

function renderDeadline(lead: Lead, {text, now}: RowContext) {
  const deadline = toDeadline(lead);
  if (!deadline) return nothing;
  const {startAt, dueAt} = deadline;
  return html`<portico-ui-deadline-meter .startAt=${startAt} .dueAt=${dueAt} .now=${now} title=${text.date(dueAt, 'dateTime')}
    >${toDeadlineWords(deadline, now, text)}</portico-ui-deadline-meter
  >`;
}

function renderLast(lead: Lead, {text, now}: RowContext) {
  const {event, at, reason} = toLastHappening(lead);
  const why = reason ? wordFor(text, 'reason_', reason) : undefined;
  return html`<span class="what" title=${why ?? nothing}>${wordFor(text, 'last_', event) ?? event}</span>
    <time class="muted" datetime=${at} title=${text.date(at, 'dateTime')}>${text.relativeTo(at, now, {numeric: 'auto', style: 'narrow'})}</time>`;
}
