import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {BoardResult, BoardStandings} from '@portico/contract';
import {LaterPart} from '../base/later-part.ts';
import {act} from '../base/mutation.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {safeUrl} from '../base/safe-url.ts';
import {explain} from '../base/standing-text.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {standingStyles} from '../theme/standing.styles.ts';
import {leaderboardStrings} from '../strings/leaderboard.strings.ts';
import {Localize} from '../strings/localize.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {boardPage} from './board-page.view.ts';
import {LeaderboardController} from './leaderboard.controller.ts';
import {LeaderboardSelectEvent} from './leaderboard.events.ts';
import {leaderboardStyles} from './leaderboard.styles.ts';
import type {LaterViews} from './leaderboard.view.ts';
import {podiumStyles} from './podium.styles.ts';
import {RowMotion} from './row-motion.ts';

/** What is empty has no attribute. */
const words = {fromAttribute: (value: string | null) => value ?? '', toAttribute: (value: string) => value || null};

/**
 * Where a partner stands: the first three, their own rank with the distance to the next one, and what has changed since the period before. Nobody is on it who does
 * not compete, and where too few do, partners see their own result and why.
 *
 * It stays current by itself. Rows move only while nobody points at them; else a line says that ranks have changed.
 *
 * @tag portico-leaderboard
 * @fires {LeaderboardSelectEvent} portico-leaderboard-select - Somebody looks at another board.
 * @fires {PorticoErrorEvent} portico-error - What was said of a result, or the wish not to be ranked, did not arrive. Cancel it to say so in the page's own way.
 * @slot pending - While the first standings are read.
 * @slot empty - There is no board on which the reader competes.
 * @slot error - The standings could not be read.
 * @slot offline - There is no connection; beside the standings when they were read before, else in their place.
 * @slot forbidden - The person may not see leaderboards.
 * @csspart list - The rows, which scroll inside.
 * @csspart table - The table in it.
 * @csspart item - One row.
 * @csspart item-own - The reader's row.
 * @csspart own - The reader's own result, where there is no rank.
 * @csspart dialog - The dialog in which a reader says what is wrong with a result.
 * @csspart note - A line about the connection.
 * @cssproperty [--portico-leaderboard-height=clamp(360px, 76dvh, 760px)] - The most height of the rows.
 */
export class Leaderboard extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, standingStyles, podiumStyles, leaderboardStyles];
  static readonly parts = {'portico-ui-empty-state': UiEmptyState, 'portico-ui-menu': UiMenu, 'portico-ui-skeleton': UiSkeleton, 'portico-ui-tabs': UiTabs};

  /** Id of the board; the first by name when left out. */
  @property({attribute: 'board-id', reflect: true, converter: words}) boardId = '';
  /** An instant in the period that is shown, ISO text; the present one when left out. */
  @property({reflect: true, converter: words}) at = '';
  /** Shows this board alone, without the way to others. */
  @property({type: Boolean, reflect: true}) fixed = false;
  /** Where on the host's page the reader's points are explained, such as `#points`. */
  @property({attribute: 'ledger-href', converter: words}) ledgerHref = '';

  @state() private said = '';
  @state() private disputed: BoardResult | undefined;
  @state() private dialogOpen = false;

  /** Boards and standings, without the view. */
  readonly board: LeaderboardController;
  readonly #text = new Localize(this, leaderboardStrings);
  readonly #later = new LaterPart<LaterViews>(this, {load: async () => (await import('./leaderboard.later.ts')).laterPart(), text: this.#text, stands: () => this.board.disputable !== undefined});
  readonly #clock = new WidgetClock(this);
  readonly #motion = new RowMotion(() => this.renderRoot.querySelectorAll<HTMLElement>('tr.row'));
  #drawn: BoardStandings | undefined;

  constructor() {
    super();
    this.board = new LeaderboardController(this, {
      isTouched: () => this.renderRoot.querySelector('.scroll:hover, .scroll:focus-visible, .scroll:has(:focus-visible)') !== null || this.#isSelecting(),
      onChange: (now, before) => this.#sayRank(now, before),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {board, portal} = this;
    this.#text.timeZone = portal?.me?.person?.timeZone ?? undefined;
    if (changed.has('boardId') || changed.has('at')) board.show({boardId: this.boardId, at: this.at});
    // Before the rows change: where they are now.
    if (this.#drawn && board.standings !== this.#drawn) this.#motion.measure();
  }

  protected override updated() {
    const {standings} = this.board;
    if (standings !== this.#drawn) this.#motion.play();
    this.#drawn = standings;
  }

  protected override render() {
    return html`<div class="root" @pointerleave=${this.#onLetGo} @focusout=${this.#onLetGo}>
      ${boardPage({
        board: this.board,
        portal: this.portal,
        text: this.#text,
        now: this.#clock.now,
        fixed: this.fixed,
        ledgerHref: safeUrl(this.ledgerHref) ?? '',
        choose: id => this.#choose(id),
        go: at => (this.at = at),
        later: this.#later.views,
        disputed: this.disputed,
        dialogOpen: this.dialogOpen,
        unfold: () => void this.#unfold(),
        setOut: isOut => void this.#setOut(isOut),
        askDispute: result => void this.#askDispute(result),
        dispute: (result, text) => void this.#dispute(result, text),
        closeDialog: () => (this.dialogOpen = false),
      })}
      <div class="visually-hidden" role="status">${this.said || nothing}</div>
    </div>`;
  }

  #choose(id: string) {
    this.boardId = id;
    this.at = '';
    const chosen = this.board.boards.find(each => each.id === id);
    if (chosen) this.dispatchEvent(new LeaderboardSelectEvent(chosen));
  }

  async #askDispute(result: BoardResult) {
    if (!(await this.#later.load())) return this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
    this.disputed = result;
    this.dialogOpen = true;
  }

  async #unfold() {
    if (!(await this.#later.load())) this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
  }

  /** Shown at once, and taken back when it does not arrive. */
  async #setOut(isOut: boolean) {
    const id = this.board.board?.id;
    if (id === undefined) return;
    const answer = await act<true>(this, {
      show: () => {
        const undo = this.board.showOut(id, isOut);
        return done => done ?? undo();
      },
      send: async () => {
        await this.board.setOut(id, isOut);
        return true;
      },
      explain: error => explain(this.#text, error),
      tell: sentence => this.portal?.notify({tone: 'danger', text: sentence}),
    });
    if (answer) this.portal?.notify({tone: 'success', text: this.#text.term(isOut ? 'done_out' : 'done_in')});
  }

  async #dispute(result: BoardResult, text: string) {
    const answer = await act<true>(this, {
      show: () => () => {},
      send: async () => {
        await this.board.dispute(result, text);
        return true;
      },
      explain: error => explain(this.#text, error),
      tell: sentence => this.portal?.notify({tone: 'danger', text: sentence}),
    });
    if (!answer) return;
    this.dialogOpen = false;
    this.portal?.notify({tone: 'success', text: this.#text.term('disputeSent')});
  }

  /** Screen readers hear of the reader's own rank alone. */
  #sayRank(now: BoardStandings, before: BoardStandings) {
    const rank = now.own?.rank ?? null;
    if (rank !== null && rank !== (before.own?.rank ?? null)) this.said = this.#text.term('nowRank', this.#text.number(rank));
  }

  /** Whether somebody is about to copy something of the rows. */
  #isSelecting() {
    const selection = document.getSelection();
    return selection !== null && !selection.isCollapsed && this.contains(selection.anchorNode);
  }

  readonly #onLetGo = () => {
    // What is under the pointer, and what has the focus, is known after the event.
    requestAnimationFrame(() => this.board.settleWhenFree());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-leaderboard': Leaderboard;
  }
}
