import type {Asset} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {chevronStartIcon, dangerIcon, filterIcon, searchIcon, sortIcon} from '../ui/icon/icons.ts';
import {assetCard} from './asset-card.view.ts';
import {chunkSize} from './asset.model.ts';
import {explain} from './asset-text.ts';
import type {LibraryView} from './collateral-library.view.ts';
import {facetBar} from './facets.view.ts';
import {offlineState, pendingCards} from './library-frame.view.ts';
import {countFilters, countOf, type LibrarySort, moreFacets, sortOf} from './library.model.ts';
import {emptyState, failedState} from './states.view.ts';

/** What stands above the pieces, and the pieces. */
export function libraryList(view: LibraryView) {
  const {collateral} = view;
  const {status, list, query} = collateral;
  return html`${facetBar(view)}${newsNote(view)}${query.tab === 'outdated' ? view.later?.oldCopiesNote(view) : nothing}
    <div class="rows" part="list" ?data-grid=${status === 'ready' && list.items.length > 0} @scroll=${view.onScroll}>${rows(view)}</div>`;
}

/** With one of these an organisation makes something of material. */
const makesThings = ['cobrand:write', 'share_link:write', 'collateral_embed:write', 'print_order:write'];

/** Search, facets that are seldom needed, order, and what else there is. */
export function libraryTools(view: LibraryView) {
  const {collateral, text} = view;
  const {query} = collateral;
  const present = sortOf(query);
  const sorts: readonly LibrarySort[] = query.q ? ['relevance', 'newest', 'title', 'expiring'] : ['newest', 'title', 'expiring'];
  const hidden = countFilters(query, moreFacets);
  return html`<span class="search"
      >${searchIcon()}<input
        type="search"
        aria-label=${text.term('search')}
        placeholder=${text.term('searchShort')}
        .value=${live(view.searching ?? query.q)}
        @input=${(event: Event) => view.search((event.target as HTMLInputElement).value)}
    /></span>
    <button class="button tool" data-variant="quiet" type="button" ?data-on=${hidden > 0} aria-expanded=${view.filtersShown} @click=${() => view.showFilters(!view.filtersShown)}>
      ${filterIcon()}<span class="tool-label">${text.term('moreFilters')}</span>
    </button>
    <portico-ui-menu
      label=${`${text.term('sort')}${text.colon}${text.term(`sort_${present}`)}`}
      .items=${sorts.map(id => ({id, label: text.term(`sort_${id}`), checked: id === present}))}
      @portico-ui-menu-select=${(event: Event & {id: string}) => collateral.show({sort: event.id as LibrarySort})}
      >${sortIcon()}<span class="tool-label">${text.term(`sort_${present}`)}</span></portico-ui-menu
    >
    <portico-ui-menu .items=${[...(view.later && makesThings.some(scope => collateral.may(scope)) ? [{id: 'mine', label: text.term('mine')}] : []), {id: 'keys', label: text.term('shortcuts')}]} @portico-ui-menu-select=${({id}: Event & {id: string}) => (id === 'mine' ? view.askMine() : view.showShortcuts(true))}></portico-ui-menu>`;
}

/** What came while the list was on the page, to be listed when somebody wants it; and the way to have seen everything. */
function newsNote({collateral, text}: LibraryView) {
  if (collateral.status !== 'ready') return nothing;
  const {arrived, query, counts} = collateral;
  const isNew = query.tab === 'new' && (counts?.new ?? 0) > 0 && !collateral.isFiltered;
  if (arrived === 0 && !isNew) return nothing;
  return html`<div class="note news" part="note">
    <span class="note-text" role="status">${arrived > 0 ? text.term('arrived', arrived) : text.term('newSince')}</span>
    ${arrived > 0
      ? html`<button class="button" data-act="arrived" data-variant="quiet" type="button" @click=${() => collateral.showArrived()}>${text.term('show')}</button>`
      : html`<button class="button" data-act="seen" data-variant="quiet" type="button" @click=${() => collateral.markSeen()}>${text.term('allSeen')}</button>`}
  </div>`;
}

function rows(view: LibraryView) {
  const {collateral, text} = view;
  const {list, query, status, counts} = collateral;
  if (status === 'pending') return pendingCards;
  if (status === 'offline') return offlineState(text, () => collateral.retry());
  if (status === 'failed') return failedState(view);
  if (list.items.length === 0) return emptyState(view);
  const total = list.hasMore ? Math.max(list.items.length, (counts && countOf(counts, query.tab)) ?? 0) : list.items.length;
  const chunks: (typeof list.items)[] = [];
  for (let from = 0; from < list.items.length; from += chunkSize) chunks.push(list.items.slice(from, from + chunkSize));
  return html`<div class="list" role="list" aria-label=${`${text.term('library')}${text.colon}${text.term(`tab_${query.tab}`)}`}>
    ${chunks.map((cards, chunk) =>
      (view.later?.chunks.isDrawn(chunk) ?? true)
        ? html`<div class="chunk grid" role="none">${repeat(
            cards,
            ({id}) => id,
            (asset, index) => assetCard(view, asset, chunk * chunkSize + index, total),
          )}</div>`
        : html`<div class="chunk" role="none" data-cards=${cards.length}></div>`,
    )}
  </div>`;
}

/** The place of what is open: the piece, or what stands there until it is read. */
export function detailPane(view: LibraryView) {
  const {collateral, text, later} = view;
  if (collateral.opened.id === undefined) return nothing;
  const {asset} = collateral.opened;
  return html`<div class="detail-bar">
      <button class="button back" part="back" type="button" data-variant="quiet" @click=${() => view.back()}>${chevronStartIcon()}${text.term('library')}</button>
    </div>
    ${asset && later ? later.assetDetail(view, asset) : unread(view, asset)}`;
}

function unread({collateral, text}: LibraryView, asset: Asset | undefined) {
  const {error} = collateral.opened;
  if (asset || error === undefined) return html`<portico-ui-skeleton class="scroll" kind="detail" rows="4"></portico-ui-skeleton>`;
  return html`<portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, error)}>
    <span slot="icon">${dangerIcon(20)}</span>
    <button slot="actions" class="button" type="button" @click=${() => collateral.retry()}>${text.term('retry')}</button>
  </portico-ui-empty-state>`;
}
