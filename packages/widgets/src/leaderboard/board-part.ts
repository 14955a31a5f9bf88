/** What shows the standings and acts on them. A chunk of its own, that comes while the session and the standings are asked for. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {addBoardStrings} from '../strings/leaderboard-board.strings.ts';
import {standingStyles} from '../theme/standing.styles.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {BoardPage, type BoardHost} from './board-page.ts';
import type {Text} from './board-text.ts';
import {leaderboardStyles} from './leaderboard.styles.ts';
import {podiumStyles} from './podium.styles.ts';

/** Registers the parts that the page uses, adds its words, and gives the page. */
export function boardPart(host: BoardHost, text: Text): Part<BoardPage> {
  defineElement('portico-ui-tabs', UiTabs);
  addBoardStrings();
  return {views: new BoardPage(host, text), styles: [standingStyles, podiumStyles, leaderboardStyles]};
}
