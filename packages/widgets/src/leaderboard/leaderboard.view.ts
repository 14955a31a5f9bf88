import type {BoardResult} from '@portico/contract';
import type {TemplateResult} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import type {Text} from './board-text.ts';
import type {LeaderboardController} from './leaderboard.controller.ts';

/** Views that come with a chunk of their own, when somebody needs them. */
export interface LaterViews {
  readonly disputeDialog: (view: LeaderboardView, result: BoardResult) => TemplateResult;
}

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
  readonly later: LaterViews | undefined;
  /** Of which something is being said. */
  readonly disputed: BoardResult | undefined;
  readonly dialogOpen: boolean;
  choose(boardId: string): void;
  /** Shows the period that an instant is in; empty: the present one. */
  go(at: string): void;
  askDispute(result: BoardResult): void;
  dispute(result: BoardResult, text: string): void;
  closeDialog(): void;
}
