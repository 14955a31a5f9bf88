import type {DealChange} from '@portico/contract';
import {html, nothing} from 'lit';
import type {Words} from '../deal-review.words.ts';
import {fact, toDay} from './facts.view.ts';

/** Requests that wait: a longer protection, other amounts or products, another partner. */
export function renderOpenChanges(changes: readonly DealChange[], text: Words, decide: (action: 'approve_change' | 'reject_change', change: DealChange) => void) {
  if (changes.length === 0) return nothing;
  return html`<section aria-labelledby="changes">
    <h4 id="changes">${text.term('changes')}</h4>
    ${changes.map(change => renderChange(change, text, decide))}
  </section>`;
}

function renderChange(change: DealChange, text: Words, decide: (action: 'approve_change' | 'reject_change', change: DealChange) => void) {
  const {kind, note, requestedBy, requestedAt, protectedUntilOn, amendment, needsNewApproval, toPartnerOrg, agreedBy, actions} = change;
  return html`<article class="card" aria-label=${text.term(`change_${kind}`)}>
    <p><strong>${text.term(`change_${kind}`)}</strong> <span class="muted small"><bdi>${text.term('changeBy', requestedBy?.name ?? text.term('automatic'), text.date(requestedAt, 'dateTime'))}</bdi></span></p>
    <q dir="auto">${note}</q>
    <dl class="facts">
      ${protectedUntilOn ? html`<div><dt>${text.term('wantsUntil', toDay(protectedUntilOn, text))}</dt></div>` : nothing}
      ${fact(text.term('field_estimatedAmount'), amendment?.estimatedAmount && text.money(amendment.estimatedAmount))}
      ${fact(text.term('field_expectedCloseOn'), amendment?.expectedCloseOn && toDay(amendment.expectedCloseOn, text))}
      ${fact(text.term('field_lines'), amendment?.lines && text.list(amendment.lines.map(({product, quantity}) => `${text.number(quantity)} × ${product}`)))}
    </dl>
    ${toPartnerOrg ? html`<p><bdi>${text.term('wantsPartner', toPartnerOrg.name)}</bdi></p>` : nothing}
    ${needsNewApproval ? html`<p class="attention">${text.term('newApproval')}</p>` : nothing}
    ${kind === 'transfer' && agreedBy.length > 0 ? html`<p class="muted small">${text.term('agreed', text.list(agreedBy.map(party => text.term(`party_${party}`))))}</p>` : nothing}
    ${
      actions.includes('approve') || actions.includes('reject')
        ? html`<p class="row-actions">
            ${actions.includes('approve') ? html`<button class="button" type="button" @click=${() => decide('approve_change', change)}>${text.term('approveChange')}</button>` : nothing}
            ${actions.includes('reject') ? html`<button class="button" type="button" @click=${() => decide('reject_change', change)}>${text.term('rejectChange')}</button>` : nothing}
          </p>`
        : nothing
    }
  </article>`;
}
