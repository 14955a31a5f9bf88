import {en} from './en/leaderboard.ts';
import {leaderboardStrings} from './leaderboard.strings.ts';
import {addSource} from './strings.ts';

/** Adds the English words of what shows the standings to those of the leaderboard. */
export function addBoardStrings(): void {
  addSource(leaderboardStrings, en);
}
