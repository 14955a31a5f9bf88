import {html} from 'lit';
import {capWords, formulaWords} from '../base/rule-text.ts';
import type {LeaderboardView} from './leaderboard.view.ts';

/** How points are made. */
export function rules({board, text}: LeaderboardView) {
  if (!board.rules) return html`<portico-ui-skeleton rows="2"></portico-ui-skeleton>`;
  const inForce = board.rules.flatMap(({name, published}) => (published ? [{name, terms: published.terms}] : []));
  if (inForce.length === 0) return html`<p class="muted">${text.term('howEmpty')}</p>`;
  return html`<ul class="rules">
    ${inForce.map(({name, terms}) => html`<li><strong dir="auto" translate="no">${name}</strong><span class="muted">${formulaWords(text, terms)}, ${capWords(text, terms)}</span></li>`)}
  </ul>`;
}
