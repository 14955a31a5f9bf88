import type {LeadOfferTab} from '@portico/contract';
import {html} from 'lit';
import {live} from 'lit/directives/live.js';
import {filterIcon, sortIcon} from '../ui/icon/icons.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {detailPane} from './detail-pane.view.ts';
import type {LeadInboxController} from './lead-inbox.controller.ts';
import {countFilters, type LeadInboxSort, leadTabs} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {leadList} from './lead-list.view.ts';
import {connectionNote, forbiddenState} from './states.view.ts';

const sorts: readonly LeadInboxSort[] = ['deadline', 'score', 'age'];

/** The whole inbox: tabs with their tools, and below them list and lead side by side, or one over the other where it is narrow. */
export function inboxPage(view: InboxView) {
  const {inbox, text} = view;
  if (inbox.status === 'forbidden') return forbiddenState(view);
  const tabs = leadTabs.map(id => ({id, label: text.term(`tab_${id}`), ...(inbox.counts ? {count: text.number(inbox.counts[id])} : {})}));
  return html`<portico-ui-tabs
      .tabs=${tabs}
      selected=${inbox.query.tab}
      label=${text.term('leads')}
      @portico-ui-tab-change=${(event: TabChangeEvent) => inbox.show({tab: event.id as LeadOfferTab})}
    >
      <div slot="tools" class="tools" ?data-open=${inbox.opened.id !== undefined}>${tools(view)}</div>
      <div class="page">
        ${connectionNote(view)}
        <div class="panes" ?data-open=${inbox.opened.id !== undefined} ?data-single=${isBare(inbox)}>
          <div class="list-pane">${leadList(view)}</div>
          <div class="detail-pane" part="detail">${detailPane(view)}</div>
        </div>
      </div>
    </portico-ui-tabs>
    ${view.later?.actDialog(view)}${view.later?.shortcutsDialog(view)}`;
}

/** Whether there is neither a lead to choose nor one that is open. */
function isBare({status, list, opened}: LeadInboxController): boolean {
  return opened.id === undefined && status !== 'pending' && list.items.length === 0;
}

function tools(view: InboxView) {
  const {inbox, text} = view;
  const {query} = inbox;
  const filters = countFilters(query);
  const nameOf = (sort: LeadInboxSort) => text.term(sort === 'deadline' && query.tab === 'closed' ? 'sort_closed' : `sort_${sort}`);
  const more = [
    {id: 'all', label: text.term('selectAll'), disabled: inbox.list.items.length === 0},
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
      label=${`${text.term('sort')}: ${nameOf(query.sort)}`}
      .items=${sorts.map(id => ({id, label: nameOf(id), checked: id === query.sort}))}
      @portico-ui-menu-select=${(event: Event & {id: string}) => inbox.show({sort: event.id as LeadInboxSort})}
      >${sortIcon()}<span class="tool-label">${nameOf(query.sort)}</span></portico-ui-menu
    >
    <portico-ui-menu
      .items=${more}
      @portico-ui-menu-select=${(event: Event & {id: string}) => (event.id === 'all' ? view.selectAll() : view.showShortcuts(true))}
    ></portico-ui-menu>`;
}
