import type {CobrandTemplate} from '@portico/contract';
import {html, nothing} from 'lit';
import type {LivePreview} from '../../base/cobrand-preview.ts';
import {safeUrl} from '../../base/safe-url.ts';
import {chevronStartIcon} from '../../ui/icon/icons.ts';
import {explain, type Text} from '../asset-text.ts';

export interface PreviewView {
  readonly text: Text;
  readonly preview: LivePreview;
  readonly template: CobrandTemplate;
  readonly page: number;
  turnTo(page: number): void;
}

/** What comes of the values: one page, as it is typed. The place is held before the first picture. */
export function previewView({text, preview, template, page, turnTo}: PreviewView) {
  const {pages, width, height} = template;
  const waits = preview.isBehind;
  const turn = (to: number, label: string, act: string) =>
    html`<button class="button ${act}" data-act=${act} data-variant="quiet" data-icon-only type="button" aria-label=${label} title=${label} ?disabled=${to < 1 || to > pages} @click=${() => turnTo(to)}>${chevronStartIcon(20)}</button>`;
  return html`<figure class="picture" aria-busy=${waits}>
    ${preview.error !== undefined
      ? html`<div class="note" data-tone="danger" role="alert">${explain(text, preview.error)}<button class="button" data-variant="quiet" type="button" @click=${() => preview.again()}>${text.term('retry')}</button></div>`
      : preview.url === ''
        ? html`<div class="blank"></div>`
        : preview.isPage && preview.isFrameRefused
          ? html`<div class="note"><span>${text.term('cobrand_frameRefused')} <a href=${safeUrl(preview.url) ?? nothing} target="_blank" rel="noopener noreferrer">${text.term('cobrand_openPreview')}</a></span></div>`
          : preview.isPage
            ? html`<iframe class="frame" src=${safeUrl(preview.url) ?? nothing} sandbox="" title=${text.term('preview')} @load=${() => preview.drawn(preview.url)}></iframe>`
            : html`<img class="sheet" src=${safeUrl(preview.url, 'picture') ?? nothing} alt=${text.term('previewOf', template.assetTitle, text.number(page))} width=${width ?? nothing} height=${height ?? nothing} @load=${() => preview.drawn(preview.url)} @error=${() => preview.drawn(preview.url)} />`}
    <figcaption class="pages">
      ${pages > 1 ? html`${turn(page - 1, text.term('previousPage'), 'previous')}<span class="figures" role="status">${text.term('pageOf', text.number(page), text.number(pages))}</span>${turn(page + 1, text.term('nextPage'), 'next')}` : nothing}
      <span class="muted waits">${waits && preview.error === undefined ? text.term('cobrand_drawing') : nothing}</span>
    </figcaption>
  </figure>`;
}
