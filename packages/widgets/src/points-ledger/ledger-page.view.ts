import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PortalController} from '../portal/portal.controller.ts';
import {connectionNote, stateOf} from '../ui/states/states.view.ts';
import {inboxIcon, searchIcon} from '../ui/icon/icons.ts';
import {entryRow, type EntryView, signed, type Text} from './entry.view.ts';
import type {PointsLedgerController} from './points-ledger.controller.ts';
import {type LedgerPeriod, type Month, monthsOf, sumOf} from './points-ledger.model.ts';

/** What the page draws from. */
export interface LedgerView {
  readonly ledger: PointsLedgerController;
  readonly portal: PortalController | undefined;
  readonly text: Text;
  readonly now: number;
  go(id: string): void;
  show(query: {readonly period?: LedgerPeriod; readonly ruleId?: string}): void;
}

const periods: readonly LedgerPeriod[] = ['all', 'month', 'quarter', 'year'];

/** The whole ledger. */
export function ledgerPage(view: LedgerView) {
  const {ledger, text, portal} = view;
  const states = {status: ledger.status, error: ledger.error, portal, text, retry: () => ledger.retry()};
  const bones = html`<div class="head bones" aria-hidden="true"></div><portico-ui-skeleton kind="list" rows="10"></portico-ui-skeleton>`;
  return html`${ledger.status === 'ready' ? connectionNote(states) : nothing}${stateOf(states, bones) ?? content(view)}`;
}

function content(view: LedgerView) {
  const {ledger, text} = view;
  const isFiltered = ledger.period !== 'all' || ledger.ruleId !== '';
  if (ledger.entries.length === 0 && !isFiltered) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term('empty')} text=${text.term('emptyText')}><span slot="icon">${inboxIcon(20)}</span></portico-ui-empty-state>
    </slot>`;
  }
  return html`${head(view)}
    <div class="body" ?data-loading=${ledger.loading} aria-busy=${ledger.loading}>${ledger.entries.length === 0 ? nothingHere(view) : rows(view)}</div>`;
}

function head(view: LedgerView) {
  const {ledger, text} = view;
  const {summary, ruleId, period} = ledger;
  const rule = summary?.byRule.find(each => each.ruleId === ruleId);
  const what = [rule?.ruleName, period === 'all' ? undefined : text.term(`period_${period}`)].filter(word => word !== undefined);
  const expiry = summary?.nextExpiry;
  return html`<header class="head">
    <div class="sum">
      <p class="small muted">${what.length > 0 ? text.term('totalOf', text.list(what)) : text.term('total')}</p>
      <p class="figure" part="total">${text.number(ledger.total)}</p>
      ${what.length === 0
        ? html`<p class="small muted more">
            ${!summary || summary.unexpired === summary.total ? nothing : html`${text.term('unexpired', text.number(summary.unexpired))}. `}${expiry ? text.term('nextExpiry', text.term('points', expiry.points), text.date(expiry.at, {day: 'numeric', month: 'short', year: 'numeric'})) : nothing}
          </p>`
        : nothing}
    </div>
    <div class="filters">
      <portico-ui-menu
        label=${`${text.term('filter')}${text.colon}${rule?.ruleName ?? text.term('allRules')}`}
        .items=${[{id: '', label: text.term('allRules'), checked: ruleId === ''}, ...(summary?.byRule ?? []).map(each => ({id: each.ruleId, label: `${each.ruleName} (${text.number(each.points)})`, checked: each.ruleId === ruleId}))]}
        @portico-ui-menu-select=${(event: Event & {id: string}) => view.show({ruleId: event.id})}
        >${rule?.ruleName ?? text.term('allRules')}</portico-ui-menu
      >
      <portico-ui-menu
        label=${`${text.term('period')}${text.colon}${text.term(`period_${period}`)}`}
        .items=${periods.map(id => ({id, label: text.term(`period_${id}`), checked: id === period}))}
        @portico-ui-menu-select=${(event: Event & {id: string}) => view.show({period: event.id as LedgerPeriod})}
        >${text.term(`period_${period}`)}</portico-ui-menu
      >
    </div>
  </header>`;
}

function nothingHere({ledger, text, show}: LedgerView) {
  if (ledger.loading) return html`<portico-ui-skeleton kind="list" rows="3"></portico-ui-skeleton>`;
  return html`<portico-ui-empty-state heading=${text.term('noMatch')} text=${text.term('noMatchText')}>
    <span slot="icon">${searchIcon(20)}</span>
    <button slot="actions" class="button" type="button" @click=${() => show({period: 'all', ruleId: ''})}>${text.term('showAll')}</button>
  </portico-ui-empty-state>`;
}

function rows(view: LedgerView) {
  const {ledger, text, now} = view;
  const {entries, hasMore, timeZone} = ledger;
  const month = new Intl.DateTimeFormat('en-CA', {year: 'numeric', month: '2-digit', timeZone});
  const known = new Map(entries.map(entry => [entry.id, entry]));
  const rowsView: EntryView = {text, rules: ledger.rules, now, known, go: view.go};
  return html`${repeat(
      monthsOf(entries, instant => month.format(new Date(instant)), hasMore),
      ({key}) => key,
      group => monthRows(rowsView, group),
    )}
    ${hasMore
      ? html`<button class="button more" type="button" ?disabled=${ledger.loading} @click=${() => ledger.showMore()}>${text.term(ledger.loading ? 'loading' : 'showMore')}</button>`
      : html`<p class="end small muted" part="sum">${text.term('sum', entries.length, text.term('points', sumOf(entries)))}</p>`}`;
}

function monthRows(view: EntryView, {key, entries, points, isWhole}: Month) {
  const {text} = view;
  const name = text.date(`${key}-15T12:00:00Z`, {month: 'long', year: 'numeric', timeZone: 'UTC'});
  return html`<section class="month" aria-label=${isWhole ? text.term('month', name, text.term('points', points)) : name}>
    <h3 class="month-head"><span>${name}</span>${isWhole ? html`<span class="figures">${signed(text, points)}</span>` : nothing}</h3>
    <ul>
      ${repeat(
        entries,
        ({id}) => id,
        entry => entryRow(view, entry),
      )}
    </ul>
  </section>`;
}
