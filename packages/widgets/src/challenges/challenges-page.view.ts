import {html, nothing} from 'lit';
import {connectionNote, stateOf} from '../ui/states/states.view.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {challengeList} from './challenge-list.view.ts';
import type {ChallengesTab} from './challenges.controller.ts';
import type {ChallengesView} from './challenges.view.ts';

/** The whole widget. */
export function challengesPage(view: ChallengesView) {
  const {challenges, text, portal} = view;
  const states = {status: challenges.status, error: challenges.error, portal, text, retry: () => challenges.retry()};
  const bones = html`<div class="head bones" aria-hidden="true"></div><portico-ui-skeleton kind="list" rows="4"></portico-ui-skeleton>`;
  return html`${challenges.status === 'ready' ? connectionNote(states) : nothing}${stateOf(states, bones) ?? content(view)}`;
}

function content(view: ChallengesView) {
  const {challenges, text, dialog, later} = view;
  const {tabs, tab} = challenges;
  const body = tab === 'challenges' ? challengeList(view) : laterTab(view, tab);
  return html`${head(view)}
    ${tabs.length === 1
      ? body
      : html`<portico-ui-tabs
          label=${text.term('challenges')}
          .tabs=${tabs.map(id => ({id, label: text.term(`tab_${id}`)}))}
          .selected=${tab}
          @portico-ui-tab-change=${(event: TabChangeEvent) => view.turn(event.id as ChallengesTab)}
          >${body}</portico-ui-tabs
        >`}
    ${dialog && later ? later.dialog(view, dialog) : nothing}`;
}

/** What can be redeemed, and the level by points with the way to the next one. */
function head({challenges, text}: ChallengesView) {
  const {account} = challenges;
  if (!account) return nothing;
  const {balance, reserved, nextExpiry, level, nextLevel, earned} = account;
  const from = level?.minPoints ?? 0;
  return html`<header class="head">
    <div class="has">
      <p class="small muted">${text.term('balance')}</p>
      <p class="figure" part="balance">${text.number(balance)}</p>
      <p class="facts small muted">
        ${reserved > 0 ? html`<span>${text.term('reserved', text.term('points', reserved))}</span>` : nothing}
        ${nextExpiry ? html`<span>${text.term('nextExpiry', text.term('points', nextExpiry.points), text.date(nextExpiry.at, 'date'))}</span>` : nothing}
      </p>
    </div>
    ${level || nextLevel
      ? html`<div class="level" part="level">
          <p class="small muted">${text.term('level')}</p>
          <p class="title" dir="auto" translate=${level ? 'no' : nothing}>${level?.name ?? text.term('noLevel')}</p>
          ${nextLevel
            ? html`<progress max=${nextLevel.minPoints - from} .value=${Math.max(0, earned - from)} aria-label=${text.term('level')}></progress>
                <p class="small muted">${text.term('toLevel', text.term('points', nextLevel.remaining), nextLevel.name)}</p>`
            : html`<p class="small muted">${text.term('highest')}</p>`}
        </div>`
      : nothing}
  </header>`;
}

/** Badges and rewards, as soon as they are read and their code is there. */
function laterTab(view: ChallengesView, tab: Exclude<ChallengesTab, 'challenges'>) {
  const {challenges, text, portal, later} = view;
  const bones = html`<portico-ui-skeleton kind="list" rows="4"></portico-ui-skeleton>`;
  const state = stateOf({status: challenges.tabStatus, error: challenges.error, portal, text, retry: () => challenges.retry()}, bones);
  return state ?? (later ? later[tab](view) : bones);
}
