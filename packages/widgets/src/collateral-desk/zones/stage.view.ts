import type {CobrandTemplate} from '@portico/contract';
import {html, nothing} from 'lit';
import {safeUrl} from '../../base/safe-url.ts';
import type {UiField} from '../../ui/field/field.ts';
import {chevronStartIcon, returnIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import {zoneTypes, type Editing} from './editing.ts';
import {renderZoneCanvas} from './zone-canvas.view.ts';

/** The page with its zones, and what is above it: adding, undoing, whose brand, which page. */
export function renderStage(editor: Editing, template: CobrandTemplate) {
  const {text, draft, page, withBrand, sheet, preview} = editor;
  const isWeb = template.format === 'html';
  const waits = editor.isDrawn && preview.isBehind;
  return html`<div class="stage">
    <div class="bar">
      ${
        draft.canEdit
          ? html`<portico-ui-menu class="add" variant="secondary" .items=${zoneTypes.map(id => ({id, label: text.term(`zoneType_${id}`)}))} @portico-ui-menu-select=${({id}: MenuSelectEvent) => editor.addZone(id as (typeof zoneTypes)[number])}>${text.term('zonesAdd')}</portico-ui-menu>
              <button class="button" type="button" data-variant="quiet" data-act="undo" ?disabled=${!draft.canUndo} @click=${() => editor.undo()}>${returnIcon()}${text.term('zonesUndo')}</button>`
          : nothing
      }
      ${isWeb ? nothing : html`<button class="button" type="button" data-variant="quiet" data-act="brand" aria-pressed=${withBrand} @click=${() => (editor.withBrand = !withBrand)}>${text.term('zonesBrand')}</button>`}
      ${editor.isDrawn ? renderPartners(editor) : nothing} ${waits ? html`<span class="muted small">${text.term('zonesDrawing')}</span>` : nothing} ${renderPages(editor, template)}
    </div>
    <div class="ground" aria-busy=${waits}>
      ${
        isWeb
          ? preview.url && preview.isFrameRefused
            ? html`<p class="note">${text.term('zonesFrameRefused')} <a href=${safeUrl(preview.url) ?? nothing} target="_blank" rel="noopener noreferrer">${text.term('zonesOpenPreview')}</a></p>`
            : preview.url
            ? html`<iframe class="frame" src=${safeUrl(preview.url) ?? nothing} sandbox="" title=${text.term('zonesBrand')} @load=${() => preview.drawn(preview.url)}></iframe>`
            : nothing
          : sheet
            ? renderZoneCanvas({
                text, template, sheet, page,
                zones: editor.zones,
                smallPrint: draft.fields?.smallPrint ?? null,
                selected: editor.selected,
                pulled: editor.pull.pulled,
                isFixed: !draft.canEdit,
                drawn: withBrand ? preview.url : undefined,
                isWrong: index => editor.form.errorsBelow(`zones/${index}`) > 0,
                onSelect: index => editor.select(index),
                onPull: (event, index, edge) => editor.beginPull(event, index, edge),
                onKey: (event, index) => editor.pressKey(event, index),
                onDrawn: url => preview.drawn(url),
                onFailed: url => editor.freshen(url),
              })
            : nothing
      }
    </div>
  </div>`;
}

function renderPartners(editor: Editing) {
  const {text, partners, partnerOrgId} = editor;
  const options = [{value: '', label: text.term('zonesSample')}, ...partners.map(({id, name}) => ({value: id, label: name}))];
  return html`<portico-ui-field class="whose" kind="select" label=${text.term('zonesPartner')} label-hidden .options=${options} .value=${partnerOrgId} @change=${(event: Event) => (editor.partnerOrgId = (event.target as UiField).value)}></portico-ui-field>`;
}

function renderPages(editor: Editing, {pages, format}: CobrandTemplate) {
  if (pages < 2 || format === 'html') return nothing;
  const {text, page} = editor;
  const turn = (to: number, term: 'previousPage' | 'nextPage', name: string) =>
    html`<button class="button ${name}" type="button" data-variant="quiet" data-icon-only aria-label=${text.term(term)} title=${text.term(term)} ?disabled=${to < 1 || to > pages} @click=${() => editor.turn(to)}>${chevronStartIcon(20)}</button>`;
  return html`<span class="turn">${turn(page - 1, 'previousPage', 'previous')}<span class="figures" role="status">${text.term('pageOf', text.number(page), text.number(pages))}</span>${turn(page + 1, 'nextPage', 'next')}</span>`;
}
