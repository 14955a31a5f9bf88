import type {Board, BoardPeople, PointsRule} from '@portico/contract';
import {LeaderboardController, type LeaderboardOptions, type LeaderboardQuery, type LeaderboardStatus, type ShownStandings} from '../leaderboard/leaderboard.controller.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {LeaderboardController, type LeaderboardOptions};

/** What a leaderboard shows. */
export interface LeaderboardState extends WidgetState<LeaderboardStatus> {
  /** Boards on which the reader competes, by name. */
  readonly boards: readonly Board[];
  /** The board that is looked at. */
  readonly board: Board | undefined;
  readonly query: LeaderboardQuery;
  /** Rows and the reader's own place; of a period that is over, as they were frozen. */
  readonly standings: ShownStandings | undefined;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  /** Whether ranks have changed while `isTouched` held them; `controller.settle()` shows them. */
  readonly hasNews: boolean;
  /** How points are made, once `controller.wantRules()` asked. */
  readonly rules: readonly PointsRule[] | undefined;
  /** How the people of the reader's company did, once `controller.wantPeople()` asked. */
  readonly people: BoardPeople | undefined;
}

/** Boards and who leads them, without a view. */
export function createLeaderboard(portal: HeadlessPortal, options: LeaderboardOptions = {}): Headless<LeaderboardController, LeaderboardState> {
  return follow(
    portal,
    host => new LeaderboardController(host, options),
    board => ({
      ...stateOf(portal, board),
      boards: board.boards,
      board: board.board,
      query: board.query,
      standings: board.standings,
      isLoading: board.loading,
      hasMore: board.hasMore,
      hasNews: board.hasNews,
      rules: board.rules,
      people: board.people,
    }),
  );
}
