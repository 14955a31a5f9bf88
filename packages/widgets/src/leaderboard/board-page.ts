import type {BoardResult, BoardStandings} from '@portico/contract';
import {html, nothing, type ReactiveController} from 'lit';
import {LaterPart} from '../base/later-part.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import {safeUrl} from '../base/safe-url.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {boardPage, isInMenu} from './board-page.view.ts';
import type {Text} from './board-text.ts';
import type {LeaderboardController} from './leaderboard.controller.ts';
import {LeaderboardSelectEvent} from './leaderboard.events.ts';
import type {LaterViews} from './leaderboard.view.ts';
import {RowMotion} from './row-motion.ts';

/** The leaderboard's element, as its page needs it. */
export interface BoardHost extends PortalWidget {
  readonly board: LeaderboardController;
  boardId: string;
  at: string;
  readonly fixed: boolean;
  readonly ledgerHref: string;
}

/** The page of a leaderboard: what it draws, and what it does when somebody acts. */
export class BoardPage implements ReactiveController {
  readonly #host: BoardHost;
  readonly #text: Text;
  readonly #later: LaterPart<LaterViews>;
  readonly #clock: WidgetClock;
  readonly #motion: RowMotion;
  #drawn: BoardStandings | undefined;
  #said = '';
  #disputed: BoardResult | undefined;
  #dialogOpen = false;

  constructor(host: BoardHost, text: Text) {
    this.#host = host;
    this.#text = text;
    this.#later = new LaterPart<LaterViews>(host, {load: async () => (await import('./leaderboard.later.ts')).laterPart(), text, stands: () => host.board.disputable !== undefined || isInMenu(host)});
    this.#clock = new WidgetClock(host);
    this.#motion = new RowMotion(() => host.renderRoot.querySelectorAll<HTMLElement>('tr.row'));
    host.addController(this);
    host.addEventListener('pointerleave', this.#onLetGo);
    host.addEventListener('focusout', this.#onLetGo);
  }

  hostUpdate() {
    // Before the rows change: where they are now.
    if (this.#drawn && this.#host.board.standings !== this.#drawn) this.#motion.measure();
  }

  hostUpdated() {
    const {standings} = this.#host.board;
    if (standings !== this.#drawn) this.#motion.play();
    this.#drawn = standings;
  }

  /** Whether somebody has the rows in hand. */
  get isTouched(): boolean {
    return this.#host.renderRoot.querySelector('.scroll:hover, .scroll:focus-visible, .scroll:has(:focus-visible)') !== null || this.#isSelecting();
  }

  draw() {
    const host = this.#host;
    return html`${boardPage({
        host,
        board: host.board,
        portal: host.portal,
        text: this.#text,
        now: this.#clock.now,
        fixed: host.fixed,
        ledgerHref: safeUrl(host.ledgerHref) ?? '',
        choose: id => this.#choose(id),
        go: at => (host.at = at),
        later: this.#later.views,
        disputed: this.#disputed,
        dialogOpen: this.#dialogOpen,
        unfold: () => void this.#unfold(),
        askDispute: result => void this.#askDispute(result),
        closeDialog: () => this.#showDialog(false),
      })}
      <div class="visually-hidden" role="status">${this.#said || nothing}</div>`;
  }

  /** Screen readers hear of the reader's own rank alone. */
  sayRank(now: BoardStandings, before: BoardStandings) {
    const rank = now.own?.rank ?? null;
    if (rank !== null && rank !== (before.own?.rank ?? null)) this.#said = this.#text.term('nowRank', this.#text.number(rank));
  }

  #choose(id: string) {
    const host = this.#host;
    host.boardId = id;
    host.at = '';
    const chosen = host.board.boards.find(each => each.id === id);
    if (chosen) host.dispatchEvent(new LeaderboardSelectEvent(chosen));
  }

  #showDialog(isOpen: boolean) {
    this.#dialogOpen = isOpen;
    this.#host.requestUpdate();
  }

  /** What comes later, for whoever needs it now; what cannot come is said. */
  async #unfold(): Promise<boolean> {
    if (await this.#later.load()) return true;
    this.#host.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
    return false;
  }

  async #askDispute(result: BoardResult) {
    if (!(await this.#unfold())) return;
    this.#disputed = result;
    this.#showDialog(true);
  }

  /** Whether somebody is about to copy something of the rows. */
  #isSelecting() {
    const selection = document.getSelection();
    return selection !== null && !selection.isCollapsed && this.#host.contains(selection.anchorNode);
  }

  readonly #onLetGo = () => {
    // What is under the pointer, and what has the focus, is known after the event.
    requestAnimationFrame(() => this.#host.board.settleWhenFree());
  };
}
