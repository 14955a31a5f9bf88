import type {Asset} from '@portico/contract';
import {html, nothing} from 'lit';
import {safeUrl} from '../base/safe-url.ts';
import {brushIcon, fileIcon, linkIcon, starFullIcon, starIcon} from '../ui/icon/asset-icons.ts';
import {closeIcon, dangerIcon, downloadIcon, lockIcon, warningIcon} from '../ui/icon/icons.ts';
import {goneBy, versionFor} from './asset.model.ts';
import {formatOf, unlocksOf, wordOf} from './asset-text.ts';
import type {LibraryView} from './collateral-library.view.ts';

/** One piece in the grid: its picture, what it is, how fresh it and the reader's copy are, and what can be done with it at once. */
export function assetCard(view: LibraryView, asset: Asset, index: number, total: number) {
  const {collateral} = view;
  const {id, title, access} = asset;
  const open = collateral.opened.id === id;
  const gone = goneBy(asset);
  return html`<div
    class="piece"
    role="listitem"
    part=${open ? 'item item-open' : 'item'}
    data-id=${id}
    ?data-locked=${access === 'locked'}
    ?data-gone=${gone !== undefined}
    aria-current=${open ? 'true' : nothing}
    aria-posinset=${index + 1}
    aria-setsize=${total}
  >
    ${picture(view, asset)}
    <div class="about">
      <h3 class="title">
        <button class="open" type="button" @click=${() => view.open(asset, true)}><span dir="auto">${title}</span></button>
      </h3>
      <p class="meta muted">${meta(view, asset).map((part, at) => html`<span class="bit">${at > 0 ? html`<span class="dot"> · </span>` : nothing}${part}</span>`)}</p>
      <p class="line">${line(view, asset)}</p>
      <div class="acts">${gone ? leaving(view, asset) : acts(view, asset)}</div>
    </div>
  </div>`;
}

/** The picture of the first page. */
function picture({collateral}: LibraryView, asset: Asset) {
  const {preview, type, access} = asset;
  const src = goneBy(asset) ? undefined : preview?.url;
  return html`<span class="thumb" aria-hidden="true">
    ${src
      ? html`<img ?data-wide=${preview && preview.width > preview.height} src=${safeUrl(src, 'picture') ?? nothing} alt="" loading="lazy" decoding="async" width=${preview?.width ?? nothing} height=${preview?.height ?? nothing} @error=${() => collateral.freshen(asset)} />`
      : access === 'locked' ? lockIcon(20) : type === 'link' ? linkIcon(20) : fileIcon(20)}
  </span>`;
}

/** Whether it is new, its kind, and where there is a file its version, language and format. */
function meta({collateral, text}: LibraryView, asset: Asset) {
  const version = versionFor(asset, collateral.query.language, text.lang());
  const others = asset.current.length - 1;
  return [
    asset.isNew && !goneBy(asset) && html`<span class="new">${text.term('isNew')}</span>`,
    wordOf(text, `type_${asset.type}`) ?? asset.type,
    version && html`<span class="version-line" dir="ltr" translate="no">${[text.term('versionNumber', text.number(version.number)), version.language && `${version.language}${others > 0 ? ` +${text.number(others)}` : ''}`, formatOf(version.mediaType)].filter(Boolean).join(' · ')}</span>`,
  ].filter(Boolean);
}

function line({text, now}: LibraryView, asset: Asset) {
  const {held, access, newsAt, recall, replacedBy, expiresAt} = asset;
  const gone = goneBy(asset);
  if (gone) return html`<span class="alert" data-tone="danger">${dangerIcon()}<span dir="auto">${text.term(`gone_${gone}`)}${recall || replacedBy ? html`: <bdi>${recall ? recall.reason : replacedBy?.title}</bdi>` : nothing}</span></span>`;
  if (access === 'locked') return html`<span class="alert">${lockIcon()}<span>${unlocksOf(text, asset)}</span></span>`;
  if (held?.isStale) return html`<span class="alert" data-tone="warning">${warningIcon()}<span>${text.term('youHold', text.number(held.number))}</span></span>`;
  const endsSoon = expiresAt !== null && Date.parse(expiresAt) - now < 30 * 86_400_000;
  if (endsSoon) return html`<span class="muted">${text.term('ends', text.date(expiresAt))}</span>`;
  return html`<span class="muted">${newsAt ? text.term('updated', text.relativeTo(newsAt, now)) : nothing}</span>`;
}

function acts(view: LibraryView, asset: Asset) {
  const {collateral, text} = view;
  return html`${asset.access === 'locked'
      ? html`<button class="button" data-act="open" type="button" aria-haspopup="true" @click=${() => view.open(asset, true)}>${text.term('whatUnlocks')}</button>`
      : mainAct(view, asset)}
    ${asset.reach.cobrand && collateral.may('cobrand:write') ? html`<span class="brand" role="img" aria-label=${text.term('canCobrand')} title=${text.term('canCobrand')}>${brushIcon()}</span>` : nothing}${star(view, asset)}`;
}

/** Gets the file, or goes where the link leads. */
export function mainAct(view: LibraryView, asset: Asset, variant: 'primary' | 'secondary' = 'secondary') {
  const {collateral, text} = view;
  const {title, linkUrl} = asset;
  if (asset.type === 'link') {
    return html`<a class="button" data-act="link" data-variant=${variant} href=${safeUrl(linkUrl) ?? nothing} target="_blank" rel="noopener" aria-label=${text.term('openLinkOf', title)}>${linkIcon()}${text.term('openLink')}</a>`;
  }
  const version = versionFor(asset, collateral.query.language, text.lang());
  if (!version) return nothing;
  const busy = collateral.acts.isLoading(version.id);
  return html`<button class="button" data-act="download" data-variant=${variant} type="button" aria-disabled=${busy} aria-label=${text.term('downloadOf', title)} @click=${() => view.download(asset, version.id)}>
    ${downloadIcon()}${text.term(busy ? 'downloading' : 'download')}
  </button>`;
}

/** Makes it a favourite, or no more. */
export function star({collateral, text}: LibraryView, asset: Asset) {
  const {title, isFavourite} = asset;
  const label = text.term('favouriteOf', title);
  return html`<button class="button star" data-act="star" data-variant="quiet" data-icon-only type="button" aria-pressed=${isFavourite} aria-label=${label} title=${label} @click=${() => collateral.acts.star(asset)}>
    ${isFavourite ? starFullIcon(20) : starIcon(20)}
  </button>`;
}

/** A piece that was taken back while somebody looked on, or of which the reader holds a copy. */
function leaving(view: LibraryView, asset: Asset) {
  const {collateral, text} = view;
  return html`${asset.held ? html`<span class="throw muted">${text.term('throwAway', text.number(asset.held.number))}</span>` : nothing}
    ${collateral.isLeaving(asset) ? html`<button class="button" data-act="hide" data-variant="quiet" type="button" aria-label=${text.term('hideOf', asset.title)} @click=${() => view.hide(asset)}>${closeIcon()}${text.term('hide')}</button>` : nothing}`;
}
