import type {Asset} from '@portico/contract';
import {html, nothing} from 'lit';
import type {DirectiveResult} from 'lit/directive.js';
import {live} from 'lit/directives/live.js';
import {lockIcon, warningIcon} from '../../ui/icon/icons.ts';
import {latestNumber, runsOutSoon} from '../collateral-desk.model.ts';
import {statusTones, toLanguageName, type Words} from '../collateral-desk.words.ts';

/** What a row needs to know besides its asset. */
export interface RowContext {
  readonly text: Words;
  /** The time now, in milliseconds since 1970. */
  readonly now: number;
  /** Id of what is open beside the list. */
  readonly openId: string | undefined;
  /** Id of the row that the keyboard is on. */
  readonly activeId: string | undefined;
  readonly isSelected: (id: string) => boolean;
  /** Whether somebody else changed it a moment ago. */
  readonly isChanged: (id: string) => boolean;
  readonly onOpen: (asset: Asset, event: MouseEvent) => void;
  readonly onSelect: (asset: Asset, event: MouseEvent) => void;
}

/** One piece of material as a row of the grid. */
export function renderRow(asset: Asset, place: DirectiveResult, context: RowContext) {
  const {text, now, openId, activeId, isSelected, isChanged, onOpen, onSelect} = context;
  const {id, title, type, status, holders, updatedAt} = asset;
  const selected = isSelected(id);
  const number = latestNumber(asset);
  const stale = holders?.stale ?? 0;
  return html`<div
    class="row"
    part="row"
    role="row"
    tabindex=${id === activeId ? 0 : -1}
    aria-selected=${selected}
    aria-current=${id === openId ? 'true' : nothing}
    ?data-changed=${isChanged(id)}
    data-id=${id}
    @click=${(event: MouseEvent) => onOpen(asset, event)}
    ${place}
  >
    <div class="cell select" role="gridcell" aria-colindex="1">
      <input type="checkbox" tabindex="-1" .checked=${live(selected)} aria-label=${text.term('selectAsset', title)} @click=${(event: MouseEvent) => onSelect(asset, event)} />
    </div>
    <div class="cell asset" role="gridcell" aria-colindex="2">
      <span class="name" dir="auto" title=${title}>${title}</span>
      <span class="kind muted">${text.term(`type_${type}`)}</span>
      ${renderMark(asset, context)}
    </div>
    <div class="cell status" role="gridcell" aria-colindex="3"><portico-ui-badge tone=${statusTones[status]}>${text.term(`status_${status}`)}</portico-ui-badge></div>
    <div class="cell versions figures" role="gridcell" aria-colindex="4">${number === undefined ? nothing : text.term('versionNumber', text.number(number))}</div>
    <div class="cell languages muted" role="gridcell" aria-colindex="5">${renderLanguages(asset, text)}</div>
    <div class="cell holders figures" role="gridcell" aria-colindex="6">${holders && holders.partnerOrgs > 0 ? text.number(holders.partnerOrgs) : nothing}</div>
    <div class="cell stale figures" role="gridcell" aria-colindex="7" ?data-some=${stale > 0}>${stale > 0 ? html`${warningIcon()}<span><span class="few">${text.term('col_stale')}${text.colon}</span>${text.number(stale)}</span>` : nothing}</div>
    <div class="cell changed muted" role="gridcell" aria-colindex="8"><time datetime=${updatedAt} title=${text.date(updatedAt, 'dateTime')}>${text.relativeTo(updatedAt, now)}</time></div>
  </div>`;
}

function renderLanguages({languages}: Asset, text: Words) {
  const names = text.list(languages.map(code => toLanguageName(code, text.lang())));
  return html`<span title=${names} aria-label=${names || nothing} role=${languages.length > 0 ? 'img' : nothing} translate="no">${languages.join(' · ')}</span>`;
}

/** What is out of the ordinary, in a word. */
function renderMark(asset: Asset, {text, now}: RowContext) {
  if (runsOutSoon(asset, now)) {
    const words = text.term('runsOut', text.relativeTo(asset.expiresAt ?? '', now));
    return html`<span class="mark" title=${words}>${warningIcon()}<span>${words}</span></span>`;
  }
  return asset.delivery === 'locked' ? lockIcon() : nothing;
}
