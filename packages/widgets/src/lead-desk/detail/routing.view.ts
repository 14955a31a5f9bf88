import type {RoutingDecision} from '@portico/contract';
import {html, nothing} from 'lit';
import {checkIcon, closeIcon} from '../../ui/icon/icons.ts';
import type {DetailWords} from './detail.words.ts';

/** How a partner was found: one sentence a decision, and behind it who was looked at and what spoke against them. */
export function renderRouting(decisions: readonly RoutingDecision[] | undefined, words: DetailWords) {
  if (!decisions) return nothing;
  return html`<section aria-labelledby="routing">
    <h4 id="routing">${words.term('routing')}</h4>
    ${decisions.length === 0 ? html`<p class="muted">${words.term('notRoutedYet')}</p>` : nothing}
    <ul class="lines">
      ${decisions.map(
        decision => html`<li>
          <p>${toSentence(decision, words)}${decision.overridden ? html` <span class="warn">${words.term('overridden')}</span>` : nothing}</p>
          <time class="muted small" datetime=${decision.decidedAt}>${words.date(decision.decidedAt, 'dayTime')}</time>
          ${renderCandidates(decision, words)}
        </li>`,
      )}
    </ul>
  </section>`;
}

function toSentence({method, chosen, ruleName, decidedBy}: RoutingDecision, words: DetailWords): string {
  if (method === 'manual_queue') return words.term('routed_manual_queue');
  if (!chosen) return words.term('routedNobody');
  if (method === 'manual') return words.term('routed_manual', chosen.name, decidedBy?.name ?? '');
  if (method === 'account_lock' || method === 'default_owner') return words.term(`routed_${method}`, chosen.name);
  return words.term(`routed_${method}`, chosen.name, ruleName ?? '');
}

function renderCandidates({candidates, chosen}: RoutingDecision, words: DetailWords) {
  if (candidates.length === 0) return nothing;
  return html`<details>
    <summary>${words.term('candidates', candidates.length)}</summary>
    <ul class="candidates">
      ${candidates.map(({partnerOrg, failed, turn}) => {
        const fits = failed.length === 0;
        const verdict = fits ? words.term(partnerOrg.id === chosen?.id ? 'chosen' : 'eligible') : words.list(failed.map(check => words.term(`failed_${check}`)), {type: 'unit'});
        return html`<li ?data-fits=${fits}>${fits ? checkIcon() : closeIcon()}<bdi>${partnerOrg.name}</bdi><span class="muted">${turn ? words.list([verdict, words.term('turnWeight', words.number(turn.weight))], {type: 'unit'}) : verdict}</span></li>`;
      })}
    </ul>
  </details>`;
}
