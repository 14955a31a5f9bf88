import type {AssetFolder} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {closeIcon, infoIcon, sortIcon, uploadIcon, warningIcon} from '../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../ui/menu/menu.events.ts';
import type {MenuItem} from '../ui/menu/menu.ts';
import type {DeskCounts} from './collateral-desk.data.ts';
import {deskFacets, deskSorts, deskTabs, isNarrowed, noFilters, type CollateralDeskSort, type CollateralDeskTab, type DeskChoice, type DeskFacet, type DeskFilter} from './collateral-desk.model.ts';
import {toLanguageName, wordFor, type Words} from './collateral-desk.words.ts';

/** What stands above the list. */
export interface ToolbarView {
  readonly text: Words;
  readonly filter: DeskFilter;
  /** What stands in the search. */
  readonly words: string;
  readonly sort: CollateralDeskSort;
  readonly counts: DeskCounts | undefined;
  readonly folders: readonly AssetFolder[];
  /** How much the list has; -1 until it is known. */
  readonly total: number;
  /** Something is open beside the list, with an act of its own that comes first. */
  readonly isOpen: boolean;
  readonly set: (filter: Partial<DeskChoice>) => void;
  /** Whether the folders stand beside the list. */
  readonly showsFolders: boolean;
  readonly onFolders: () => void;
  readonly onSort: (sort: CollateralDeskSort) => void;
  readonly onSearch: (words: string) => void;
  readonly onCreate: () => void;
  readonly onHelp: () => void;
}

/** The tabs; of what waits for somebody, how much, whose place is there before it. */
export function toTabs(text: Words, counts: Readonly<Partial<Record<CollateralDeskTab, number | undefined>>>) {
  return deskTabs.map(id => ({id, label: text.term(`tab_${id}`), ...(id in counts && {count: counts[id] === undefined ? '' : text.number(counts[id])})}));
}

/** Search, facets and order. */
export function renderFilters(view: ToolbarView) {
  const {text, filter, sort} = view;
  const shownSort = sort === 'newest' && filter.q ? 'relevance' : sort;
  return html`<div class="filters" part="filters">
    <portico-ui-field
      class="search"
      kind="search"
      label=${text.term('search')}
      placeholder=${text.term('search')}
      label-hidden
      .value=${live(view.words)}
      @input=${(event: InputEvent) => view.onSearch((event.currentTarget as HTMLElement & {value: string}).value)}
    ></portico-ui-field>
    <div class="choices">
      ${renderFolders(view)} ${deskFacets.map(facet => (facet === 'folderId' ? nothing : renderFacet(facet, view)))}
      ${renderSwitch('expiring', text.term('expiringOnly'), view)} ${renderSwitch('stale', text.term('col_stale'), view)}
      ${
        isNarrowed(filter)
          ? html`<button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('clearFilters')} title=${text.term('clearFilters')} @click=${() => view.set(noFilters)}>${closeIcon()}</button>`
          : nothing
      }
      <portico-ui-menu
        class="sort"
        .items=${deskSorts.map((id): MenuItem => ({id, label: text.term(`sort_${id}`), checked: id === sort}))}
        @portico-ui-menu-select=${({id}: MenuSelectEvent) => view.onSort(id as CollateralDeskSort)}
        ><span class="choice">${sortIcon()}${text.term('sort', text.term(`sort_${shownSort}`))}</span></portico-ui-menu
      >
    </div>
    <button class="button help" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('shortcuts')} title=${text.term('shortcuts')} @click=${view.onHelp}>${infoIcon()}</button>
    <button class="button" type="button" data-variant=${view.isOpen ? 'secondary' : 'primary'} @click=${view.onCreate}>${uploadIcon()}${text.term('newAsset')}</button>
    <p class="visually-hidden" role="status">${isNarrowed(filter) && view.total >= 0 ? text.term('assetCount', view.total) : nothing}</p>
  </div>`;
}

/** What asks to be looked at, and how much of it there is. */
function renderSwitch(name: 'expiring' | 'stale', label: string, {text, filter, counts, set}: ToolbarView) {
  const count = counts?.[name] ?? 0;
  return html`<button class="button filter" type="button" data-variant="quiet" aria-pressed=${filter[name]} @click=${() => set({[name]: !filter[name]})}>
    ${warningIcon()}${label}<span class="count figures">${count > 0 ? text.number(count) : nothing}</span>
  </button>`;
}

/** Shows and hides the tree; says which folder it is. */
function renderFolders({text, filter, folders, showsFolders, onFolders}: ToolbarView) {
  return html`<button class="button filter" type="button" data-variant="quiet" data-act="folders" aria-expanded=${showsFolders} aria-pressed=${filter.folderId !== null} @click=${onFolders}>
    ${renderChoice(text.term('facet_folderId'), filter.folderId && (folders.find(({id}) => id === filter.folderId)?.name ?? '…'))}
  </button>`;
}

function renderFacet(facet: Exclude<DeskFacet, 'folderId'>, view: ToolbarView) {
  const {text, filter, counts, set} = view;
  const chosen = filter[facet];
  const known = counts?.facets[facet] ?? [];
  const values = chosen === null || known.some(({value}) => value === chosen) ? known : [{value: chosen, count: 0}, ...known];
  const items: MenuItem[] = [
    {id: '', label: text.term('anyValue'), checked: chosen === null},
    ...values.map(({value, count}, at): MenuItem => ({id: value, label: count === null ? toLabel(facet, value, view) : `${toLabel(facet, value, view)} (${text.number(count)})`, checked: value === chosen, separated: at === 0})),
  ];
  return html`<portico-ui-menu ?data-on=${chosen} .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => set({[facet]: id || null})}
    >${renderChoice(text.term(`facet_${facet}`), chosen && toLabel(facet, chosen, view))}</portico-ui-menu
  >`;
}

/** The name of a choice, and what was chosen. */
function renderChoice(name: string, chosen: string | null) {
  return html`<span class="clip">${chosen ? html`${name}: <bdi>${chosen}</bdi>` : name}</span>`;
}

function toLabel(facet: DeskFacet, value: string, {text}: ToolbarView): string {
  if (facet === 'type') return wordFor(text, 'type_', value) ?? value;
  return facet === 'language' ? toLanguageName(value, text.lang()) : value;
}
