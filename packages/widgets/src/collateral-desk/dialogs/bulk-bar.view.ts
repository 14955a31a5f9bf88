import type {Asset} from '@portico/contract';
import {html, nothing} from 'lit';
import {closeIcon} from '../../ui/icon/icons.ts';
import {actionsOf, type StatusAct} from '../collateral-desk.actions.ts';
import type {Words} from '../collateral-desk.words.ts';

const bulkActs = ['submit', 'approve', 'publish', 'archive'] as const satisfies readonly StatusAct[];

/** What to do with all that is selected; stands where the filters stood, so that nothing moves. */
export function renderBulkBar(text: Words, selected: readonly Asset[], run: (action: StatusAct) => void, move: () => void, clear: () => void) {
  const count = selected.length;
  const possible = new Set(selected.flatMap(asset => [...actionsOf(asset)]));
  return html`<div class="filters bulk" part="bulk" role="toolbar" aria-label=${text.term('selected', count)}>
    <span class="selected figures" role="status">${text.term('selected', count)}</span>
    ${bulkActs.map(action => (possible.has(action) ? html`<button class="button" type="button" data-variant="quiet" @click=${() => run(action)}>${text.term(`do_${action}`)}</button>` : nothing))}
    ${selected.some(({actions}) => actions.includes('update')) ? html`<button class="button" type="button" data-variant="quiet" data-act="move" @click=${move}>${text.term('do_move')}</button>` : nothing}
    <button class="button end" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('clearSelection')} title=${text.term('clearSelection')} @click=${clear}>${closeIcon()}</button>
  </div>`;
}
