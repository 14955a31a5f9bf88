import type {ConflictCase, DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import type {ReviewInput} from '../deal-review.input.ts';
import type {DealReviewAction} from '../deal-review.model.ts';
import type {Words} from '../deal-review.words.ts';

const moves = ['evidence', 'mediation', 'escalated'] as const;

/** The case between this registration and another: how it stands, what both sides said, and what to do. */
export function renderConflict(found: ConflictCase | undefined, deal: DealRegistration, text: Words, begin: (action: DealReviewAction, input: ReviewInput & {preset: true}) => void) {
  if (!found) return nothing;
  const isOpen = found.status !== 'resolved';
  const mine = found.dealRegistrationId === deal.id ? 'first' : 'second';
  return html`<section aria-labelledby="conflict">
    <h4 id="conflict">${text.term('conflict')}</h4>
    <div class="card">
      <p>
        <portico-ui-badge tone=${isOpen ? 'warning' : 'success'}>${text.term(`conflict_${found.status}`)}</portico-ui-badge>
        ${isOpen && found.evidenceDueAt ? html`<span class="muted small">${text.term('dueBy', text.date(found.evidenceDueAt, 'date'))}</span>` : nothing}
      </p>
      <ol class="entries">
        ${found.entries.map(
          ({at, side, event, text: words}) => html`<li data-mine=${side === mine ? 'true' : nothing}>
            <p class="small"><strong>${text.term(side === 'you' ? 'side_vendor' : `side_${side}`)}</strong> ${text.term(`entry_${event}`)} <time class="muted" datetime=${at}>${text.date(at, 'dateTime')}</time></p>
            ${words ? html`<q dir="auto">${words}</q>` : nothing}
          </li>`,
        )}
      </ol>
      ${found.resolution ? html`<p><strong>${text.term(`resolution_${found.resolution}`)}</strong>${found.firstSharePercent === null ? nothing : html` <span class="figures">${text.number(found.firstSharePercent / 100, {style: 'percent'})}</span>`}</p>` : nothing}
      ${
        isOpen
          ? html`<p class="row-actions">
              <button class="button" type="button" @click=${() => begin('resolve_conflict', {preset: true, conflict: found})}>${text.term('resolve')}</button>
              ${moves.map(to => (to === found.status ? nothing : html`<button class="button" type="button" data-variant="quiet" @click=${() => begin('move_conflict', {preset: true, conflict: found, moveTo: to})}>${text.term(`move_${to}`)}</button>`))}
            </p>`
          : nothing
      }
    </div>
  </section>`;
}
