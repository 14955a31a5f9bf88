import {html, nothing} from 'lit';
import {safeUrl} from '../base/safe-url.ts';
import {connectionNote, stateOf} from '../ui/states/states.view.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {chevronStartIcon, inboxIcon} from '../ui/icon/icons.ts';
import {boardTable, ownOnly} from './board-table.view.ts';
import {periodWords} from './board-text.ts';
import {bones} from './bones.view.ts';
import type {ShownStandings} from './leaderboard.controller.ts';
import type {LeaderboardView} from './leaderboard.view.ts';

/** So many boards have a tab each; more are in a menu. */
const mostTabs = 4;

/** Whether there are more boards to choose from than tabs have room for. */
export function isInMenu({board: {boards}, fixed}: Pick<LeaderboardView, 'board' | 'fixed'>): boolean {
  return !fixed && boards.length > mostTabs;
}

/** The whole leaderboard. */
export function boardPage(view: LeaderboardView) {
  const {board, text, portal, fixed} = view;
  const {boards} = board;
  const states = {status: board.status, error: board.error, portal, text, retry: () => board.retry()};
  const body = html`${board.status === 'ready' ? connectionNote(states) : nothing}${stateOf(states, bones(!fixed && boards.length === 0)) ?? content(view)}`;
  const id = board.board?.id ?? '';
  if (fixed || boards.length < 2 || isInMenu(view)) return body;
  return html`<portico-ui-tabs
    label=${text.term('boards')}
    .tabs=${boards.map(each => ({id: each.id, label: each.name}))}
    .selected=${id}
    @portico-ui-tab-change=${(event: TabChangeEvent) => view.choose(event.id)}
    >${body}</portico-ui-tabs
  >`;
}

function content(view: LeaderboardView) {
  const {board, text} = view;
  const {standings, board: chosen} = board;
  if (!standings || !chosen) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term('empty')} text=${text.term('emptyText')}><span slot="icon">${inboxIcon(20)}</span></portico-ui-empty-state>
    </slot>`;
  }
  return html`${head(view, standings)}
    ${board.isOut ? html`<p class="note" role="status">${text.term('outNote')}</p>` : nothing}
    <div class="body" ?data-loading=${board.loading} aria-busy=${board.loading}>
      ${standings.rows.length > 0
        ? html`<div class="scroll" part="list" role="region" aria-label=${chosen.name} tabindex="0">
            ${boardTable(text, standings)}
            ${board.hasMore ? html`<button class="button more" type="button" data-variant="quiet" @click=${() => board.showMore()}>${text.term('showMore')}</button>` : nothing}
          </div>`
        : nothing}
      ${board.isOut ? nothing : ownOnly(text, standings, chosen)} ${standings.rows.length === 0 && standings.own === null ? html`<p class="alone muted">${text.term('noResult')}</p>` : nothing}
    </div>
    ${foot(view, standings)}${view.disputed && view.later ? view.later.disputeDialog(view, view.disputed) : nothing}`;
}

function head(view: LeaderboardView, standings: ShownStandings) {
  const {board, text, fixed} = view;
  const {boards, board: chosen} = board;
  const hasTabs = !fixed && boards.length > 1 && !isInMenu(view);
  const within = chosen?.within ?? 'all';
  return html`<header class="head">
    ${(isInMenu(view) && view.later?.boardsMenu(view)) ||
      html`<h2 class=${hasTabs ? 'visually-hidden' : 'title'} dir="auto" translate="no">${chosen?.name}</h2>`}
    ${periodSwitch(view, standings)}
    <span class="facts small muted">
      ${ends(view, standings)} ${standings.participants === null ? nothing : html`<span>${text.term('participants', standings.participants)}</span>`}
      ${chosen?.isNormalised ? html`<span>${text.term('ofMedian', '%')}</span>` : within === 'all' ? nothing : html`<span>${text.term(`within_${within}`)}</span>`}
    </span>
    ${outcome(view, standings)}
    ${board.hasNews
      ? html`<span class="news small" role="status">${text.term('changed')} <button class="link" type="button" @click=${() => board.settle()}>${text.term('show')}</button></span>`
      : nothing}
  </header>`;
}

function periodSwitch(view: LeaderboardView, {period: {key, from, until}}: ShownStandings) {
  const {text, now} = view;
  const words = html`<span class="period" aria-live="polite">${periodWords(text, key)}</span>`;
  if (from === null || until === null) return words;
  const isPresent = Date.parse(until) > now;
  const isNextPresent = Date.parse(until) + (Date.parse(until) - Date.parse(from)) > now;
  return html`<span class="switch">
    <button class="button" data-icon-only data-variant="quiet" data-act="earlier" type="button" aria-label=${text.term('earlier')} title=${text.term('earlier')} @click=${() => view.go(new Date(Date.parse(from) - 1).toISOString())}>${chevronStartIcon()}</button
    >${words}<button class="button later" data-icon-only data-variant="quiet" data-act="later" type="button" aria-label=${text.term('later')} title=${text.term('later')} ?disabled=${isPresent} @click=${() => view.go(isNextPresent ? '' : until)}>${chevronStartIcon()}</button>
  </span>`;
}

function ends({text, now}: LeaderboardView, {period: {until}, result}: ShownStandings) {
  if (result) return html`<span>${text.term(`result_${result.status}`)}</span>`;
  if (until === null) return nothing;
  const left = Date.parse(until) - now;
  return html`<span>${left > 0 ? text.term('endsIn', text.duration(left)) : text.term('ended')}</span>`;
}

/** What the reader won, and what can be said of a result that is not verified yet. */
function outcome({board, text, askDispute}: LeaderboardView, {result}: ShownStandings) {
  if (!result) return nothing;
  const {disputable} = board;
  return html`${result.own?.prize ? html`<strong class="prize small">${text.term('prize', result.own.prize)}</strong>` : nothing}
  ${result.openDisputes > 0 ? html`<span class="small muted">${text.term('disputed')}</span>` : disputable ? html`<button class="link small" type="button" data-act="dispute" @click=${() => askDispute(disputable)}>${text.term('dispute')}</button>` : nothing}`;
}

function foot(view: LeaderboardView, {board: {metric}, own}: ShownStandings) {
  const {board, text, ledgerHref, later} = view;
  const isPoints = metric === 'points';
  const points = own?.rawValue ?? own?.value ?? null;
  const why = !isPoints || ledgerHref === '' || points === null ? nothing : html`<a href=${safeUrl(ledgerHref) ?? nothing}>${text.term('why', text.number(points))}</a>`;
  const fold = (name: string, summary: string, open: () => void, content: unknown) => html`<details class="how" data-fold=${name} @toggle=${open}><summary>${summary}</summary>${content}</details>`;
  const openRules = () => {
    board.wantRules();
    view.unfold();
  };
  const how = isPoints && board.maySeeRules ? fold('how', text.term('how'), openRules, later && board.wantsRules ? later.rules(view) : nothing) : nothing;
  const openPeople = () => {
    board.wantPeople();
    view.unfold();
  };
  const ofOwn = board.isOwnCompany
    ? html`${fold('people', text.term('people'), openPeople, later && board.wantsPeople ? later.people(view) : nothing)}${fold('taking', text.term('taking'), () => view.unfold(), later ? later.taking(view) : nothing)}`
    : nothing;
  return how === nothing && why === nothing && ofOwn === nothing ? nothing : html`<footer class="foot small">${how}${ofOwn}${why}</footer>`;
}
