import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {changedFacts, type ChangedFact} from '../deal-review.model.ts';
import {wordFor, type Words} from '../deal-review.words.ts';

/** What somebody changed while an act was being filled in, each with what it was and what it is. */
export function renderChanges(before: DealRegistration, now: DealRegistration, isPossible: boolean, text: Words) {
  const facts = changedFacts(before, now);
  return html`<div class="changed" role="status">
    <p>${text.term('changedMeanwhile')}</p>
    <dl>
      ${facts.map(fact => {
        const [was, is] = [valueOf(fact, before, text), valueOf(fact, now, text)];
        return html`<div>
          <dt>${wordFor(text, 'fact_', fact) ?? wordFor(text, 'field_', fact)}</dt>
          <dd>${was === is || is === undefined ? nothing : html`<del>${was ?? '—'}</del> <span aria-hidden="true">→</span> <ins>${is}</ins>`}</dd>
        </div>`;
      })}
    </dl>
    <p>${text.term(isPossible ? 'sendAnyway' : 'noLonger')}</p>
  </div>`;
}

function valueOf(fact: ChangedFact, deal: DealRegistration, text: Words): string | undefined {
  switch (fact) {
    case 'status':
      return text.term(`status_${deal.status}`);
    case 'reviewer':
      return deal.review?.reviewer?.name ?? text.term('nobody');
    case 'estimatedAmount':
      return deal.estimatedAmount ? text.money(deal.estimatedAmount) : undefined;
    case 'customer.name':
      return deal.customer.name ?? undefined;
    case 'expectedCloseOn':
      return deal.expectedCloseOn ? text.date(`${deal.expectedCloseOn}T12:00:00Z`, 'date') : undefined;
    case 'protectedUntil':
      return deal.protectedUntil ? text.date(deal.protectedUntil, 'date') : undefined;
    default:
      return undefined;
  }
}
