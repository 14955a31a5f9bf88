import type {DealRegistration, SimilarDeal} from '@portico/contract';
import {dealTabOf, type DealStatus} from '@portico/contract/deal-transitions';
import {html, nothing} from 'lit';
import {dealTones} from '../../ui/deal-tones.ts';
import {checkIcon, warningIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import type {Beginning} from './detail.events.ts';
import {actionsOf, type DealReviewAction, type Reader} from '../deal-review.model.ts';
import {toCountryName, wordFor, type Words} from '../deal-review.words.ts';
import {comparedFacts, leadOf, sideOfDeal, sideOfOther, type Other, type Side} from './similar.model.ts';

/** What the comparison is drawn from. */
export interface SimilarView {
  readonly deal: DealRegistration;
  readonly items: readonly SimilarDeal[] | undefined;
  readonly chosen: SimilarDeal | undefined;
  /** The chosen one in full, once it was read. */
  readonly other: Other;
  readonly failed: boolean;
  readonly reader: Reader;
  readonly text: Words;
  readonly choose: (id: string) => void;
  readonly begin: (action: DealReviewAction, input: Beginning) => void;
}

/** This registration beside another or an account that looks like the same customer, with what matched marked in both. */
export function renderSimilar(view: SimilarView) {
  const {items, chosen, text} = view;
  if (!items) return view.failed ? nothing : html`<section><portico-ui-skeleton rows="3"></portico-ui-skeleton></section>`;
  return html`<section aria-labelledby="similar">
    <h4 id="similar">${text.term('similarTitle')}${items.length > 0 ? html` <span class="figures">${text.number(items.length)}</span>` : nothing}</h4>
    ${chosen ? html`${items.length > 1 ? renderChoice(view, items, chosen) : nothing} ${renderPair(view, chosen)}` : html`<p class="muted">${text.term('noSimilar')}</p>`}
  </section>`;
}

function renderChoice({text, choose}: SimilarView, items: readonly SimilarDeal[], chosen: SimilarDeal) {
  const label = ({label: name, partnerName, customerName, kind}: SimilarDeal) => [name, kind === 'account' ? text.term('account') : customerName, partnerName].filter(Boolean).join(' · ');
  return html`<portico-ui-menu
    class="pair-choice"
    variant="secondary"
    .items=${items.map(item => ({id: item.id, label: label(item), checked: item.id === chosen.id}))}
    @portico-ui-menu-select=${({id}: MenuSelectEvent) => choose(id)}
    ><span><span class="muted">${text.term('choosePair')}</span> <bdi>${label(chosen)}</bdi></span></portico-ui-menu
  >`;
}

function renderPair(view: SimilarView, chosen: SimilarDeal) {
  const {deal, other, text} = view;
  const [mine, theirs] = [sideOfDeal(deal), sideOfOther(chosen, other)];
  const lead = leadOf(mine, theirs);
  const matched = new Set<string>(chosen.matches);
  const facts = (Object.keys(comparedFacts) as (keyof Side)[]).filter(name => name !== 'status');
  const isMatch = (name: keyof Side) => comparedFacts[name].some(match => matched.has(match));
  const column = (side: Side, heading: string, label: string | null, kind: 'deal' | 'account') => html`<div class="side" role="group" aria-label=${[heading, label].filter(Boolean).join(' · ')}>
    <h5>${heading}${label ? html` · <bdi class=${kind === 'deal' ? 'number' : 'name'}>${label}</bdi>` : nothing}</h5>
    <p class="side-status">${renderStatus(side.status, kind, text)}</p>
    <dl>
      ${facts.map(name => {
        const shown = toShown(name, side, text);
        // A row that neither side knows is left out of both, so that the rows stay beside each other.
        if (shown === undefined && toShown(name, mine, text) === undefined && toShown(name, theirs, text) === undefined) return nothing;
        const matches = isMatch(name) && shown !== undefined;
        return html`<div ?data-match=${matches}>
          <dt>${toName(name, text)}${matches ? html` <span class="match">${checkIcon()}${text.term('match')}</span>` : nothing}</dt>
          <dd dir="auto">${shown ?? text.term('none')}</dd>
        </div>`;
      })}
    </dl>
  </div>`;
  return html`<p class="certainty" data-certainty=${chosen.certainty}>
      <strong>${text.term(`certainty_${chosen.certainty}`)}</strong> <span class="muted">${text.term('matched', text.list(chosen.matches.map(match => text.term(`match_${match}`))))}</span>
    </p>
    ${lead === undefined || lead === 0 ? nothing : html`<p>${text.term(lead > 0 ? 'firstHere' : 'firstThere', text.duration(lead))}</p>`}
    ${
      chosen.conflicts || (chosen.kind === 'registration' && isOpen(chosen.status as DealStatus))
        ? html`<p class=${chosen.conflicts ? 'attention' : 'muted'}>${chosen.conflicts ? warningIcon() : nothing}<span>${text.term(chosen.conflicts ? 'conflicts' : 'noConflict')}</span></p>`
        : nothing
    }
    ${view.failed ? html`<p class="muted">${text.term('cannotCompare')}</p>` : nothing}
    <div class="sides">
      ${column(mine, text.term('thisOne'), deal.number, 'deal')}
      ${column(theirs, text.term(chosen.kind === 'account' ? 'account' : 'theOther'), chosen.label, chosen.kind === 'account' ? 'account' : 'deal')}
    </div>
    ${renderPairActions(view, chosen)}`;
}

function renderPairActions({deal, reader, text, begin, other}: SimilarView, chosen: SimilarDeal) {
  const actions = actionsOf(deal, reader);
  const isRegistration = chosen.kind === 'registration';
  const sameOrg = other !== undefined && 'deal' in other && other.deal.partnerOrg.id === deal.partnerOrg.id;
  const mayOpen = isRegistration && chosen.conflicts && !sameOrg && !deal.review?.conflictCaseId && isOpen(deal.status) && isOpen(chosen.status as DealStatus);
  const button = (action: DealReviewAction, label: 'pairDuplicate' | 'pairConflict' | 'pairApprove', input: Beginning) =>
    html`<button class="button" type="button" @click=${() => begin(action, input)}>${text.term(label)}</button>`;
  const shown = [
    isRegistration && actions.has('mark_duplicate') ? button('mark_duplicate', 'pairDuplicate', {otherId: chosen.id}) : nothing,
    mayOpen ? button('open_conflict', 'pairConflict', {otherId: chosen.id, preset: true}) : nothing,
    actions.has('approve') && (chosen.conflicts || !isRegistration) ? button('approve', 'pairApprove', {}) : nothing,
  ];
  return shown.every(each => each === nothing) ? nothing : html`<p class="row-actions">${shown}</p>`;
}

function isOpen(status: DealStatus): boolean {
  const tab = dealTabOf(status);
  return tab === 'in_review' || tab === 'protected';
}

function renderStatus(status: string, kind: 'deal' | 'account', text: Words) {
  if (kind === 'account') return html`<portico-ui-badge tone=${status === 'prospect' ? 'neutral' : 'warning'}>${wordFor(text, 'standing_', status) ?? status}</portico-ui-badge>`;
  return html`<portico-ui-badge tone=${dealTones[status as DealStatus]}>${wordFor(text, 'status_', status) ?? status}</portico-ui-badge>`;
}

function toName(name: keyof Side, text: Words): string {
  const names = {
    name: 'field_customer.name', website: 'field_customer.website', taxId: 'field_customer.taxId', country: 'field_customer.country', email: 'field_contact.email', phone: 'field_contact.phone',
    products: 'field_lines', amount: 'row_amount', partner: 'partner', submittedAt: 'row_submitted', status: 'row_status',
  } as const;
  return text.term(names[name]);
}

/** What a side says of a fact; `undefined` where it says nothing. */
function toShown(name: keyof Side, side: Side, text: Words): string | undefined {
  const value = side[name];
  if (value === null || value === undefined) return undefined;
  if (name === 'country') return toCountryName(String(value), text.lang());
  if (name === 'submittedAt') return text.date(String(value), 'dateTime');
  if (name === 'amount' && side.amount) return text.money(side.amount);
  if (name === 'products') return side.products && side.products.length > 0 ? text.list(side.products) : text.term('noLines');
  return String(value);
}
