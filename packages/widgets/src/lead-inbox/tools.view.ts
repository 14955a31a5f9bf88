import {html} from 'lit';
import {live} from 'lit/directives/live.js';
import {filterIcon, sortIcon} from '../ui/icon/icons.ts';
import {sortName} from './inbox-page.view.ts';
import {countFilters, type LeadInboxSort} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';

const sorts: readonly LeadInboxSort[] = ['deadline', 'score', 'age'];

/** Search, filters, order and the rest, at the end of the tabs. */
export function tools(view: InboxView) {
  const {inbox, text} = view;
  const {query} = inbox;
  const filters = countFilters(query);
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
      label=${`${text.term('sort')}${text.colon}${sortName(view)}`}
      .items=${sorts.map(id => ({id, label: sortName(view, id), checked: id === query.sort}))}
      @portico-ui-menu-select=${(event: Event & {id: string}) => inbox.show({sort: event.id as LeadInboxSort})}
      >${sortIcon()}<span class="tool-label">${sortName(view)}</span></portico-ui-menu
    >
    <portico-ui-menu
      .items=${more}
      @portico-ui-menu-select=${(event: Event & {id: string}) => (event.id === 'all' ? view.selectAll() : view.showShortcuts(true))}
    ></portico-ui-menu>`;
}
