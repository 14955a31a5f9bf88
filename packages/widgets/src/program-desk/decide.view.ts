import type {LevelChange, PointsHold} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {eventWords} from '../base/standing-text.ts';
import {successIcon} from '../ui/icon/icons.ts';
import type {DeskView} from './program-desk.view.ts';

/** Promotions and points that wait for a decision, and levels at risk. */
export function decideTab(view: DeskView) {
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
      ${findings.map(({kind, count, of, customer, signs = []}) => html`<p class="small">${text.term(`finding_${kind}`, text.number(count), text.number(of), customer ?? '')} ${signs.length > 0 ? text.term('inCommon', text.list(signs.map(sign => text.term(`sign_${sign}`)), {type: 'conjunction'})) : nothing}</p>`)}
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
