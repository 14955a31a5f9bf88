import {html, nothing} from 'lit';
import {toTitle, type Words} from '../deal-review.words.ts';
import type {BulkRun} from './bulk-run.ts';

/** What became of an act on many: how many are done, and what was left as it was and why. */
export function renderReport({done, failures}: BulkRun, text: Words) {
  return html`${done.length > 0 ? html`<p role="status">${text.term('allDone', done.length)}</p>` : nothing}
    <p>${text.term('notDone', failures.length)}</p>
    <ul class="report" tabindex="0" aria-label=${text.term('notDone', failures.length)}>
      ${failures.map(({deal, sentence}) => html`<li><strong dir="auto">${toTitle(deal, text)}</strong><span class="muted">${sentence}</span></li>`)}
    </ul>`;
}
