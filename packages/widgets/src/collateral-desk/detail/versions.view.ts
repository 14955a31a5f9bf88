import type {Asset, AssetVersion, AssetVersionStatus} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {safeUrl} from '../../base/safe-url.ts';
import {toSize} from '../../base/upload/file-types.ts';
import type {Tone} from '../../ui/badge/badge.ts';
import {downloadIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import type {MenuItem} from '../../ui/menu/menu.ts';
import {toLanguageName, type Words} from '../collateral-desk.words.ts';

const tones: Readonly<Record<AssetVersionStatus, Tone>> = {draft: 'neutral', scheduled: 'waiting', current: 'success', superseded: 'neutral', expired: 'neutral', recalled: 'danger'};

export interface VersionsView {
  readonly text: Words;
  readonly asset: Asset;
  readonly versions: readonly AssetVersion[];
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly publish: (version: AssetVersion) => void;
  readonly recall: (version: AssetVersion) => void;
}

/** The versions, latest first. */
export function renderVersions({text, asset, versions, hasMore, more, publish, recall}: VersionsView) {
  const isOver = asset.status === 'recalled' || asset.status === 'archived';
  return html`<section aria-labelledby="versions">
    <h4 id="versions">${text.term('versions')}</h4>
    ${versions.length === 0 ? html`<p class="muted">${text.term('noVersions')}</p>` : nothing}
    <ol class="versions">
      ${repeat(
        versions,
        ({id}) => id,
        version => {
          const {number, language, status, storedFile, changeNote, publishedAt, validFrom, validUntil, recallReason} = version;
          const url = storedFile.downloadUrl;
          const items: MenuItem[] = isOver || status === 'draft' || status === 'recalled' ? [] : [{id: 'recall', label: text.term('recallVersion'), danger: true}];
          return html`<li>
            <div class="line">
              <strong class="figures">${text.term('versionNumber', text.number(number))}</strong>
              <span>${toLanguageName(language, text.lang())}</span>
              <portico-ui-badge tone=${tones[status]}>${text.term(`version_${status}`)}</portico-ui-badge>
              <span class="tools">
                ${status === 'draft' && !isOver ? html`<button class="button" type="button" @click=${() => publish(version)}>${text.term('publishVersion')}</button>` : nothing}
                ${url ? html`<a class="button" data-variant="quiet" data-icon-only href=${safeUrl(url) ?? nothing} download=${storedFile.fileName} aria-label=${text.term('openFile', storedFile.fileName)} title=${text.term('openFile', storedFile.fileName)}>${downloadIcon()}</a>` : nothing}
                ${items.length > 0 ? html`<portico-ui-menu label=${text.term('versionMenu', text.number(number))} .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => id === 'recall' && recall(version)}></portico-ui-menu>` : nothing}
              </span>
            </div>
            <p class="muted small">
              <bdi translate="no">${storedFile.fileName}</bdi> · ${toSize(storedFile.sizeBytes, text.lang())}${storedFile.pages === null ? nothing : html` · ${text.term('pages', storedFile.pages)}`}
              ${publishedAt ? html` · <time datetime=${publishedAt}>${text.date(publishedAt, 'date')}</time>` : nothing}
              ${validFrom && status === 'scheduled' ? html` · ${text.term('validFrom', text.date(validFrom, 'date'))}` : nothing}
              ${validUntil ? html` · ${text.term('validUntil', text.date(validUntil, 'date'))}` : nothing}
            </p>
            ${changeNote ? html`<q dir="auto" translate="no">${changeNote}</q>` : nothing} ${recallReason && asset.recall === null ? html`<p class="bad" dir="auto" translate="no">${recallReason}</p>` : nothing}
          </li>`;
        },
      )}
    </ol>
    ${hasMore ? html`<button class="button" type="button" data-variant="quiet" @click=${more}>${text.term('showMore')}</button>` : nothing}
  </section>`;
}
