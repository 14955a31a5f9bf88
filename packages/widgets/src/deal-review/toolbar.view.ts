import type {DealCounts} from '@portico/contract';
import type {DealStatus} from '@portico/contract/deal-transitions';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {closeIcon, filterIcon, infoIcon, sortIcon, warningIcon} from '../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../ui/menu/menu.events.ts';
import type {MenuItem} from '../ui/menu/menu.ts';
import {countOf, reviewTabs, statusesOf, type DealReviewFilter, type DealReviewSort} from './deal-review.model.ts';
import type {Words} from './deal-review.words.ts';

/** What stands above the queue. */
export interface ToolbarView {
  readonly text: Words;
  readonly filter: DealReviewFilter;
  /** What stands in the search. */
  readonly words: string;
  readonly partnerName: string | undefined;
  readonly sort: DealReviewSort;
  readonly counts: DealCounts | undefined;
  /** How many registrations the queue has; -1 until it is known. */
  readonly total: number;
  readonly set: (filter: Partial<DealReviewFilter>) => void;
  readonly onSort: (sort: DealReviewSort) => void;
  readonly onSearch: (words: string) => void;
  readonly onPartnerFilter: () => void;
  readonly onHelp: () => void;
}

const sorts: readonly DealReviewSort[] = ['deadline', 'newest', 'amount'];
const reviewers = [null, 'me', 'nobody'] as const;

/** The filters of a fresh desk, whatever the tab. */
export const noFilters = {status: null, partnerOrgId: null, reviewer: null, attention: false, q: ''} as const;

/** Whether anything besides the tab narrows the queue. */
export function isNarrowed({status, partnerOrgId, reviewer, attention, q}: DealReviewFilter): boolean {
  return status !== null || partnerOrgId !== null || reviewer !== null || attention || q !== '';
}

/** The tabs, with their counts. */
export function toTabs(text: Words, counts: DealCounts | undefined) {
  return reviewTabs.map(id => ({id, label: text.term(`tab_${id}`), count: counts ? text.number(countOf(counts, id)) : ''}));
}

/** Search, filters and order. */
export function renderFilters(view: ToolbarView) {
  const {text, filter, sort, counts, partnerName} = view;
  const {attention} = counts ?? {};
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
      ${renderReviewerFilter(view)} ${renderStatusFilter(view)}
      <button class="button filter" type="button" data-variant="quiet" aria-pressed=${filter.partnerOrgId !== null} aria-haspopup="dialog" @click=${view.onPartnerFilter}>
        ${filterIcon()}<bdi class="clip">${partnerName ?? text.term('partnerFilter')}</bdi>
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
        @portico-ui-menu-select=${({id}: MenuSelectEvent) => view.onSort(id as DealReviewSort)}
        ><span class="choice">${sortIcon()}${text.term('sort', text.term(`sort_${sort}`))}</span></portico-ui-menu
      >
    </div>
    <button class="button help" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('shortcuts')} title=${text.term('shortcuts')} @click=${view.onHelp}>${infoIcon()}</button>
    <p class="visually-hidden" role="status">${isNarrowed(filter) && view.total >= 0 ? text.term('dealCount', view.total) : nothing}</p>
  </div>`;
}

function renderReviewerFilter({text, filter, set}: ToolbarView) {
  const label = (reviewer: (typeof reviewers)[number]) => text.term(`reviewer_${reviewer ?? 'any'}`);
  const items = reviewers.map((id): MenuItem => ({id: id ?? '', label: label(id), checked: filter.reviewer === id}));
  return html`<portico-ui-menu ?data-on=${filter.reviewer} .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => set({reviewer: (id || null) as DealReviewFilter['reviewer']})}
    >${filter.reviewer ? `${text.term('reviewerFilter')}${text.colon}${label(filter.reviewer)}` : text.term('reviewerFilter')}</portico-ui-menu
  >`;
}

function renderStatusFilter({text, filter, set}: ToolbarView) {
  const items: MenuItem[] = [
    {id: '', label: text.term('anyStatus'), checked: filter.status === null},
    ...statusesOf(filter.tab).map(id => ({id, label: text.term(`status_${id}`), checked: filter.status === id})),
  ];
  return html`<portico-ui-menu ?data-on=${filter.status} .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => set({status: (id || null) as DealStatus | null})}
    >${filter.status ? text.term(`status_${filter.status}`) : text.term('statusFilter')}</portico-ui-menu
  >`;
}
