import {html, nothing} from 'lit';
import type {FieldOption} from '../ui/field/field.model.ts';
import {closeIcon} from '../ui/icon/icons.ts';
import {countFilters, type LeadInboxAct} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {countryName} from './lead-text.ts';

/** Above the rows: the filters, when they are shown, and what can be done with the rows that are chosen. */
export function listTools(view: InboxView) {
  const {inbox, filtersShown} = view;
  return html`${filtersShown ? filters(view) : nothing}${inbox.chosen.length > 0 || inbox.acts.progress ? bulkBar(view) : nothing}`;
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
