import type {LeadOffer} from '@portico/contract';
import {html, nothing} from 'lit';
import type {FieldOption} from '../ui/field/field.model.ts';
import {closeIcon, inboxIcon, searchIcon} from '../ui/icon/icons.ts';
import {countFilters, type LeadInboxAct} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {leadRow} from './lead-row.view.ts';
import {countryName} from './lead-text.ts';
import {failedState, offlineState} from './states.view.ts';

const keyOf = ({id}: LeadOffer) => id;

/** The list under the tabs: filters, what is chosen, and the rows or what stands in their place. */
export function leadList(view: InboxView) {
  const {inbox} = view;
  return html`${view.filtersShown ? filters(view) : nothing}${inbox.chosen.length > 0 || inbox.acts.progress ? bulkBar(view) : nothing}
    <div class="rows">${rows(view)}</div>`;
}

function rows(view: InboxView) {
  const {inbox, text} = view;
  const {list, query, status} = inbox;
  if (status === 'pending') return html`<slot name="pending"><portico-ui-skeleton kind="list" rows="8"></portico-ui-skeleton></slot>`;
  if (status === 'offline') return offlineState(view);
  if (status === 'failed') return failedState(view);
  if (list.items.length === 0) return emptyList(view);
  return html`<portico-ui-windowed-list
    part="list"
    role="grid"
    aria-multiselectable="true"
    aria-label=${`${text.term('leads')}: ${text.term(`tab_${query.tab}`)}`}
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

function filters(view: InboxView) {
  const {inbox, text, portal} = view;
  const {query, program, colleagues} = inbox;
  const all: FieldOption = {value: '', label: text.term('all')};
  const people = [
    {...all, label: text.term('all')},
    {value: 'me', label: text.term('me')},
    {value: 'nobody', label: text.term('nobody')},
    ...(colleagues ?? []).filter(({id}) => id !== portal?.me?.person?.id).map(({id, name}) => ({value: id, label: name})),
  ];
  const countries = (program?.countries ?? []).map(code => ({value: code, label: countryName(text, code)})).sort((a, b) => a.label.localeCompare(b.label, text.lang()));
  const select = (name: 'product' | 'country' | 'assignee', options: readonly FieldOption[]) =>
    html`<portico-ui-field
      kind="select"
      label=${text.term(name)}
      .options=${options}
      .value=${query[name]}
      @change=${(event: Event) => inbox.show({[name]: (event.target as HTMLInputElement).value})}
    ></portico-ui-field>`;
  return html`<div class="filters" part="filters" role="group" aria-label=${text.term('filter')}>
    ${select('product', [all, ...(program?.products ?? []).map(({name}) => ({value: name, label: name}))])}
    ${select('country', [all, ...countries])}
    ${portal?.me?.seesWholeOrg ? select('assignee', people) : nothing}
    <div class="filter-end">
      <portico-ui-checkbox
        .checked=${query.unread}
        label=${text.term('unreadOnly')}
        @change=${(event: Event) => inbox.show({unread: (event.target as HTMLInputElement).checked})}
      ></portico-ui-checkbox>
      ${countFilters(query) > 0 ? html`<button class="button" type="button" data-variant="quiet" @click=${() => inbox.clearFilters()}>${text.term('clearFilters')}</button>` : nothing}
    </div>
  </div>`;
}

function bulkBar(view: InboxView) {
  const {inbox, text} = view;
  const {chosen} = inbox;
  const {progress} = inbox.acts;
  if (progress) return html`<div class="bulk" part="selection" data-running>${text.term('working', text.number(progress.done), text.number(progress.all))}</div>`;
  const may = (act: LeadInboxAct) => chosen.filter(({actions}) => actions.includes(act));
  const button = (act: LeadInboxAct, label: string) => {
    const offers = may(act);
    return offers.length > 0 ? html`<button class="button" type="button" @click=${() => view.ask(act, offers)}>${label}</button>` : nothing;
  };
  const clear = text.term('clearSelection');
  return html`<div class="bulk" part="selection" role="group" aria-label=${text.term('selected', chosen.length)}>
    <button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${clear} title=${clear} @click=${() => inbox.selection.clear()}>${closeIcon(20)}</button>
    <span class="bulk-count figures">${text.term('selected', chosen.length)}</span>
    ${button('accept', text.term('acceptSelected'))} ${button('decline', text.term('decline'))}
    ${may('reassign').length > 0
      ? html`<portico-ui-menu .items=${[{id: 'reassign', label: text.term('reassign')}]} @portico-ui-menu-select=${() => view.ask('reassign', may('reassign'))}></portico-ui-menu>`
      : nothing}
  </div>`;
}
