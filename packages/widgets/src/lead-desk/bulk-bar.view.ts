import type {Lead} from '@portico/contract';
import {html, nothing} from 'lit';
import {closeIcon} from '../ui/icon/icons.ts';
import {actionsOf} from './lead-desk.actions.ts';
import type {LeadDeskAction} from './lead-desk.model.ts';
import type {Words} from './lead-desk.words.ts';

const bulkActions = ['offer', 'route', 'withdraw', 'recycle', 'quarantine', 'close'] as const;

/** What to do with the leads that are selected; stands where the filters stood, so that nothing moves. */
export function renderBulkBar(text: Words, selected: readonly Lead[], run: (action: LeadDeskAction) => void, clear: () => void) {
  const count = selected.length;
  const possible = new Set(selected.flatMap(lead => [...actionsOf(lead)]));
  return html`<div class="filters bulk" part="bulk" role="toolbar" aria-label=${text.term('selected', count)}>
    <span class="selected figures">${text.term('selected', count)}</span>
    ${bulkActions.map(action => (possible.has(action) ? html`<button class="button" type="button" data-variant="quiet" @click=${() => run(action)}>${text.term(action)}</button>` : nothing))}
    <button class="button end" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('clearSelection')} title=${text.term('clearSelection')} @click=${clear}>${closeIcon()}</button>
  </div>`;
}
