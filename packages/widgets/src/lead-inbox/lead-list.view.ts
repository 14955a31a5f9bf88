import type {LeadOffer} from '@portico/contract';
import {html} from 'lit';
import {inboxIcon, searchIcon} from '../ui/icon/icons.ts';
import {offlineState, pendingRows} from './inbox-page.view.ts';
import {countFilters} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {leadRow} from './lead-row.view.ts';
import {failedState} from './states.view.ts';

const keyOf = ({id}: LeadOffer) => id;

/** The rows under the tab, or what stands in their place. */
export function leadRows(view: InboxView) {
  const {inbox, text} = view;
  const {list, query, status} = inbox;
  if (status === 'pending') return pendingRows;
  if (status !== 'ready') return status === 'failed' ? failedState(view) : offlineState(view);
  if (list.items.length === 0) return emptyList(view);
  return html`<portico-ui-windowed-list
    part="list"
    role="grid"
    aria-multiselectable="true"
    aria-label=${`${text.term('leads')}${text.colon}${text.term(`tab_${query.tab}`)}`}
    row-height="65"
    total=${inbox.counts?.[query.tab] ?? -1}
    ?has-more=${list.hasMore}
    .rows=${list.items}
    .keyOf=${keyOf}
    .renderRow=${(offer: LeadOffer, _index: number, place: Parameters<typeof leadRow>[2]) => leadRow(view, offer, place)}
    @portico-ui-near-end=${() => list.loadMore()}
  ></portico-ui-windowed-list>`;
}

function emptyList(view: InboxView) {
  const {inbox, text} = view;
  const {query} = inbox;
  if (!query.q && countFilters(query) === 0) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term(`empty_${query.tab}`)} text=${text.term(`emptyText_${query.tab}`)}>
        <span slot="icon">${inboxIcon(20)}</span>
      </portico-ui-empty-state>
    </slot>`;
  }
  return html`<portico-ui-empty-state heading=${text.term('noMatch')} text=${text.term('noMatchText')}>
    <span slot="icon">${searchIcon(20)}</span>
    <button slot="actions" class="button" type="button" @click=${() => inbox.clearFilters()}>${text.term('clearFilters')}</button>
  </portico-ui-empty-state>`;
}
