import type {Lead, LeadCounts, LeadStatus} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {MenuItem} from '../ui/menu/menu.ts';
import type {MenuSelectEvent} from '../ui/menu/menu.events.ts';
import {closeIcon, filterIcon, sortIcon, uploadIcon, warningIcon} from '../ui/icon/icons.ts';
import {actionsOf, countOf, leadGroups, type LeadDeskAction, type LeadDeskFilter, type LeadDeskSort, type LeadGroup} from './lead-desk.model.ts';
import type {Words} from './lead-desk.words.ts';

/** What stands above the table. */
export interface ToolbarView {
  readonly text: Words;
  readonly filter: LeadDeskFilter;
  /** What stands in the search. */
  readonly words: string;
  readonly partnerName: string | undefined;
  readonly sort: LeadDeskSort;
  readonly counts: LeadCounts | undefined;
  /** How many leads the list has; -1 until it is known. */
  readonly total: number;
  readonly set: (filter: Partial<LeadDeskFilter>) => void;
  readonly onSort: (sort: LeadDeskSort) => void;
  readonly onSearch: (words: string) => void;
  readonly onPartnerFilter: () => void;
  readonly open: (what: 'create' | 'import' | 'help') => void;
}

const bulkActions = ['offer', 'route', 'withdraw', 'recycle', 'quarantine', 'close'] as const;
const sorts: readonly LeadDeskSort[] = ['newest', 'deadline', 'score'];

/** The tabs of the groups, with their counts. */
export function toTabs(text: Words, counts: LeadCounts | undefined) {
  const groups = Object.keys(leadGroups) as LeadGroup[];
  return groups.map(id => ({id, label: text.term(`group_${id}`), ...(counts && {count: text.number(countOf(counts, id))})}));
}

/** What brings leads in, and what else there is. */
function renderTools({text, open}: ToolbarView) {
  const items: MenuItem[] = [
    {id: 'import', label: text.term('importLeads'), icon: uploadIcon},
    {id: 'help', label: text.term('shortcuts')},
  ];
  return html`<div class="tools">
    <button class="button import" type="button" data-variant="quiet" @click=${() => open('import')}>${uploadIcon()}${text.term('importCsv')}</button>
    <button class="button" type="button" @click=${() => open('create')}>${text.term('newLead')}</button>
    <portico-ui-menu label=${text.term('more')} .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => open(id as 'import' | 'help')}></portico-ui-menu>
  </div>`;
}

/** Search, filters and order. */
export function renderFilters(view: ToolbarView) {
  const {text, filter, sort, counts, partnerName} = view;
  const attention = counts?.needsAttention;
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
    <button class="button filter" type="button" data-variant="quiet" aria-pressed=${filter.attention} @click=${() => view.set({attention: !filter.attention})}>
      ${warningIcon()}${text.term('attentionOnly')}${attention ? html`<span class="count figures">${text.number(attention)}</span>` : nothing}
    </button>
    ${renderStatusFilter(view)}
    <button class="button filter" type="button" data-variant="quiet" aria-pressed=${filter.partnerOrgId !== null} aria-haspopup="dialog" @click=${view.onPartnerFilter}>
      ${filterIcon()}<span class="clip">${partnerName ?? text.term('partnerFilter')}</span>
    </button>
    ${
      isNarrowed(filter)
        ? html`<button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('clearFilters')} title=${text.term('clearFilters')} @click=${() => view.set(noFilters)}>
            ${closeIcon()}
          </button>`
        : nothing
    }
    <portico-ui-menu
      class="sort"
      .items=${sorts.map((id): MenuItem => ({id, label: text.term(`sort_${id}`), checked: id === sort}))}
      @portico-ui-menu-select=${({id}: MenuSelectEvent) => view.onSort(id as LeadDeskSort)}
      ><span class="choice">${sortIcon()}${text.term('sort', text.term(`sort_${sort}`))}</span></portico-ui-menu
    >
    </div>
    ${renderTools(view)}
    <p class="visually-hidden" role="status">${isNarrowed(filter) && view.total >= 0 ? text.term('leadCount', view.total) : nothing}</p>
  </div>`;
}

/** The filters of a fresh desk, whatever the tab. */
export const noFilters = {status: null, partnerOrgId: null, attention: false, q: ''} as const;

/** Whether anything besides the tab narrows the list. */
export function isNarrowed({status, partnerOrgId, attention, q}: LeadDeskFilter): boolean {
  return status !== null || partnerOrgId !== null || attention || q !== '';
}

function renderStatusFilter({text, filter, counts, set}: ToolbarView) {
  const statuses = filter.group === 'all' ? Object.values(leadGroups).flat() : leadGroups[filter.group];
  if (statuses.length < 2) return nothing;
  const label = (status: LeadStatus) => {
    const count = counts?.byStatus[status] ?? 0;
    return `${text.term(`status_${status}`)} · ${text.number(count)}`;
  };
  const items: MenuItem[] = [
    {id: '', label: text.term('anyStatus'), checked: filter.status === null},
    ...statuses.map(id => ({id, label: label(id), checked: filter.status === id})),
  ];
  return html`<portico-ui-menu .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => set({status: (id || null) as LeadStatus | null})}
    >${filter.status ? text.term(`status_${filter.status}`) : text.term('statusFilter')}</portico-ui-menu
  >`;
}

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
