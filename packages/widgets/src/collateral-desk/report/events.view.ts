import type {AssetEventRecord} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {explainProblem, type Words} from '../collateral-desk.words.ts';

export interface EventsView {
  readonly text: Words;
  /** `undefined` while they are read. */
  readonly events: readonly AssetEventRecord[] | undefined;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly more: () => void;
}

/** Who did what with what, latest first. */
export function renderEvents({text, events, error, hasMore, more}: EventsView) {
  return html`<section aria-labelledby="events">
    <h3 id="events">${text.term('report_events')}</h3>
    ${events ? nothing : error === undefined ? html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>` : nothing}
    <ul class="events">
      ${repeat(
        events ?? [],
        ({id}) => id,
        event => html`<li>
          <span>${event.person ? html`<bdi translate="no">${event.person.name}</bdi>` : text.term('report_nobody')}${event.partnerOrg ? html` · <bdi class="muted" translate="no">${event.partnerOrg.name}</bdi>` : nothing}</span>
          <span>${text.term(`report_kind_${event.kind}`)}${event.count > 1 ? html` × ${text.number(event.count)}` : nothing}</span>
          <span><bdi translate="no">${event.asset.title}</bdi>${event.number === null ? nothing : html` <span class="muted">${text.term('versionNumber', text.number(event.number))}</span>`}${event.campaign ? html` · <bdi class="muted" translate="no">${event.campaign}</bdi>` : nothing}</span>
          <time class="muted small" datetime=${event.at}>${text.date(event.at, 'dayTime')}</time>
        </li>`,
      )}
    </ul>
    ${error === undefined || !events ? nothing : html`<p class="muted">${explainProblem(error, text)}</p>`}
    ${hasMore ? html`<button class="button" type="button" data-variant="quiet" @click=${more}>${text.term('showMore')}</button>` : nothing}
  </section>`;
}
