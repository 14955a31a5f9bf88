import {html, nothing} from 'lit';
import {dangerIcon, inboxIcon, lockIcon, offlineIcon, searchIcon, warningIcon} from '../ui/icon/icons.ts';
import {explain} from './asset-text.ts';
import type {LibraryView} from './collateral-library.view.ts';

/** The material could not be read. */
export function failedState({collateral, text}: LibraryView) {
  return html`<slot name="error">
    <portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, collateral.error)}>
      <span slot="icon">${dangerIcon(20)}</span><button slot="actions" class="button" type="button" @click=${() => collateral.retry()}>${text.term('retry')}</button>
    </portico-ui-empty-state>
  </slot>`;
}

/** This person may not see material. */
export function forbiddenState({text}: LibraryView) {
  return html`<slot name="forbidden">
    <portico-ui-empty-state heading=${text.term('forbidden')} text=${text.term('forbiddenText')}>
      <span slot="icon">${lockIcon(20)}</span>
    </portico-ui-empty-state>
  </slot>`;
}

/** Nothing under this tab, or nothing that was found. */
export function emptyState({collateral, text}: LibraryView) {
  const {tab} = collateral.query;
  if (!collateral.isFiltered) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term(`empty_${tab}`)} text=${text.term(`emptyText_${tab}`)}>
        <span slot="icon">${inboxIcon(20)}</span>
      </portico-ui-empty-state>
    </slot>`;
  }
  return html`<portico-ui-empty-state heading=${text.term('noMatch')} text=${text.term('noMatchText')}>
    <span slot="icon">${searchIcon(20)}</span>
    <button slot="actions" class="button" type="button" @click=${() => collateral.clearFilters()}>${text.term('clearFilters')}</button>
  </portico-ui-empty-state>`;
}

/** A line above the material while what it shows may be old: what is safe, and what to do. */
export function connectionNote({collateral, text, portal}: LibraryView) {
  if (!portal?.ready || collateral.status !== 'ready') return nothing;
  const expired = portal.client.session.state === 'expired';
  const stale = collateral.list.error !== undefined;
  if (!expired && !portal.offline && !stale) return nothing;
  const words = expired ? 'sessionNote' : portal.offline ? 'offlineNote' : 'staleNote';
  const note = html`<div class="note" part="note" role="status">
    ${portal.offline ? offlineIcon() : warningIcon()}<span class="note-text">${text.term(words)}</span>
    <button class="button" type="button" data-variant="quiet" @click=${() => collateral.retry()}>${text.term('retry')}</button>
  </div>`;
  return portal.offline && !expired ? html`<slot name="offline">${note}</slot>` : note;
}
