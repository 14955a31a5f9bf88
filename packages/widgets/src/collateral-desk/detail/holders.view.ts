import type {AssetHolder} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {toLanguageName, type Words} from '../collateral-desk.words.ts';

export interface HoldersView {
  readonly text: Words;
  /** `undefined` while they are read. */
  readonly holders: readonly AssetHolder[] | undefined;
  readonly staleOnly: boolean;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly setStaleOnly: (on: boolean) => void;
}

/** Who downloaded which version last, and whose copy is out of date. */
export function renderHolders({text, holders, staleOnly, hasMore, more, setStaleOnly}: HoldersView) {
  return html`<section aria-labelledby="holders">
    <div class="line">
      <h4 id="holders">${text.term('holders')}</h4>
      <span class="push"></span>
      <button class="button filter" type="button" data-variant="quiet" aria-pressed=${staleOnly} @click=${() => setStaleOnly(!staleOnly)}>${text.term('staleOnly')}</button>
    </div>
    ${holders === undefined ? html`<portico-ui-skeleton rows="3"></portico-ui-skeleton>` : holders.length === 0 ? html`<p class="muted">${text.term(staleOnly ? 'nobodyStale' : 'nobodyHolds')}</p>` : nothing}
    <ul class="holders">
      ${repeat(
        holders ?? [],
        ({id}) => id,
        ({partnerOrg, person, number, language, downloads, downloadedAt, isStale}) => html`<li>
          <span><strong dir="auto" translate="no">${partnerOrg.name}</strong>${person ? html`<span class="muted person" dir="auto" translate="no">${person.name}</span>` : nothing}</span>
          <span class="figures">${text.term('versionNumber', text.number(number))} · ${toLanguageName(language, text.lang())}</span>
          <portico-ui-badge tone=${isStale ? 'warning' : 'success'}>${text.term(isStale ? 'copyStale' : 'copyCurrent')}</portico-ui-badge>
          <span class="muted small"><time datetime=${downloadedAt}>${text.date(downloadedAt, 'date')}</time>${downloads > 1 ? html` · ${text.term('downloads', downloads)}` : nothing}</span>
        </li>`,
      )}
    </ul>
    ${hasMore ? html`<button class="button" type="button" data-variant="quiet" @click=${more}>${text.term('showMore')}</button>` : nothing}
  </section>`;
}
