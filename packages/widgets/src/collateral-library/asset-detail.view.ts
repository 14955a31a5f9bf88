import type {Asset, AssetVersion} from '@portico/contract';
import {html, nothing} from 'lit';
import {dangerIcon, lockIcon, warningIcon} from '../ui/icon/icons.ts';
import {mainAct, star} from './asset-card.view.ts';
import {previewPane} from './asset-preview.view.ts';
import {goneBy, versionFor} from './asset.model.ts';
import {formatOf, languageOf, sizeOf, unlockOf, valueOf, wordOf} from './asset-text.ts';
import type {DialogAct, LibraryView} from './collateral-library.view.ts';
import type {LibraryFacet} from './library.model.ts';

/** A piece as a whole: its pages, what it is about, its versions, what may be done with it or what is missing. */
export function assetDetail(view: LibraryView, asset: Asset) {
  const {text} = view;
  const gone = goneBy(asset);
  const usable = asset.access === 'granted' && !gone;
  return html`<div class="scroll" data-id=${asset.id}>
      ${notices(view, asset)}
      <div class="head">
        <div class="head-line">
          <h2 class="name" id="detail-title" tabindex="-1" dir="auto">${asset.title}</h2>
          ${gone ? nothing : star(view, asset)}
        </div>
        <div class="tags"><portico-ui-badge>${wordOf(text, `type_${asset.type}`) ?? asset.type}</portico-ui-badge>${asset.isNew ? html`<portico-ui-badge tone="accent">${text.term('isNew')}</portico-ui-badge>` : nothing}</div>
      </div>
      ${usable && asset.type !== 'link' ? previewPane(view, asset) : nothing}
      ${asset.summary ? html`<p class="summary" dir="auto">${asset.summary}</p>` : nothing} ${facts(view, asset)} ${usable ? versionList(view) : nothing}
      ${usable && asset.held?.isStale === false ? html`<p class="muted">${text.term('heldCurrent', text.number(asset.held.number), text.date(asset.held.downloadedAt))}</p>` : nothing}
      ${asset.transcript ? html`<details class="more"><summary>${text.term('transcript')}</summary><p class="summary" dir="auto">${asset.transcript}</p></details>` : nothing}
    </div>
    ${usable ? actions(view, asset) : nothing}`;
}

/** What the reader has to know first. */
function notices(view: LibraryView, asset: Asset) {
  const {text, collateral} = view;
  const {held, access, recall, unlocks, replacedBy} = asset;
  const gone = goneBy(asset);
  if (gone) {
    return html`<div class="note" data-tone="danger" part="note">
      ${dangerIcon()}<span class="note-text" role="alert"
        >${text.term(`gone_${gone}`)}${recall || replacedBy ? html`: <bdi>${recall ? recall.reason : replacedBy?.title}</bdi>` : nothing}
        ${held ? text.term('throwAway', text.number(held.number)) : nothing}</span
      >
      ${replacedBy && gone === 'superseded' ? html`<button class="button" data-act="replacement" type="button" @click=${() => void follow(view, replacedBy.id)}>${text.term('replacement')}</button>` : nothing}
    </div>`;
  }
  if (access === 'locked') {
    return html`<div class="note locked" part="note">
      ${lockIcon()}
      <div class="note-text"><p>${text.term('toUnlock')}</p><ul class="unlocks">${unlocks.map(unlock => html`<li>${unlockOf(text, unlock)}</li>`)}</ul></div>
    </div>`;
  }
  const {cobranding} = collateral.opened;
  const staleCopies = cobranding?.stale
    ? html`<div class="note stale" part="note">${warningIcon()}<span class="note-text">${text.term('staleCopies', cobranding.stale)}</span><button class="button" data-act="stale" data-variant="quiet" type="button" aria-haspopup="dialog" @click=${() => view.ask('cobrand', asset)}>${text.term('show')}</button></div>`
    : nothing;
  return html`${heldNote(view, asset)}${staleCopies}`;
}

/** Goes on to what took its place. */
async function follow(view: LibraryView, id: string): Promise<void> {
  const {collateral, portal} = view;
  const asset = await portal?.client.assets.get({id}).catch(() => undefined);
  // Without a connection it says itself why it cannot be read.
  if (!asset) return collateral.opened.open(id);
  view.open(asset, true);
  collateral.opened.take(asset);
}

function heldNote({text}: LibraryView, {held}: Asset) {
  if (!held?.isStale) return nothing;
  return html`<div class="note stale" part="note">${warningIcon()}<span class="note-text">${text.term('heldStale', text.number(held.number), text.date(held.downloadedAt))}</span></div>`;
}

function facts({text, collateral}: LibraryView, asset: Asset) {
  const values = (facet: LibraryFacet, list: readonly string[]) => [text.term(`facet_${facet}`), list.map(value => (facet === 'salesStage' ? (collateral.stages.find(({key}) => key === value)?.name ?? value) : valueOf(text, facet, value)))] as const;
  const version = asset.current[0];
  const rows: readonly (readonly [label: string, words: readonly string[]])[] = [
    values('product', asset.products),
    values('language', asset.languages),
    values('salesStage', asset.salesStages),
    values('industry', asset.industries),
    values('persona', asset.personas),
    values('tag', asset.tags),
    [text.term('fact_size'), version ? [text.term('fileSize', formatOf(version.mediaType), sizeOf(text, version.sizeBytes))] : []],
    [text.term('fact_owner'), asset.owner ? [asset.owner.name] : []],
    [text.term('fact_ends'), asset.expiresAt ? [text.date(asset.expiresAt)] : []],
  ];
  return html`<dl class="facts">
    ${rows.map(([label, words]) => (words.length > 0 ? html`<div class="fact"><dt class="muted">${label}</dt><dd dir="auto">${words.length > 1 ? text.list(words) : words[0]}</dd></div>` : nothing))}
  </dl>`;
}

/** Every version that was ever published, latest first, and whether it is the one to use. */
function versionList(view: LibraryView) {
  const {collateral, text} = view;
  const {versions} = collateral.opened;
  if (!versions || versions.length === 0) return nothing;
  return html`<section class="part">
    <h3 class="part-title">${text.term('versions')}</h3>
    <ol class="versions" reversed>
      ${versions.map(version => versionRow(view, version))}
    </ol>
  </section>`;
}

const versionTones = {current: 'success', recalled: 'danger'} as const;

function versionRow({collateral, text}: LibraryView, version: AssetVersion) {
  const {id, number, language, status, publishedAt, changeNote, recallReason, storedFile} = version;
  const name = languageOf(text, language);
  const note = recallReason ?? changeNote;
  return html`<li class="version" data-status=${status}>
    <span class="version-name"><span translate="no">${text.term('versionNumber', text.number(number))}</span> · ${name}</span>
    <portico-ui-badge tone=${versionTones[status as keyof typeof versionTones] ?? 'neutral'}>${wordOf(text, `version_${status}`) ?? status}</portico-ui-badge>
    <span class="version-when muted">${publishedAt ? text.term('publishedOn', text.date(publishedAt)) : nothing}</span>
    ${status === 'current' && storedFile.previews.length > 0 && collateral.opened.versionId !== id && versions(collateral.opened.versions) > 1
      ? html`<button class="button" data-variant="quiet" type="button" aria-label=${text.term('showPages', name)} @click=${() => collateral.opened.turnTo(1, id)}>${text.term('preview')}</button>`
      : nothing}
    ${note ? html`<span class="version-note muted" dir="auto">${note}</span>` : nothing}
  </li>`;
}

const versions = (all: readonly AssetVersion[] | undefined) => all?.filter(({status}) => status === 'current').length ?? 0;

/** What is done in a dialog: made one's own, shared, ordered in print. */
function dialogActs(view: LibraryView, asset: Asset) {
  const {collateral, text} = view;
  const {cobranding} = collateral.opened;
  const button = (act: DialogAct) => html`<button class="button" data-act=${act} type="button" aria-haspopup="dialog" @click=${() => view.ask(act, asset)}>${text.term(`do_${act}`)}</button>`;
  return html`${cobranding && (cobranding.isOffered || cobranding.copies > 0) ? button('cobrand') : nothing}
  ${asset.reach.link && collateral.may('share_link:write') ? button('share') : nothing} ${asset.reach.embed && collateral.may('collateral_embed:write') ? button('embed') : nothing} ${asset.reach.print && collateral.may('print_order:write') ? button('print') : nothing}`;
}

/** What can be done with it. */
function actions(view: LibraryView, asset: Asset) {
  const {collateral, text} = view;
  const first = versionFor(asset, collateral.query.language, text.lang());
  const others = asset.current.filter(({id}) => id !== first?.id);
  const hints = [asset.watermark ? text.term('watermarked') : '', asset.delivery === 'locked' ? text.term('singleUse') : ''].filter(Boolean);
  return html`<div class="actions" part="actions">
    ${mainAct(view, asset, 'primary')}
    ${others.length > 0
      ? html`<portico-ui-menu
          variant="secondary"
          .items=${others.map(({id, language, number, mediaType, sizeBytes}) => ({id, label: `${languageOf(text, language)} · ${text.term('versionNumber', text.number(number))} · ${formatOf(mediaType)} · ${sizeOf(text, sizeBytes)}`}))}
          @portico-ui-menu-select=${({id}: Event & {id: string}) => view.download(asset, id)}
          >${text.term('otherLanguages')}</portico-ui-menu
        >`
      : nothing}
    ${dialogActs(view, asset)}
    ${hints.length > 0 ? html`<p class="hints muted">${hints.join(' ')}</p>` : nothing}
  </div>`;
}
