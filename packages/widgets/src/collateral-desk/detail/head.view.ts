import type {Asset, AssetFolder, Program} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {safeUrl} from '../../base/safe-url.ts';
import {dangerIcon, lockIcon, warningIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import type {MenuItem} from '../../ui/menu/menu.ts';
import {actionsOf, type CollateralDeskAction} from '../collateral-desk.actions.ts';
import {runsOutSoon} from '../collateral-desk.model.ts';
import {statusTones, type Words} from '../collateral-desk.words.ts';
import {describeEntitlement} from '../entitlement.words.ts';

/** Acts with a button of their own, in this order; the first that is possible is the primary one. */
const buttons = ['approve', 'publish', 'submit', 'request_changes', 'add_version', 'edit'] as const;
const rest = ['supersede', 'archive', 'recall'] as const;

/** The acts that it allows: the usual ones as buttons, the others in a menu. */
export function renderActions(asset: Asset, text: Words, begin: (action: CollateralDeskAction) => void) {
  const possible = actionsOf(asset);
  // What has no file yet needs one before anything else.
  const needsFile = asset.current.length === 0 && asset.type !== 'link' && possible.has('add_version') && asset.status !== 'in_review';
  const order = needsFile ? (['add_version', ...buttons] as const) : buttons;
  const shown = [...new Set(order)].filter(action => possible.has(action) && !(needsFile && action === 'publish'));
  const items: MenuItem[] = rest.filter(id => possible.has(id)).map((id): MenuItem => ({id, label: text.term(`do_${id}`), danger: id !== 'supersede'}));
  return html`<div class="actions">
    ${repeat(shown, action => action, (action, at) => html`<button class="button" type="button" data-variant=${at === 0 ? 'primary' : 'secondary'} @click=${() => begin(action)}>${text.term(`do_${action}`)}</button>`)}
    ${items.length > 0 ? html`<portico-ui-menu .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => begin(id as CollateralDeskAction)}></portico-ui-menu>` : nothing}
  </div>`;
}

/** What it is, how it stands, and what somebody has to know at once. */
export function renderHead(asset: Asset, folders: readonly AssetFolder[], now: number, text: Words, lead: (id: string) => void) {
  const {title, summary, status, type, owner, folderId, changesWanted, recall, replacedBy, expiresAt, holders, preview} = asset;
  const folder = folders.find(({id}) => id === folderId);
  return html`<div class="top">
    <div class="title">
      <h3 id="title" tabindex="-1" dir="auto" translate="no">${title}</h3>
      <p class="tags">
        <portico-ui-badge tone=${statusTones[status]}>${text.term(`status_${status}`)}</portico-ui-badge>
        <span>${text.term(`type_${type}`)}</span> ${folder ? html`<bdi translate="no">${folder.name}</bdi>` : nothing} ${owner ? html`<bdi translate="no">${owner.name}</bdi>` : nothing}
      </p>
      ${summary ? html`<p dir="auto" translate="no">${summary}</p>` : nothing}
    </div>
    ${preview ? html`<img class="cover" src=${safeUrl(preview.url, 'picture') ?? nothing} width=${preview.width} height=${preview.height} alt="" decoding="async" />` : nothing}
    ${recall ? html`<p class="bad">${dangerIcon()}<span>${text.term('recalledOn', text.date(recall.at, 'date'))} <span dir="auto" translate="no">${recall.reason}</span></span></p>` : nothing}
    ${replacedBy && status === 'superseded' ? html`<p>${text.term('replacedBy')} <button class="button" type="button" data-variant="quiet" @click=${() => lead(replacedBy.id)}><bdi translate="no">${replacedBy.title}</bdi></button></p>` : nothing}
    ${changesWanted ? html`<p class="attention">${warningIcon()}<span>${text.term('changesWanted')}${text.colon}<span dir="auto" translate="no">${changesWanted}</span></span></p>` : nothing}
    ${runsOutSoon(asset, now) ? html`<p class="attention">${warningIcon()}<span>${text.term('runsOut', text.relativeTo(expiresAt ?? '', now))}</span></p>` : nothing}
    ${holders && holders.stale > 0 ? html`<p class="attention">${warningIcon()}<span>${text.term('staleHolders', holders.stale)}</span></p>` : nothing}
  </div>`;
}

/** Who gets it, in plain words, and the other facts. */
export function renderFacts(asset: Asset, program: Program | undefined, text: Words) {
  const {entitlement, classification, delivery, watermark, products, industries, salesStages, personas, tags, altText, linkUrl, transcript} = asset;
  const stage = (key: string) => program?.dealPolicy.stages.find(each => each.key === key)?.name ?? key;
  const lists: readonly [string, readonly string[]][] = [
    [text.term('facet_product'), products],
    [text.term('f_salesStages'), salesStages.map(stage)],
    [text.term('f_industries'), industries],
    [text.term('f_personas'), personas],
    [text.term('f_tags'), tags],
  ];
  return html`<section aria-labelledby="who">
      <h4 id="who">${text.term('whoGetsIt')}</h4>
      <ul class="said">${entitlement ? describeEntitlement(entitlement, {classification, products, program, text}).map(line => html`<li>${line}</li>`) : nothing}</ul>
      <p class="muted small">${delivery === 'locked' ? lockIcon() : nothing} ${text.term(`delivery_${delivery}`)}${watermark ? html` · ${text.term('f_watermark')}` : nothing}</p>
    </section>
    <section>
      <dl class="facts">
        ${lists.map(([name, values]) => (values.length > 0 ? html`<div><dt>${name}</dt><dd dir="auto" translate="no">${text.list(values)}</dd></div>` : nothing))}
        ${linkUrl ? html`<div><dt>${text.term('f_linkUrl')}</dt><dd><a href=${safeUrl(linkUrl) ?? nothing} target="_blank" rel="noopener noreferrer" translate="no">${linkUrl}</a></dd></div>` : nothing}
        ${altText ? html`<div><dt>${text.term('f_altText')}</dt><dd dir="auto" translate="no">${altText}</dd></div>` : nothing}
        ${transcript ? html`<div><dt>${text.term('f_transcript')}</dt><dd class="long" dir="auto" translate="no">${transcript}</dd></div>` : nothing}
      </dl>
    </section>`;
}
