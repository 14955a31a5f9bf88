import {html} from 'lit';
import type {LeaderboardView} from './leaderboard.view.ts';

/** The name of the board, as a menu of all. */
export function boardsMenu(view: LeaderboardView) {
  const {board, text} = view;
  const {boards, board: chosen} = board;
  return html`<portico-ui-menu
          class="boards"
          label=${`${text.term('boards')}${text.colon}${chosen?.name}`}
          .items=${boards.map(({id, name}) => ({id, label: name, checked: id === chosen?.id}))}
          @portico-ui-menu-select=${(event: Event & {id: string}) => view.choose(event.id)}
          ><span class="title" translate="no">${chosen?.name}</span></portico-ui-menu
        >`;
}
