import {html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {leaderboardStrings} from '../strings/leaderboard.strings.ts';
import {Localize} from '../strings/localize.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {stateOf} from '../ui/states/states.view.ts';
import type {BoardPage} from './board-page.ts';
import {bonesStyles} from './bones.styles.ts';
import {bones} from './bones.view.ts';
import {LeaderboardController} from './leaderboard.controller.ts';

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
  static override styles = [hostStyles, sharedStyles, buttonStyles, bonesStyles];
  static readonly parts = {'portico-ui-empty-state': UiEmptyState, 'portico-ui-skeleton': UiSkeleton};

  /** Id of the board; the first by name when left out. */
  @property({attribute: 'board-id', reflect: true, converter: words}) boardId = '';
  /** An instant in the period that is shown, ISO text; the present one when left out. */
  @property({reflect: true, converter: words}) at = '';
  /** Shows this board alone, without the way to others. */
  @property({type: Boolean, reflect: true}) fixed = false;
  /** Where on the host's page the reader's points are explained, such as `#points`. */
  @property({attribute: 'ledger-href', converter: words}) ledgerHref = '';

  /** Boards and standings, without the view. */
  readonly board: LeaderboardController;
  readonly #text = new Localize(this, leaderboardStrings);
  readonly #page = new LaterPart<BoardPage>(this, {load: async () => (await import('./board-part.ts')).boardPart(this, this.#text), text: this.#text, stands: () => true});

  constructor() {
    super();
    this.board = new LeaderboardController(this, {
      isTouched: () => this.#page.views?.isTouched ?? false,
      onChange: (now, before) => this.#page.views?.sayRank(now, before),
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#page.load();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {boardId, at} = this;
    if (changed.has('boardId') || changed.has('at')) this.board.show({boardId, at});
  }

  protected override render() {
    return html`<div class="root">${this.#page.views?.draw() ?? this.#before()}</div>`;
  }

  /** What stands there before the page's code has come. */
  #before() {
    const {board, portal} = this;
    const {isMissing} = this.#page;
    const status = board.status === 'ready' ? (isMissing ? 'offline' : 'pending') : board.status;
    return stateOf({status, error: board.error, portal, text: this.#text, retry: this.#retry}, bones(!this.fixed));
  }

  readonly #retry = () => {
    void this.#page.load();
    this.board.retry();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-leaderboard': Leaderboard;
  }
}
