import type {RoutingDecision} from '@portico/contract';
import {html, nothing} from 'lit';
import {checkIcon, closeIcon} from '../../ui/icon/icons.ts';
import type {Words} from '../lead-desk.words.ts';

/** How a partner was found: one sentence a decision, and behind it who was looked at and what spoke against them. */
export function renderRouting(decisions: readonly RoutingDecision[] | undefined, text: Words) {
  if (!decisions) return nothing;
  return html`<section aria-labelledby="routing">
    <h4 id="routing">${text.term('routing')}</h4>
    ${decisions.length === 0 ? html`<p class="muted">${text.term('notRoutedYet')}</p>` : nothing}
    <ul class="lines">
      ${decisions.map(
        decision => html`<li>
          <p>${toSentence(decision, text)}${decision.overridden ? html` <span class="warn">${text.term('overridden')}</span>` : nothing}</p>
          <time class="muted small" datetime=${decision.decidedAt}>${text.date(decision.decidedAt, 'dayTime')}</time>
          ${renderCandidates(decision, text)}
        </li>`,
      )}
    </ul>
  </section>`;
}

function toSentence({method, chosen, ruleName, decidedBy}: RoutingDecision, text: Words): string {
  if (method === 'manual_queue') return text.term('routed_manual_queue');
  if (!chosen) return text.term('routedNobody');
  if (method === 'manual') return text.term('routed_manual', chosen.name, decidedBy?.name ?? '');
  if (method === 'account_lock' || method === 'default_owner') return text.term(`routed_${method}`, chosen.name);
  return text.term(`routed_${method}`, chosen.name, ruleName ?? '');
}

function renderCandidates({candidates, chosen}: RoutingDecision, text: Words) {
  if (candidates.length === 0) return nothing;
  return html`<details>
    <summary>${text.term('candidates', candidates.length)}</summary>
    <ul class="candidates">
      ${candidates.map(({partnerOrg, failed}) => {
        const fits = failed.length === 0;
        const verdict = fits ? text.term(partnerOrg.id === chosen?.id ? 'chosen' : 'eligible') : text.list(failed.map(check => text.term(`failed_${check}`)));
        return html`<li ?data-fits=${fits}>${fits ? checkIcon() : closeIcon()}<span>${partnerOrg.name}</span><span class="muted">${verdict}</span></li>`;
      })}
    </ul>
  </details>`;
}
