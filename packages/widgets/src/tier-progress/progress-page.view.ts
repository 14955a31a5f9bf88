import {html, nothing} from 'lit';
import {connectionNote, stateOf} from '../ui/states/states.view.ts';
import {infoIcon, inboxIcon, successIcon, warningIcon} from '../ui/icon/icons.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {benefits} from './benefits.view.ts';
import {requirements} from './requirements.view.ts';
import type {TierProgressView} from './tier-progress.view.ts';

/** The whole widget. */
export function progressPage(view: TierProgressView) {
  const {tiers, text, portal} = view;
  const states = {status: tiers.status, error: tiers.error, portal, text, retry: () => tiers.retry()};
  const bones = html`<portico-ui-skeleton class="bones" kind="detail" rows="9"></portico-ui-skeleton>`;
  return html`${tiers.status === 'ready' ? connectionNote(states) : nothing}${stateOf(states, bones) ?? content(view)}`;
}

function content(view: TierProgressView) {
  const {tiers, text, later, levelId} = view;
  if (!tiers.standing || !tiers.policy || tiers.levels.length === 0) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term('empty')} text=${text.term('emptyText')}><span slot="icon">${inboxIcon(20)}</span></portico-ui-empty-state>
    </slot>`;
  }
  return html`${head(view)}
    <portico-ui-tabs
      label=${text.term('levels')}
      .tabs=${tiers.levels.map(({id, name}) => ({id, label: id === tiers.standing?.levelId ? text.term('isYours', name) : name}))}
      .selected=${levelId}
      @portico-ui-tab-change=${(event: TabChangeEvent) => view.look(event.id)}
    >
      <div class="columns">
        ${requirements(view)}
        <div class="side">${later ? later.whatIf(view) : html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>`} ${benefits(view)}</div>
      </div>
    </portico-ui-tabs>`;
}

function head(view: TierProgressView) {
  const {tiers, text} = view;
  const level = tiers.findLevel(tiers.standing?.levelId);
  return html`<header class="head">
    <p class="small muted">${text.term('yourLevel')}</p>
    <p class="figure" part="level" dir="auto" translate=${level ? 'no' : nothing}>${level?.name ?? text.term('noLevel')}</p>
    ${notice(view)}
  </header>`;
}

/** What is under way: a promotion that waits, a level that is at risk. */
function notice({tiers, text}: TierProgressView) {
  const {standing, policy} = tiers;
  const change = standing?.change;
  const nameOf = (id: string | null | undefined) => tiers.findLevel(id)?.name ?? text.term('noLevel');
  const day = (instant: string | null) => (instant === null ? '' : text.date(instant, {day: 'numeric', month: 'short', year: 'numeric', timeZone: policy?.terms.timeZone}));
  const words =
    change?.status === 'at_risk' ? text.term('change_at_risk', nameOf(change.fromLevelId), day(change.graceUntil))
    : change?.status === 'approved' ? text.term('change_approved', nameOf(change.toLevelId), day(change.effectiveFrom))
    : change?.status === 'proposed' || change?.status === 'eligible' ? text.term(`change_${change.status}`, nameOf(change.toLevelId))
    : undefined;
  if (words === undefined) return nothing;
  const isRisk = change?.status === 'at_risk';
  return html`<p class="notice" part="notice" data-tone=${isRisk ? 'warning' : 'info'}>${isRisk ? warningIcon() : change?.status === 'approved' ? successIcon() : infoIcon()}<span>${words}</span></p>`;
}
