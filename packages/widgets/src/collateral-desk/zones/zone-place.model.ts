import type {CobrandFormat, CobrandTemplate, CobrandZone, CobrandZoneType} from '@portico/contract';

/** A place on a page: points of a document, pixels of a picture, from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Size of a page in the same unit. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** The side or corner that a zone is pulled by, as compass points. */
export const edges = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Edge = (typeof edges)[number];

/** Least side of a code that telephones read, as the server asks for it. */
const leastCode: Readonly<Record<CobrandFormat, number>> = {pdf: 48, image: 110, html: 0};
/** Sides of a fresh zone as shares of the page's width. */
const fresh: Readonly<Record<CobrandZoneType, readonly [w: number, h: number]>> = {logo: [0.28, 0.1], text: [0.5, 0.08], contact: [0.4, 0.13], cta_link: [0.26, 0.055], qr: [0.13, 0.13]};

/** The size of a page. A template knows its first; of the others the picture tells the shape, and those of the same shape are as large. */
export function sheetOf({width, height, previews}: Pick<CobrandTemplate, 'width' | 'height' | 'previews'>, page: number): Sheet | undefined {
  if (width === null || height === null) return undefined;
  const picture = previews.find(preview => preview.page === page);
  if (page === 1 || !picture || Math.abs(picture.height / picture.width - height / width) < 0.02) return {width, height};
  return {width, height: Math.round((width * picture.height) / picture.width)};
}

/** The shortest side that a zone of this kind may be pulled to. */
export function leastSide(type: CobrandZoneType, format: CobrandFormat, {width}: Sheet): number {
  return type === 'qr' ? leastCode[format] : Math.max(1, Math.round(width / 100));
}

/** Moves a place, as far as the page goes. */
export function moveBox({x, y, w, h}: Box, dx: number, dy: number, sheet: Sheet): Box {
  return {x: between(Math.round(x + dx), 0, sheet.width - w), y: between(Math.round(y + dy), 0, sheet.height - h), w, h};
}

/** Pulls a place by a side or corner, as far as the page goes; the opposite side stays. */
export function resizeBox({x, y, w, h}: Box, edge: Edge, dx: number, dy: number, sheet: Sheet, least: number): Box {
  const [left, right] = edge.includes('w') ? [between(Math.round(x + dx), 0, x + w - least), x + w] : edge.includes('e') ? [x, between(Math.round(x + w + dx), x + least, sheet.width)] : [x, x + w];
  const [top, bottom] = edge.includes('n') ? [between(Math.round(y + dy), 0, y + h - least), y + h] : edge.includes('s') ? [y, between(Math.round(y + h + dy), y + least, sheet.height)] : [y, y + h];
  return {x: left, y: top, w: right - left, h: bottom - top};
}

/** What a key does to the zone that has the focus. */
export type ZoneKey = {readonly kind: 'move' | 'resize'; readonly dx: number; readonly dy: number} | {readonly kind: 'remove'} | {readonly kind: 'undo'};

const arrows: Readonly<Record<string, readonly [number, number]>> = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/** Reads a key. Arrows are those of the page, whatever the direction of the reader's language. */
export function toZoneKey({key, shiftKey, ctrlKey, metaKey, altKey}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>, {width}: Sheet): ZoneKey | undefined {
  const arrow = arrows[key];
  const isLarge = ctrlKey || metaKey || altKey;
  if (arrow) {
    // A step that can be seen: of a large picture a pixel cannot.
    const step = Math.max(1, Math.round(width / 1000)) * (isLarge ? 10 : 1);
    return {kind: shiftKey ? 'resize' : 'move', dx: arrow[0] * step, dy: arrow[1] * step};
  }
  if ((key === 'Delete' || key === 'Backspace') && !isLarge) return {kind: 'remove'};
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey ? {kind: 'undo'} : undefined;
}

/** A zone of this kind in the middle of a page, beside those that lie there. */
export function freshZone(type: CobrandZoneType, label: string, {zones, format}: {readonly zones: readonly CobrandZone[]; readonly format: CobrandFormat}, page: number, sheet: Sheet | undefined): CobrandZone {
  const name = type === 'cta_link' ? 'button' : type === 'qr' ? 'code' : type;
  const common = {
    id: freshName(name, zones), type, label, hint: null, page, x: 0, y: 0, w: 0, h: 0, fit: type === 'cta_link' ? 'line' : 'wrap', minSize: null, maxSize: null, colors: [], font: 'regular', align: type === 'cta_link' ? 'center' : 'start', maxChars: null,
    placeholder: placeholders[type], link: type === 'cta_link' ? '{{partner.website}}' : null, required: type === 'logo', locked: type === 'qr',
  } as const satisfies CobrandZone;
  if (!sheet) return common;
  const [shareW, shareH] = fresh[type];
  const least = leastSide(type, format, sheet);
  const [w, h] = [between(Math.round(shareW * sheet.width), least, sheet.width), between(Math.round(shareH * sheet.width), least, sheet.height)];
  let box: Box = {x: Math.round((sheet.width - w) / 2), y: Math.round((sheet.height - h) / 2), w, h};
  const shift = Math.round(sheet.width / 40);
  for (let tries = 0; tries < 20 && zones.some(zone => zone.page === page && zone.x === box.x && zone.y === box.y); tries++) box = moveBox(box, shift, shift, sheet);
  return {...common, ...box};
}

const placeholders: Readonly<Record<CobrandZoneType, string | null>> = {logo: '{{partner.logo}}', text: '{{partner.name}}', contact: '{{partner.name}}\n{{partner.phone}}\n{{partner.email}}\n{{partner.website}}', cta_link: '{{partner.website}}', qr: null};

/** The name with the first number that no zone has. */
export function freshName(name: string, zones: readonly Pick<CobrandZone, 'id'>[]): string {
  const stem = name.replace(/-\d+$/, '').slice(0, 34);
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!zones.some(zone => zone.id === id)) return id;
  }
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
