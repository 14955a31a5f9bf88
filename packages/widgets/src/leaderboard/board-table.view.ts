import type {BoardRow, BoardStandings} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {isLessBetter, measureWords, periodWords, type Text, toNextWords, valueWords} from './board-text.ts';
import {gapBefore, keyOf, placesWon, podiumOf} from './leaderboard.model.ts';

/** What a row needs besides itself. */
interface TableView {
  readonly text: Text;
  readonly standings: BoardStandings;
  /** Whether anybody has a rank in the period before. */
  readonly hasBefore: boolean;
}

/** The standings as one table: the first three stand higher for the eye alone. Roles are said in full, because rows are laid out as grids. */
export function boardTable(text: Text, standings: BoardStandings) {
  const {rows, board, period} = standings;
  const view: TableView = {text, standings, hasBefore: rows.some(({previousRank}) => previousRank !== null)};
  const podium = podiumOf(rows);
  const columns = [text.term('rank'), text.term('partner'), text.term('movement'), board.isNormalised ? `${text.term(`metric_${board.metric}`)}${text.colon}${text.term('ofMedian', '%')}` : text.term(`metric_${board.metric}`)];
  return html`<table role="table" part="table">
    <caption class="visually-hidden">${text.term('caption', board.name, periodWords(text, period.key))}</caption>
    <thead class="visually-hidden" role="rowgroup"><tr role="row">${columns.map(column => html`<th role="columnheader" scope="col">${column}</th>`)}</tr></thead>
    ${podium.length > 0 ? html`<tbody class="podium" role="rowgroup">${repeat(podium, keyOf, (row, index) => boardRow(view, row, index + 1))}</tbody>` : nothing}
    <tbody class="rest" role="rowgroup">${repeat(rows.slice(podium.length), keyOf, (row, index) => html`${gap(text, gapBefore(rows, podium.length + index))}${boardRow(view, row)}`)}</tbody>
  </table>`;
}

function gap(text: Text, places: number) {
  return places > 0 ? html`<tr class="gap" role="row"><td role="cell" colspan="4" aria-colspan="4">${text.term('notShown', places)}</td></tr>` : nothing;
}

function boardRow(view: TableView, row: BoardRow, place?: number) {
  const {text, standings} = view;
  const name = row.partnerOrg?.name ?? (row.alias === null ? '' : text.term('alias', row.alias));
  return html`<tr
    role="row"
    class=${row.isOwn ? 'row own' : 'row'}
    part=${row.isOwn ? 'item item-own' : 'item'}
    data-key=${keyOf(row)}
    data-place=${place ?? nothing}
    data-step=${place === undefined ? nothing : row.rank}
  >
    <td role="cell" class="rank figures"><span>${text.number(row.rank)}</span></td>
    <th role="rowheader" scope="row" class="who">
      ${row.isOwn ? html`<strong>${text.term('you')}</strong> <span class="name muted" dir="auto" title=${name} translate="no">${name}</span>` : html`<span class="name" dir="auto" title=${name} translate="no">${name}</span>`}
      ${row.isOwn && standings.own ? html`<span class="distance small muted">${distance(text, standings)}</span>` : nothing}
    </th>
    <td role="cell" class="moved small figures">${moved(view, row)}</td>
    <td role="cell" class="value figures">${valueWords(text, standings.board, row.value)}</td>
  </tr>`;
}

function distance(text: Text, {own, board}: BoardStandings) {
  if (own?.toNext) return toNextWords(text, board, own.toNext);
  return own?.rank === 1 ? text.term('leads') : nothing;
}

/** Places won or lost: a mark and a number for the eye, a sentence for the ear. Behind an alias nothing is said. */
function moved({text, hasBefore}: TableView, row: BoardRow) {
  if (!hasBefore || row.alias !== null) return nothing;
  const won = placesWon(row);
  if (won === null) return html`<span class="new">${text.term('isNew')}</span>`;
  const words = won > 0 ? text.term('up', won) : won < 0 ? text.term('down', -won) : text.term('same');
  const mark = won > 0 ? '▲' : won < 0 ? '▼' : '–';
  return html`<span class="mark" data-way=${won > 0 ? 'up' : won < 0 ? 'down' : 'same'} title=${words} aria-hidden="true"><span>${mark}</span>${won === 0 ? nothing : text.number(Math.abs(won))}</span
    ><span class="visually-hidden">${words}</span>`;
}

/** What a reader without a rank is told: their own result, and why there is no more. */
export function ownOnly(text: Text, {own, board, participants}: BoardStandings, {minParticipants, minCount}: {readonly minParticipants: number; readonly minCount: number}) {
  if (!own || (participants !== null && own.rank !== null)) return nothing;
  const isMean = board.metric === 'win_rate' || isLessBetter(board.metric);
  const why = participants === null ? text.term('tooFew', minParticipants) : isMean ? text.term('notRankedCount', minCount) : text.term('notRanked');
  return html`<div class="alone" part="own">
    ${participants === null
      ? html`<p class="small muted">${text.term('ownResult')} · ${text.term(`metric_${board.metric}`)}</p>
          <p class="figure">${ownResult(text, own, board)}</p>`
      : nothing}
    <p class="muted why">${why}</p>
  </div>`;
}

/** The result itself where it may not be said beside the median of few. */
function ownResult(text: Text, {value, rawValue}: NonNullable<BoardStandings['own']>, board: BoardStandings['board']) {
  if (value !== null) return valueWords(text, board, value);
  return rawValue === undefined || rawValue === null ? text.term('noResult') : measureWords(text, board, rawValue);
}
