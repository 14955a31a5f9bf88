import type {Asset, AssetVersion, FilePreview} from '@portico/contract';
import {html, nothing} from 'lit';
import {safeUrl} from '../base/safe-url.ts';
import {fileIcon} from '../ui/icon/asset-icons.ts';
import {chevronStartIcon} from '../ui/icon/icons.ts';
import {versionFor} from './asset.model.ts';
import type {LibraryView} from './collateral-library.view.ts';

/** The pages of a version as pictures, one at a time. The place is held before they come. */
export function previewPane(view: LibraryView, asset: Asset) {
  const {collateral, text} = view;
  const {opened} = collateral;
  const version = shownVersion(view, asset);
  const pages = version ? pagesOf(version) : asset.preview ? [asset.preview] : [];
  const page = pages[Math.min(opened.page, pages.length) - 1];
  if (!page) {
    return opened.versions || opened.versionsError !== undefined
      ? html`<div class="no-preview muted">${fileIcon(20)}<span>${text.term('noPreview')}</span></div>`
      : html`<div class="preview" data-waiting></div>`;
  }
  const {width, height} = version?.storedFile ?? {};
  const alt = asset.altText ?? text.term('previewOf', asset.title, text.number(page.page));
  return html`<figure class="preview" part="preview">
    <img src=${safeUrl(page.url, 'picture') ?? nothing} alt=${alt} width=${width ?? page.width} height=${height ?? page.height} decoding="async" @error=${() => collateral.freshen(asset, page.url)} />
    ${pages.length > 1
      ? html`<figcaption class="pages">
          <button class="button" data-act="previous" data-variant="quiet" data-icon-only type="button" aria-label=${text.term('previousPage')} title=${text.term('previousPage')} ?disabled=${page === pages[0]} @click=${() => opened.turnTo(opened.page - 1)}>${chevronStartIcon(20)}</button>
          <span class="figures" role="status">${text.term('pageOf', text.number(page.page), text.number(version?.storedFile.pages ?? pages.length))}</span>
          <button class="button next" data-act="next" data-variant="quiet" data-icon-only type="button" aria-label=${text.term('nextPage')} title=${text.term('nextPage')} ?disabled=${page === pages.at(-1)} @click=${() => opened.turnTo(opened.page + 1)}>${chevronStartIcon(20)}</button>
        </figcaption>`
      : version?.storedFile.pages ? html`<figcaption class="pages muted">${text.term('filePages', version.storedFile.pages)}</figcaption>` : nothing}
  </figure>`;
}

function shownVersion({collateral, text}: LibraryView, asset: Asset): AssetVersion | undefined {
  const {versions, versionId} = collateral.opened;
  const wanted = versionId ?? versionFor(asset, collateral.query.language, text.lang())?.id;
  return versions?.find(({id}) => id === wanted);
}

/** The largest picture of each page. */
function pagesOf({storedFile}: AssetVersion): readonly FilePreview[] {
  const pages = new Map<number, FilePreview>();
  for (const preview of storedFile.previews) if ((pages.get(preview.page)?.width ?? 0) < preview.width) pages.set(preview.page, preview);
  return [...pages.values()].sort((a, b) => a.page - b.page);
}
