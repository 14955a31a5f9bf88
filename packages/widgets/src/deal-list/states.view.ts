import {html, nothing} from 'lit';
import {dangerIcon, lockIcon, offlineIcon, warningIcon} from '../ui/icon/icons.ts';
import type {DealsView} from './deal-list.view.ts';
import {explain} from './deal-text.ts';

const retryButton = ({retry, text}: DealsView) => html`<button slot="actions" class="button" type="button" @click=${retry}>${text.term('retry')}</button>`;

/** The deals could not be read. */
export function failedState(view: DealsView) {
  const {deals, text} = view;
  return html`<slot name="error">
    <portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, deals.error)}>
      <span slot="icon">${dangerIcon(20)}</span>${retryButton(view)}
    </portico-ui-empty-state>
  </slot>`;
}

/** There is no connection and nothing to show from before. */
export function offlineState(view: DealsView) {
  const {text} = view;
  return html`<slot name="offline">
    <portico-ui-empty-state heading=${text.term('offline')} text=${text.term('offlineText')}>
      <span slot="icon">${offlineIcon(20)}</span>${retryButton(view)}
    </portico-ui-empty-state>
  </slot>`;
}

/** This person may not see deals. */
export function forbiddenState({text}: DealsView) {
  return html`<slot name="forbidden">
    <portico-ui-empty-state heading=${text.term('forbidden')} text=${text.term('forbiddenText')}>
      <span slot="icon">${lockIcon(20)}</span>
    </portico-ui-empty-state>
  </slot>`;
}

/** A line above the deals while what they show may be old: what is safe, and what to do. */
export function connectionNote(view: DealsView) {
  const {deals, text, portal} = view;
  if (!portal?.ready || deals.status !== 'ready') return nothing;
  const expired = portal.client.session.state === 'expired';
  const stale = deals.list.error !== undefined;
  if (!expired && !portal.offline && !stale) return nothing;
  const words = expired ? 'sessionNote' : portal.offline ? 'offlineNote' : 'staleNote';
  const note = html`<div class="note" part="note" role="status">
    ${portal.offline ? offlineIcon() : warningIcon()}<span class="note-text">${text.term(words)}</span>
    <button class="button" type="button" data-variant="quiet" @click=${view.retry}>${text.term('retry')}</button>
  </div>`;
  return portal.offline && !expired ? html`<slot name="offline">${note}</slot>` : note;
}
