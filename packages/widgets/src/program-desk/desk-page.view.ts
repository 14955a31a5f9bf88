import type {LevelChange, PointsHold, PointsRule} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {capWords, formulaWords} from '../base/rule-text.ts';
import {eventWords} from '../base/standing-text.ts';
import {successIcon} from '../ui/icon/icons.ts';
import {connectionNote, stateOf} from '../ui/states/states.view.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {boardsTab} from './boards.view.ts';
import type {ProgramDeskTab} from './program-desk.controller.ts';
import type {DeskView} from './program-desk.view.ts';

const tabs: readonly ProgramDeskTab[] = ['decide', 'rules', 'boards'];

/** The whole desk. */
export function deskPage(view: DeskView) {
  const {desk, portal, text, tab} = view;
  const states = {status: desk.status, error: desk.error, portal, text, retry: () => desk.retry()};
  const state = stateOf(states, html`<portico-ui-skeleton kind="list" rows="6"></portico-ui-skeleton>`);
  if (desk.status === 'forbidden') return state;
  const waiting = desk.changes.filter(({kind}) => kind === 'promotion').length + desk.holds.length;
  return html`<portico-ui-tabs
      label=${text.term('desk')}
      .tabs=${tabs.map(id => ({id, label: text.term(`tab_${id}`), ...(id === 'decide' && waiting > 0 ? {count: text.number(waiting)} : {})}))}
      .selected=${tab}
      @portico-ui-tab-change=${(event: TabChangeEvent) => view.turn(event.id as ProgramDeskTab)}
    >
      ${desk.status === 'ready' ? connectionNote(states) : nothing}${state ?? (tab === 'decide' ? decideTab(view) : tab === 'rules' ? rulesTab(view) : boardsTab(view))}
    </portico-ui-tabs>
    ${view.dialog && view.later ? view.later.deskDialog(view, view.dialog) : nothing}`;
}

function decideTab(view: DeskView) {
  const {desk, text} = view;
  const [promotions, risks] = [desk.changes.filter(({kind}) => kind === 'promotion'), desk.changes.filter(({kind}) => kind === 'demotion')];
  if (desk.changes.length + desk.holds.length === 0) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term('nothingToDecide')} text=${text.term('nothingToDecideText')}><span slot="icon">${successIcon(20)}</span></portico-ui-empty-state>
    </slot>`;
  }
  const change = (each: LevelChange) => changeRow(view, each);
  return html`${group(text.term('waiting'), promotions, change)}${group(text.term('held'), desk.holds, hold => holdRow(view, hold))}${group(text.term('atRisk'), risks, change)}`;
}

function group<Row extends {readonly id: string}>(heading: string, rows: readonly Row[], draw: (row: Row) => TemplateResult) {
  if (rows.length === 0) return nothing;
  return html`<section aria-label=${heading}>
    <h3 class="group">${heading}</h3>
    <ul>${repeat(rows, ({id}) => id, draw)}</ul>
  </section>`;
}

/** Points that wait, with what was found. */
function holdRow(view: DeskView, hold: PointsHold) {
  const {desk, text, busy} = view;
  const {partnerOrg, event, findings} = hold;
  return html`<li class="row" part="row" data-id=${hold.id}>
    <div class="what">
      <p><strong dir="auto" translate="no">${partnerOrg.name}</strong> <span>${eventWords(text, event.event)}</span>${event.amount ? html` <span class="figures">${text.money(event.amount)}</span>` : nothing} <span class="small muted">${text.date(event.occurredAt, 'date')}</span></p>
      ${findings.map(({kind, count, of, customer}) => html`<p class="small">${text.term(`finding_${kind}`, text.number(count), text.number(of), customer ?? '')}</p>`)}
    </div>
    ${desk.decidesPoints
      ? html`<div class="acts">
          <button class="button" type="button" data-act="release" aria-label=${text.term('releaseOf', partnerOrg.name)} ?disabled=${busy} @click=${() => view.release(hold)}>${text.term('release')}</button>
          <button class="button" type="button" data-variant="quiet" data-act="deny" aria-label=${text.term('denyOf', partnerOrg.name)} ?disabled=${busy} @click=${() => view.ask({kind: 'deny', hold})}>${text.term('deny')}</button>
        </div>`
      : nothing}
  </li>`;
}

function changeRow(view: DeskView, change: LevelChange) {
  const {desk, text, busy} = view;
  const {partnerOrg, status, fromLevelId, toLevelId, graceUntil, createdAt} = change;
  const nameOf = (id: string | null) => desk.levelName(id) ?? text.term('noLevel');
  const day = (instant: string) => text.date(instant, 'date');
  const isWaiting = status === 'eligible' || status === 'proposed';
  const first = desk.decides ? 'approve' : status === 'eligible' && desk.may('level_change:write') ? 'propose' : undefined;
  return html`<li class="row" part="row" data-id=${change.id}>
    <div class="what">
      <p><strong dir="auto" translate="no">${partnerOrg.name}</strong> <span>${text.term('fromTo', nameOf(fromLevelId), nameOf(toLevelId))}</span></p>
      <p class="small muted">
        ${isWaiting ? html`${text.term(`status_${status}`)} ${text.term('since', day(createdAt))}` : graceUntil === null ? nothing : text.term('keptUntil', nameOf(fromLevelId), day(graceUntil))}
      </p>
    </div>
    ${isWaiting && first
      ? html`<div class="acts">
          <button class="button" type="button" data-act=${first} aria-label=${text.term(`${first}Of`, partnerOrg.name)} ?disabled=${busy} @click=${() => view.decide(first, change)}>${text.term(first)}</button>
          ${desk.decides ? html`<button class="button" type="button" data-variant="quiet" data-act="reject" aria-label=${text.term('rejectOf', partnerOrg.name)} ?disabled=${busy} @click=${() => view.ask({kind: 'reject', change})}>${text.term('reject')}</button>` : nothing}
        </div>`
      : nothing}
  </li>`;
}

function rulesTab(view: DeskView) {
  const {desk, text} = view;
  if (desk.rules.length === 0) return html`<portico-ui-empty-state heading=${text.term('noRules')} text=${text.term('noRulesText')}></portico-ui-empty-state>`;
  return html`<ul>
    ${repeat(
      desk.rules,
      ({id}) => id,
      rule => ruleRow(view, rule),
    )}
  </ul>`;
}

function ruleRow(view: DeskView, rule: PointsRule) {
  const {desk, text, busy} = view;
  const {name, published, draft} = rule;
  const terms = published?.terms ?? draft;
  return html`<li class="row" part="row" data-id=${rule.id}>
    <div class="what">
      <p><strong dir="auto" translate="no">${name}</strong> ${published ? html`<span class="small muted">${text.term('inForce', text.number(published.number))}</span>` : html`<span class="small muted">${text.term('notInForce')}</span>`}</p>
      ${terms ? html`<p class="small muted">${eventWords(text, terms.event)}: ${formulaWords(text, terms)}, ${capWords(text, terms)}</p>` : nothing}
      ${draft && published ? html`<p class="small">${text.term('draft')}: ${formulaWords(text, draft)}, ${capWords(text, draft)}</p>` : nothing}
    </div>
    ${draft && desk.may('points_rule:write')
      ? html`<div class="acts"><button class="button" type="button" data-act="preview" aria-label=${text.term('previewOf', name)} ?disabled=${busy} @click=${() => view.ask({kind: 'publish', rule})}>${text.term('preview')}</button></div>`
      : nothing}
  </li>`;
}
