import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {closeIcon} from '../ui/icon/icons.ts';
import {actionsOf, type DealReviewAction, type Reader} from './deal-review.model.ts';
import type {Words} from './deal-review.words.ts';

const bulkActions = ['approve', 'assign', 'take', 'request_info', 'reject'] as const satisfies readonly DealReviewAction[];

/** What to do with the registrations that are selected; stands where the filters stood, so that nothing moves. */
export function renderBulkBar(text: Words, selected: readonly DealRegistration[], reader: Reader, run: (action: DealReviewAction) => void, clear: () => void) {
  const count = selected.length;
  const possible = new Set(selected.flatMap(deal => [...actionsOf(deal, reader)]));
  return html`<div class="filters bulk" part="bulk" role="toolbar" aria-label=${text.term('selected', count)}>
    <span class="selected figures" role="status">${text.term('selected', count)}</span>
    ${bulkActions.map(action => (possible.has(action) ? html`<button class="button" type="button" data-variant="quiet" @click=${() => run(action)}>${text.term(`do_${action}`)}</button>` : nothing))}
    <button class="button end" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('clearSelection')} title=${text.term('clearSelection')} @click=${clear}>${closeIcon()}</button>
  </div>`;
}
