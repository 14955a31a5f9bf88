import type {CobrandTemplate, CobrandZone} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {safeUrl} from '../../base/safe-url.ts';
import type {Words} from '../collateral-desk.words.ts';
import {placed, shaped} from './placed.ts';
import {edges, type Box, type Edge, type Sheet} from './zone-place.model.ts';

/** A page with its zones. */
export interface ZoneCanvasView {
  readonly text: Words;
  readonly template: CobrandTemplate;
  readonly zones: readonly CobrandZone[];
  readonly smallPrint: CobrandTemplate['smallPrint'];
  readonly page: number;
  readonly sheet: Sheet;
  /** Index of the zone in hand. */
  readonly selected: number | undefined;
  /** Where the zone is that is being pulled. */
  readonly pulled: {readonly index: number; readonly box: Box} | undefined;
  readonly isFixed: boolean;
  /** The drawn page with a partner's brand on it; without one, the page as it is. */
  readonly drawn: string | undefined;
  readonly isWrong: (index: number) => boolean;
  readonly onSelect: (index: number) => void;
  readonly onPull: (event: PointerEvent, index: number, edge: Edge | undefined) => void;
  readonly onKey: (event: KeyboardEvent, index: number) => void;
  readonly onDrawn: (url: string) => void;
  readonly onFailed: (url: string) => void;
}

/** Draws the page and its zones over it; each is a button that arrows move and handles resize. */
export function renderZoneCanvas(view: ZoneCanvasView) {
  const {text, template, zones, smallPrint, page, sheet, drawn, onDrawn, onFailed} = view;
  const pictures = template.previews.filter(preview => preview.page === page);
  const picture = pictures.reduce((largest, each) => (each.width > largest.width ? each : largest), pictures[0] ?? {width: 0, url: ''});
  const url = drawn || picture.url;
  const here = zones.map((zone, index) => ({zone, index})).filter(({zone}) => zone.page === page);
  return html`<div class="sheet" ?data-drawn=${Boolean(drawn)} ${shaped(sheet)}>
    ${
      url
        ? html`<img src=${safeUrl(url, 'picture') ?? nothing} alt=${text.term('copyPicture', template.assetTitle, text.number(page))} draggable="false" decoding="async" @load=${() => onDrawn(url)} @error=${() => onFailed(url)} />`
        : html`<p class="muted none">${text.term('noPicture')}</p>`
    }
    <div class="zones">
      ${smallPrint?.page === page ? html`<span class="print" ${placed({...smallPrint, h: smallPrint.size * 1.2}, sheet)}></span>` : nothing}
      ${repeat(here, ({index}) => index, ({zone, index}) => renderZone(view, zone, index))}
    </div>
  </div>`;
}

function renderZone({text, sheet, selected, pulled, isFixed, isWrong, onSelect, onPull, onKey}: ZoneCanvasView, zone: CobrandZone, index: number) {
  const box: Box = pulled?.index === index ? pulled.box : zone;
  const isSelected = index === selected;
  const pull = (event: PointerEvent) => onPull(event, index, (event.target as HTMLElement).dataset['edge'] as Edge | undefined);
  return html`<button
    class="zone"
    type="button"
    data-index=${index}
    data-type=${zone.type}
    aria-pressed=${isSelected}
    aria-label=${`${zone.label}, ${text.term(`zoneType_${zone.type}`)}, ${toPlace(text, box)}`}
    aria-describedby=${isFixed ? nothing : 'keys'}
    ?data-wrong=${isWrong(index)}
    ?data-fixed=${isFixed}
    @focus=${() => onSelect(index)}
    @click=${() => onSelect(index)}
    @pointerdown=${isFixed ? nothing : pull}
    @keydown=${isFixed ? nothing : (event: KeyboardEvent) => onKey(event, index)}
    ${placed(box, sheet)}
  >
    <span class="name" dir="auto" translate="no">${zone.label}</span>
    ${isSelected && !isFixed ? edges.map(edge => html`<i class="handle" data-edge=${edge}></i>`) : nothing}
  </button>`;
}

/** Size and place in words. */
export function toPlace(text: Words, {x, y, w, h}: Box): string {
  const pair = (a: number, b: number, between: string) => `${text.number(Math.round(a))}${between}${text.number(Math.round(b))}`;
  return text.term('zonePlace', pair(w, h, ' × '), pair(x, y, ', '));
}
