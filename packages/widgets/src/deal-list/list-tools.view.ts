import type {DealChange} from '@portico/contract';
import {html, nothing} from 'lit';
import type {FieldOption} from '../ui/field/field.model.ts';
import {forwardIcon} from '../ui/icon/icons.ts';
import {countFilters} from './deal-list.model.ts';
import type {DealsView} from './deal-list.view.ts';

/** Above the rows: the filters, when they are shown, and deals of others that are offered to this partner. */
export function listTools(view: DealsView) {
  const {deals, filtersShown} = view;
  return html`${filtersShown ? filters(view) : nothing}${deals.query.tab === 'attention' && deals.offers.length > 0
    ? html`<div class="offers">${deals.offers.map(offer => transferOffer(view, offer))}</div>`
    : nothing}`;
}

function filters({deals, text, portal}: DealsView) {
  const {query, stages} = deals;
  const all: FieldOption = {value: '', label: text.term('all')};
  const seesAll = portal?.me?.seesWholeOrg ?? false;
  const others = (seesAll ? deals.colleagues : undefined)?.filter(({id}) => id !== portal?.me?.person?.id) ?? [];
  const select = (name: 'owner' | 'stage', options: readonly FieldOption[]) =>
    html`<portico-ui-field
      kind="select"
      name=${name}
      label=${text.term(name)}
      .options=${options}
      .value=${query[name]}
      @change=${(event: Event) => deals.show({[name]: (event.target as HTMLInputElement).value})}
    ></portico-ui-field>`;
  return html`<div class="filters" part="filters" role="group" aria-label=${text.term('filter')}>
    ${seesAll ? select('owner', [all, {value: 'me', label: text.term('me')}, ...others.map(({id, name}) => ({value: id, label: name}))]) : nothing}
    ${select('stage', [all, ...stages.map(({key, name}) => ({value: key, label: name}))])}
    ${countFilters(query) > 0
      ? html`<div class="filter-end"><button class="button" type="button" data-variant="quiet" @click=${() => deals.clearFilters()}>${text.term('clearFilters')}</button></div>`
      : nothing}
  </div>`;
}

function transferOffer({deals, text}: DealsView, offer: DealChange) {
  // One of its own comes without a name: the deal has it.
  const own = offer.customerName === null;
  return html`<div class="request" data-offer=${offer.id}>
    ${forwardIcon()}
    <p class="words"><span class="strong">${own ? text.term('openChange_transfer') : text.term('offer', offer.customerName ?? '')}</span><br /><bdi class="muted">${offer.note}</bdi></p>
    ${own ? html`<button class="button" type="button" data-act="show" @click=${() => deals.openById(offer.dealRegistrationId)}>${text.term('show')}</button>` : answers(offer, deals, text)}
  </div>`;
}

function answers(offer: DealChange, deals: DealsView['deals'], text: DealsView['text']) {
  return html`<span class="answers">
    <button class="button" type="button" data-act="refuse" @click=${() => deals.answerOffer(offer, 'refuse')}>${text.term('do_refuse')}</button>
    <button class="button" type="button" data-act="agree" @click=${() => deals.answerOffer(offer, 'agree')}>${text.term('agree')}</button>
  </span>`;
}
