import type {Board} from '@portico/contract';

/** Somebody looks at another board. */
export class LeaderboardSelectEvent extends CustomEvent<Board> {
  static readonly type = 'portico-leaderboard-select';

  constructor(board: Board) {
    super(LeaderboardSelectEvent.type, {detail: board, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-leaderboard-select': LeaderboardSelectEvent;
  }
}
