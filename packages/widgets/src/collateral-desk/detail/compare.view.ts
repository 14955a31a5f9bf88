import type {AssetVersion} from '@portico/contract';
import {html, nothing} from 'lit';
import {safeUrl} from '../../base/safe-url.ts';
import {toSize} from '../../base/upload/file-types.ts';
import type {UiField} from '../../ui/field/field.ts';
import {chevronStartIcon} from '../../ui/icon/icons.ts';
import {toLanguageName, type Words} from '../collateral-desk.words.ts';
import {differences, isSameFile, pagesOf, pictureOf, type VersionFact} from './compare.model.ts';

export interface CompareView {
  readonly text: Words;
  readonly versions: readonly AssetVersion[];
  readonly pair: readonly [older: AssetVersion, newer: AssetVersion];
  /** From 1. */
  readonly page: number;
  readonly choose: (side: 0 | 1, id: string) => void;
  readonly turn: (page: number) => void;
  /** The address of a picture has run out. */
  readonly freshen: (url: string) => void;
}

/** Two versions beside each other: a page of each, and what they differ in. */
export function renderCompare({text, versions, pair, page, choose, turn, freshen}: CompareView) {
  const pages = pagesOf(pair);
  const at = Math.min(page, pages);
  const differing = differences(...pair);
  const options = versions.map(version => ({value: version.id, label: nameOf(version, text)}));
  return html`<section aria-labelledby="compare">
    <h4 id="compare">${text.term('compare')}</h4>
    <div class="sides">
      ${pair.map(
        (version, side) => html`<div class="side">
          <portico-ui-field kind="select" label=${text.term(side === 0 ? 'olderSide' : 'newerSide')} label-hidden .options=${options} .value=${version.id} @change=${(event: Event) => choose(side as 0 | 1, (event.target as UiField).value)}></portico-ui-field>
          ${renderPicture(version, at, text, freshen)}
        </div>`,
      )}
    </div>
    ${
      pages > 1
        ? html`<p class="pager">
            <button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('previousPage')} ?disabled=${at <= 1} @click=${() => turn(at - 1)}>${chevronStartIcon()}</button>
            <span class="figures" role="status">${text.term('pageOf', text.number(at), text.number(pages))}</span>
            <button class="button next" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('nextPage')} ?disabled=${at >= pages} @click=${() => turn(at + 1)}>${chevronStartIcon()}</button>
          </p>`
        : nothing
    }
    ${isSameFile(...pair) ? html`<p class="muted">${text.term('sameFile')}</p>` : nothing}
    ${
      differing.length === 0
        ? html`<p class="muted">${text.term('noDifferences')}</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="compare">
            <table>
              <thead>
                <tr><td></td>${pair.map(version => html`<th scope="col">${text.term('versionNumber', text.number(version.number))}</th>`)}</tr>
              </thead>
              <tbody>
                ${differing.map(fact => html`<tr><th scope="row">${text.term(`fact_${fact}`)}</th>${pair.map(version => html`<td><bdi>${factOf(version, fact, text)}</bdi></td>`)}</tr>`)}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

function renderPicture(version: AssetVersion, page: number, text: Words, freshen: (url: string) => void) {
  const picture = pictureOf(version, page);
  return picture
    ? html`<img src=${safeUrl(picture.url, 'picture') ?? nothing} width=${picture.width} height=${picture.height} loading="lazy" decoding="async" @error=${() => freshen(picture.url)} alt=${`${nameOf(version, text)}, ${text.term('pageNumber', text.number(page))}`} />`
    : html`<p class="none muted">${text.term('noPicture')}</p>`;
}

function nameOf({number, language}: AssetVersion, text: Words): string {
  return `${text.term('versionNumber', text.number(number))} · ${toLanguageName(language, text.lang())}`;
}

function factOf({storedFile, changeNote, language, validFrom, validUntil}: AssetVersion, fact: VersionFact, text: Words): string {
  switch (fact) {
    case 'language':
      return toLanguageName(language, text.lang());
    case 'file':
      return storedFile.fileName;
    case 'size':
      return toSize(storedFile.sizeBytes, text.lang());
    case 'pages':
      return storedFile.pages === null ? '–' : text.number(storedFile.pages);
    case 'note':
      return changeNote ?? '–';
    case 'valid':
      return [validFrom && text.term('validFrom', text.date(validFrom, 'date')), validUntil && text.term('validUntil', text.date(validUntil, 'date'))].filter(Boolean).join(' · ') || '–';
  }
}
