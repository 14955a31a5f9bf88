import type {BoardResult} from '@portico/contract';
import type {TemplateResult} from 'lit';
import type {WidgetHost} from '../base/widget-host.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import type {Text} from './board-text.ts';
import type {LeaderboardController} from './leaderboard.controller.ts';

/** Views that come with a chunk of their own, when somebody needs them. */
export interface LaterViews {
  readonly disputeDialog: (view: LeaderboardView, result: BoardResult) => TemplateResult;
  /** How the people of the reader's company did. */
  readonly people: (view: LeaderboardView) => TemplateResult;
  /** Whom the reader is compared with, and the wish not to be. */
  readonly taking: (view: LeaderboardView) => TemplateResult;
  /** How points are made. */
  readonly rules: (view: LeaderboardView) => TemplateResult;
  /** The name of the board, as a menu of all. */
  readonly boardsMenu: (view: LeaderboardView) => TemplateResult;
}

/** What the views of the leaderboard draw from. */
export interface LeaderboardView {
  /** Fires events of acts. */
  readonly host: Pick<WidgetHost, 'dispatchEvent'>;
  readonly board: LeaderboardController;
  readonly portal: PortalController | undefined;
  readonly text: Text;
  /** The server's time, in milliseconds. */
  readonly now: number;
  /** One board, without a way to others. */
  readonly fixed: boolean;
  /** Where the reader's points are explained; empty when nowhere. */
  readonly ledgerHref: string;
  readonly later: LaterViews | undefined;
  /** Of which something is being said. */
  readonly disputed: BoardResult | undefined;
  readonly dialogOpen: boolean;
  choose(boardId: string): void;
  /** Shows the period that an instant is in; empty: the present one. */
  go(at: string): void;
  /** Brings the views that come later, for whoever unfolds one. */
  unfold(): void;
  askDispute(result: BoardResult): void;
  closeDialog(): void;
}
