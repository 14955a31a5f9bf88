import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {safeUrl} from '../base/safe-url.ts';
import {withoutCode} from '../base/without-code.ts';
import {chevronStartIcon, dangerIcon, filterIcon, inboxIcon, searchIcon, sortIcon} from '../ui/icon/icons.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import type {DealListController} from './deal-list.controller.ts';
import {countFilters, type DealListSort, type DealListTab, dealListTabs, sortOf} from './deal-list.model.ts';
import type {DealsView} from './deal-list.view.ts';
import {dealRow} from './deal-row.view.ts';
import {explain} from './deal-text.ts';
import {connectionNote, failedState, forbiddenState, offlineState} from './states.view.ts';

/** The whole list: tabs with their tools, and below them the deals and the open one side by side, or one over the other where it is narrow. */
export function dealPage(view: DealsView) {
  const {deals, text} = view;
  if (deals.status === 'forbidden') return forbiddenState(view);
  const tabs = dealListTabs.map(id => ({id, label: text.term(`tab_${id}`), count: countOf(view, id)}));
  const open = deals.opened.id !== undefined;
  return html`<portico-ui-tabs
      .tabs=${tabs}
      selected=${deals.query.tab}
      label=${text.term('deals')}
      @portico-ui-tab-change=${(event: TabChangeEvent) => deals.show({tab: event.id as DealListTab})}
    >
      <div slot="tools" class="tools" ?data-open=${open}>${tools(view)}</div>
      <div class="page">
        ${connectionNote(view)}
        <div class="panes" ?data-open=${open} ?data-single=${isBare(deals)}>
          <div class="list-pane">${head(view)}${list(view)}</div>
          <div class="detail-pane" part="detail">${detailPane(view)}</div>
        </div>
      </div>
    </portico-ui-tabs>
    ${view.later?.actDialog(view)}${view.later?.shortcutsDialog(view)}`;
}

function countOf({deals, text}: DealsView, tab: DealListTab) {
  const {counts, offers} = deals;
  return counts ? text.number(tab === 'attention' ? counts.attention + offers.length : counts[tab]) : '';
}

/** Whether there is neither a deal to choose nor one that is open. */
function isBare({status, list, opened}: DealListController): boolean {
  return opened.id === undefined && status !== 'pending' && list.items.length === 0;
}

function tools(view: DealsView) {
  const {deals, text} = view;
  const {query} = deals;
  const filters = countFilters(query);
  const present = sortOf(query);
  const sorts: readonly DealListSort[] = query.tab === 'draft' || query.tab === 'closed' ? ['newest', 'amount'] : ['deadline', 'newest', 'amount'];
  const more = [
    {id: 'export', label: text.term('exportCsv')},
    {id: 'keys', label: text.term('shortcuts')},
  ];
  return html`<portico-ui-field
      class="search"
      kind="search"
      label=${text.term('search')}
      label-hidden
      placeholder=${text.term('searchShort')}
      .value=${live(view.searching ?? query.q)}
      @input=${(event: Event) => view.search((event.target as HTMLInputElement).value)}
    ></portico-ui-field>
    <button class="button tool" data-variant="quiet" type="button" ?data-on=${filters > 0} aria-expanded=${view.filtersShown} @click=${() => view.showFilters(!view.filtersShown)}>
      ${filterIcon()}<span class="tool-label">${filters > 0 ? text.term('filtersOn', filters) : text.term('filter')}</span>
    </button>
    <portico-ui-menu
      label=${`${text.term('sort')}${text.colon}${text.term(`sort_${present}`)}`}
      .items=${sorts.map(id => ({id, label: text.term(`sort_${id}`), checked: id === present}))}
      @portico-ui-menu-select=${(event: Event & {id: string}) => deals.show({sort: event.id as DealListSort})}
      >${sortIcon()}<span class="tool-label">${text.term(`sort_${present}`)}</span></portico-ui-menu
    >
    <portico-ui-menu
      .items=${more}
      @portico-ui-menu-select=${(event: Event & {id: string}) => (event.id === 'export' ? view.runExport() : view.showShortcuts(true))}
    ></portico-ui-menu>`;
}

/** How many more fit, and the way to the form. */
function head(view: DealsView) {
  const {deals, text, portal} = view;
  const {counts, query} = deals;
  // Most who see the list may add to it.
  if (deals.status === 'pending' && !counts) return html`<div class="top"></div>`;
  if (!deals.mayWrite && (counts?.capacityLeft ?? null) === null) return nothing;
  const left = counts?.capacityLeft ?? null;
  // All of them are known only to whoever sees the whole organisation, without filters.
  const all = counts && left !== null && portal?.me?.seesWholeOrg && !query.q && countFilters(query) === 0 ? left + counts.in_review + counts.protected : null;
  const href = view.formHref();
  const label = text.term('register');
  // One thing at a time is the main thing: an open deal has its own.
  const variant = deals.opened.id === undefined ? 'primary' : 'secondary';
  return html`<div class="top" part="head">
    ${left === null ? nothing : html`<span class="muted figures">${all === null ? text.term('capacity', left) : text.term('capacityOf', text.number(left), text.number(all))}</span>`}
    ${!deals.mayWrite
      ? nothing
      : href
        ? html`<a class="button register" data-variant=${variant} href=${safeUrl(href) ?? nothing} @click=${(event: Event) => view.register(event)}>${label}</a>`
        : html`<button class="button register" data-variant=${variant} type="button" @click=${(event: Event) => view.register(event)}>${label}</button>`}
  </div>`;
}

const keyOf = ({id}: DealRegistration) => id;

/** The rows, and what stands above them. Their place while they are read is another one: it is not pushed down by what comes. */
function list(view: DealsView) {
  return isPending(view) && !view.filtersShown ? html`<div class="rows">${rows(view)}</div>` : html`${view.later?.listTools(view)}<div class="rows">${rows(view)}</div>`;
}

function rows(view: DealsView) {
  const {deals, text} = view;
  const {list, query, status, counts} = deals;
  if (isPending(view)) return html`<slot name="pending"><portico-ui-skeleton kind="list" rows="8"></portico-ui-skeleton></slot>`;
  if (status === 'offline') return offlineState(view);
  if (status === 'failed') return failedState(view);
  if (list.items.length === 0) return emptyList(view);
  return html`<portico-ui-windowed-list
    part="list"
    role="grid"
    aria-label=${`${text.term('deals')}${text.colon}${text.term(`tab_${query.tab}`)}`}
    row-height="65"
    total=${counts?.[query.tab] ?? -1}
    ?has-more=${list.hasMore}
    .rows=${list.items}
    .keyOf=${keyOf}
    .renderRow=${(deal: DealRegistration, _index: number, place: Parameters<typeof dealRow>[2]) => dealRow(view, deal, place)}
    @portico-ui-near-end=${() => list.loadMore()}
  ></portico-ui-windowed-list>`;
}

/** Whether the deals are on their way, or the code of what is offered, which stands above them. */
function isPending({deals, later, isLaterMissing}: DealsView): boolean {
  return deals.status === 'pending' || (deals.status === 'ready' && deals.query.tab === 'attention' && deals.offers.length > 0 && !later && !isLaterMissing);
}

function emptyList({deals, text}: DealsView) {
  const {query} = deals;
  if (!query.q && countFilters(query) === 0) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term(`empty_${query.tab}`)} text=${text.term(`emptyText_${query.tab}`)}>
        <span slot="icon">${inboxIcon(20)}</span>
      </portico-ui-empty-state>
    </slot>`;
  }
  return html`<portico-ui-empty-state heading=${text.term('noMatch')} text=${text.term('noMatchText')}>
    <span slot="icon">${searchIcon(20)}</span>
    <button slot="actions" class="button" type="button" @click=${() => deals.clearFilters()}>${text.term('clearFilters')}</button>
  </portico-ui-empty-state>`;
}

/** The place of the open deal: the deal, or what stands there until one is chosen and read. */
function detailPane(view: DealsView) {
  const {deals, text, later} = view;
  const {opened} = deals;
  if (opened.id === undefined) {
    if (deals.status === 'pending') return nothing;
    return html`<portico-ui-empty-state class="centre" heading=${text.term('chooseDeal')} text=${text.term('chooseDealText')}>
      <span slot="icon">${inboxIcon(20)}</span>
    </portico-ui-empty-state>`;
  }
  const {deal} = opened;
  return html`<div class="detail-bar">
      <button class="button back" part="back" type="button" data-variant="quiet" @click=${() => view.back()}>${chevronStartIcon()}${text.term('deals')}</button>
    </div>
    ${deal && later ? later.dealDetail(view, deal) : unread(view)}`;
}

function unread({deals, text, isLaterMissing, retry}: DealsView) {
  const error = deals.opened.error ?? (isLaterMissing ? withoutCode : undefined);
  if (error === undefined) return html`<portico-ui-skeleton class="scroll" kind="detail" rows="4"></portico-ui-skeleton>`;
  return html`<portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, error)}>
    <span slot="icon">${dangerIcon(20)}</span>
    <button slot="actions" class="button" type="button" @click=${retry}>${text.term('retry')}</button>
  </portico-ui-empty-state>`;
}
