import type {BoardResult} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {BoardNow} from './program-desk.controller.ts';
import type {DeskView} from './program-desk.view.ts';

/** Boards with who is in front, and the results of periods that are over. */
export function boardsTab(view: DeskView) {
  const {desk, text} = view;
  const add = desk.may('board:write') ? html`<button slot="actions" class="button" type="button" data-act="add-board" @click=${() => view.change({kind: 'board', board: null})}>${text.term('addBoard')}</button>` : nothing;
  if (desk.boards.length === 0) return html`<portico-ui-empty-state heading=${text.term('noBoards')} text=${text.term('noBoardsText')}>${add}</portico-ui-empty-state>`;
  return html`${add === nothing ? nothing : html`<div class="tools">${add}</div>`}<ul>
      ${repeat(
        desk.boards,
        ({board}) => board.id,
        each => boardRow(view, each),
      )}
    </ul>
    ${desk.results.length === 0
      ? nothing
      : html`<section aria-label=${text.term('results')}>
          <h3 class="group">${text.term('results')}</h3>
          <ul>
            ${repeat(
              desk.results,
              ({id}) => id,
              result => resultRow(view, result),
            )}
          </ul>
        </section>`}`;
}

function boardRow(view: DeskView, {board, standings: {participants, rows}}: BoardNow) {
  const {desk, text, busy} = view;
  const leaders = rows.flatMap(({partnerOrg}) => partnerOrg?.name ?? []);
  return html`<li class="row" part="row" data-id=${board.id}>
    <div class="what">
      <p><strong dir="auto" translate="no">${board.name}</strong> <span class="small muted">${text.term(`metric_${board.metric}`)}, ${text.term(`period_${board.period}`)}</span></p>
      <p class="small muted">${text.term('participants', participants ?? 0)} · ${text.term(`visibility_${board.visibility.kind}`)}</p>
      ${leaders.length > 0 ? html`<p class="small" translate="no">${text.term('leaders', text.list(leaders))}</p>` : nothing}
    </div>
    ${desk.may('board:write') ? html`<div class="acts"><button class="button" type="button" data-variant="quiet" data-act="change-board" aria-label=${text.term('changeOf', board.name)} ?disabled=${busy} @click=${() => view.change({kind: 'board', board})}>${text.term('change')}</button></div>` : nothing}
  </li>`;
}

function resultRow(view: DeskView, result: BoardResult) {
  const {desk, text, busy} = view;
  const {board, period, status, participants, openDisputes} = result;
  const act = !desk.decidesResults || status === 'awarded' ? undefined
    : status === 'verified' ? {name: 'award', run: () => view.ask({kind: 'award', result})} as const
    : openDisputes > 0 ? {name: 'answer', run: () => view.ask({kind: 'answer', result})} as const
    : {name: 'verify', run: () => view.verify(result)} as const;
  return html`<li class="row" part="row" data-id=${result.id}>
    <div class="what">
      <p><strong dir="auto" translate="no">${board.name}</strong> <span class="figures" translate="no">${period.key}</span></p>
      <p class="small muted">${text.term(`result_${status}`)} · ${text.term('participants', participants ?? 0)}${openDisputes > 0 ? html` · ${text.term('disputes', openDisputes)}` : nothing}</p>
    </div>
    ${act ? html`<div class="acts"><button class="button" type="button" data-act=${act.name} aria-label=${text.term(`${act.name}Of`, board.name, period.key)} ?disabled=${busy} @click=${act.run}>${text.term(act.name)}</button></div>` : nothing}
  </li>`;
}
