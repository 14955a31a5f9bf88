import {html, nothing} from 'lit';
import {dangerIcon, lockIcon, offlineIcon, warningIcon} from '../ui/icon/icons.ts';
import {explain} from './explain.ts';
import type {InboxView} from './lead-inbox.view.ts';

/** The leads could not be read. */
export function failedState(view: InboxView) {
  const {inbox, text} = view;
  return html`<slot name="error">
    <portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, inbox.error)}>
      <span slot="icon">${dangerIcon(20)}</span><button slot="actions" class="button" type="button" @click=${view.retry}>${text.term('retry')}</button>
    </portico-ui-empty-state>
  </slot>`;
}

/** This person may not see leads. */
export function forbiddenState({text}: InboxView) {
  return html`<slot name="forbidden">
    <portico-ui-empty-state heading=${text.term('forbidden')} text=${text.term('forbiddenText')}>
      <span slot="icon">${lockIcon(20)}</span>
    </portico-ui-empty-state>
  </slot>`;
}

/** A line above the leads while what they show may be old: what is safe, and what to do. */
export function connectionNote(view: InboxView) {
  const {inbox, text, portal} = view;
  if (!portal?.ready || inbox.status !== 'ready') return nothing;
  const expired = portal.client.session.state === 'expired';
  const stale = inbox.list.error !== undefined;
  if (!expired && !portal.offline && !stale) return nothing;
  const words = expired ? 'sessionNote' : portal.offline ? 'offlineNote' : 'staleNote';
  const note = html`<div class="note" part="note" role="status">
    ${portal.offline ? offlineIcon() : warningIcon()}<span class="note-text">${text.term(words)}</span>
    <button class="button" type="button" data-variant="quiet" @click=${() => view.retry()}>${text.term('retry')}</button>
  </div>`;
  return portal.offline && !expired ? html`<slot name="offline">${note}</slot>` : note;
}
