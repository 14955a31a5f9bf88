import type {PortalController} from '../portal/portal.controller.ts';
import type {Text} from './board-text.ts';
import type {LeaderboardController} from './leaderboard.controller.ts';

/** What the views of the leaderboard draw from. */
export interface LeaderboardView {
  readonly board: LeaderboardController;
  readonly portal: PortalController | undefined;
  readonly text: Text;
  /** The server's time, in milliseconds. */
  readonly now: number;
  /** One board, without a way to others. */
  readonly fixed: boolean;
  /** Where the reader's points are explained; empty when nowhere. */
  readonly ledgerHref: string;
  choose(boardId: string): void;
  /** Shows the period that an instant is in; empty: the present one. */
  go(at: string): void;
}
