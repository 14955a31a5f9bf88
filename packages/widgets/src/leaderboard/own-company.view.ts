import {html, nothing} from 'lit';
import {explain} from '../base/standing-text.ts';
import type {UiCheckbox} from '../ui/checkbox/checkbox.ts';
import {setOut} from './board-acts.ts';
import {measureWords, periodWords} from './board-text.ts';
import type {LeaderboardView} from './leaderboard.view.ts';

/** How the people of the reader's company did among themselves. */
export function people({board, text}: LeaderboardView) {
  const {people: found, peopleError, board: chosen} = board;
  if (!found || !chosen) return peopleError === undefined ? html`<portico-ui-skeleton rows="2"></portico-ui-skeleton>` : html`<p class="muted" role="alert">${explain(text, peopleError)}</p>`;
  if (found.rows.length === 0) return html`<p class="muted unfolded">${text.term('peopleNone')}</p>`;
  return html`<div class="unfolded">
    <p class="muted">${text.term('peopleText')}</p>
    <table class="people">
      <caption class="visually-hidden">${text.term('peopleCaption', chosen.name, periodWords(text, found.period.key))}</caption>
      <thead class="visually-hidden"><tr>${[text.term('rank'), text.term('person'), text.term(`metric_${chosen.metric}`)].map(word => html`<th scope="col">${word}</th>`)}</tr></thead>
      <tbody>
        ${found.rows.map(
          ({rank, isOwn, person, value}) => html`<tr class=${isOwn ? 'self' : ''}>
            <td class="figures">${text.number(rank)}</td>
            <th scope="row">${isOwn ? html`<strong>${text.term('you')}</strong> ` : nothing}<bdi translate="no">${person.name}</bdi></th>
            <td class="figures">${measureWords(text, chosen, value)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Whom the reader is compared with, and the switch by which their company takes part or not. */
export function taking(view: LeaderboardView) {
  const {board, text} = view;
  const {board: chosen, standings, isOut, mayLeave} = board;
  if (!chosen) return html`${nothing}`;
  const raw = standings?.own?.rawValue ?? null;
  return html`<div class="unfolded">
    <p><strong>${text.term('compared')}.</strong> ${text.term(chosen.isNormalised ? 'normalised' : `compared_${chosen.within}`)}</p>
    ${raw === null ? nothing : html`<p>${text.term('ownRaw', measureWords(text, chosen, raw))}</p>`}
    ${mayLeave
      ? html`<portico-ui-checkbox label=${text.term('takePart')} .checked=${!isOut} data-act="take-part" @change=${(event: Event) => void setOut(view, !(event.target as UiCheckbox).checked)}></portico-ui-checkbox>
          <p class="muted">${text.term(isOut ? 'takePartOut' : 'takePartIn')}</p>
          ${isOut ? nothing : html`<p class="muted">${text.term('takePartOut')}</p>`}`
      : nothing}
  </div>`;
}
