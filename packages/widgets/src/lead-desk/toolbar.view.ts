import type {LeadCounts, LeadStatus} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {DeskLook} from '../base/desk-look.ts';
import type {MenuItem} from '../ui/menu/menu.ts';
import type {MenuSelectEvent} from '../ui/menu/menu.events.ts';
import {closeIcon, filterIcon, sortIcon, uploadIcon, warningIcon} from '../ui/icon/icons.ts';
import {countOf, leadGroups, noFilters, type LeadDeskFilter, type LeadDeskQuery, type LeadDeskSort, type LeadGroup} from './lead-desk.model.ts';
import type {Words} from './lead-desk.words.ts';

/** What stands above the table. */
export interface ToolbarView {
  readonly text: Words;
  readonly look: DeskLook<LeadDeskQuery>;
  readonly partnerName: string | undefined;
  readonly counts: LeadCounts | undefined;
  /** How many leads the list has; -1 until it is known. */
  readonly total: number;
  readonly onPartnerFilter: () => void;
  readonly open: (what: 'create' | 'import' | 'help') => void;
}

const sorts: readonly LeadDeskSort[] = ['newest', 'deadline', 'score'];

/** The tabs of the groups, with their counts. */
export function toTabs(text: Words, counts: LeadCounts | undefined) {
  const groups = Object.keys(leadGroups) as LeadGroup[];
  return groups.map(id => ({id, label: text.term(`group_${id}`), count: counts ? text.number(countOf(counts, id)) : ''}));
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
  const {text, look, counts, partnerName} = view;
  const {query} = look;
  const attention = counts?.needsAttention;
  return html`<div class="filters" part="filters">
    <portico-ui-field
      class="search"
      kind="search"
      label=${text.term('search')}
      placeholder=${text.term('search')}
      label-hidden
      .value=${live(look.words)}
      @input=${(event: InputEvent) => look.search((event.currentTarget as HTMLElement & {value: string}).value)}
    ></portico-ui-field>
    <div class="choices">
    <button class="button filter" type="button" data-variant="quiet" aria-pressed=${query.attention} @click=${() => look.show({attention: !query.attention})}>
      ${warningIcon()}${text.term('attentionOnly')}${attention ? html`<span class="count figures">${text.number(attention)}</span>` : nothing}
    </button>
    ${renderStatusFilter(view)}
    <button class="button filter" type="button" data-variant="quiet" aria-pressed=${query.partnerOrgId !== null} aria-haspopup="dialog" @click=${view.onPartnerFilter}>
      ${filterIcon()}<span class="clip">${(query.partnerOrgId && partnerName) || text.term('partnerFilter')}</span>
    </button>
    ${
      isNarrowed(query)
        ? html`<button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('clearFilters')} title=${text.term('clearFilters')} @click=${() => look.show(noFilters)}>
            ${closeIcon()}
          </button>`
        : nothing
    }
    <portico-ui-menu
      class="sort"
      .items=${sorts.map((id): MenuItem => ({id, label: text.term(`sort_${id}`), checked: id === query.sort}))}
      @portico-ui-menu-select=${({id}: MenuSelectEvent) => look.show({sort: id as LeadDeskSort})}
      ><span class="choice">${sortIcon()}${text.term('sort', text.term(`sort_${query.sort}`))}</span></portico-ui-menu
    >
    </div>
    ${renderTools(view)}
    <p class="visually-hidden" role="status">${isNarrowed(query) && view.total >= 0 ? text.term('leadCount', view.total) : nothing}</p>
  </div>`;
}

/** Whether anything besides the tab narrows the list. */
export function isNarrowed({status, partnerOrgId, attention, q}: LeadDeskFilter): boolean {
  return status !== null || partnerOrgId !== null || attention || q !== '';
}

function renderStatusFilter({text, look, counts}: ToolbarView) {
  const {group, status: chosen} = look.query;
  const statuses = group === 'all' ? Object.values(leadGroups).flat() : leadGroups[group];
  if (statuses.length < 2) return nothing;
  const label = (status: LeadStatus) => {
    const count = counts?.byStatus[status] ?? 0;
    return `${text.term(`status_${status}`)} · ${text.number(count)}`;
  };
  const items: MenuItem[] = [
    {id: '', label: text.term('anyStatus'), checked: chosen === null},
    ...statuses.map(id => ({id, label: label(id), checked: chosen === id})),
  ];
  return html`<portico-ui-menu ?data-on=${chosen} .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => look.show({status: (id || null) as LeadStatus | null})}
    >${chosen ? text.term(`status_${chosen}`) : text.term('statusFilter')}</portico-ui-menu
  >`;
}
