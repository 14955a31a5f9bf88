import type {CobrandFormat, CobrandZone, ZoneFinding} from '@portico/contract';
import {finding, type FilledZone} from '@portico/contract/cobrand-rules';
import {leastQrSide} from '../cobrand-template/cobrand-template.rules.ts';
import {composeLogo} from './compose-logo.ts';
import {composeQr} from './compose-qr.ts';
import {contrast, readableOn, toRgb} from './contrast.rules.ts';
import type {Box, Composed, DrawingTask, Ground, Mark, Rgb} from './drawing.ts';
import {isRightToLeft, measureText, missingCharacters, runsOf, widthOf, type Weight} from './fonts.ts';
import {ascent, fitText, lineHeight, lineStep, type FittedText} from './text-layout.rules.ts';

const sizes = {min: 8, max: 14} as const;
/** Of text against what is under it, as WCAG asks of large text. */
const leastTextContrast = 3;

/** Lays out what goes into the zones of a document or picture. */
export async function compose(task: DrawingTask, ground: Ground): Promise<Composed> {
  const parts: Composed[] = [];
  for (const filled of task.zones) {
    const {zone} = filled;
    const page = ground.size(zone.page);
    if (!page || zone.x + zone.w > page.width + 1 || zone.y + zone.h > page.height + 1) parts.push(wrong(zone, 'zone_outside', 'The material has no such place any more. The template has to be changed.'));
    else parts.push(await composeZone(filled, task, ground));
  }
  parts.push(composeSmallPrint(task));
  return {marks: parts.flatMap(({marks}) => marks), findings: parts.flatMap(({findings}) => findings)};
}

async function composeZone({zone, content}: FilledZone, task: DrawingTask, ground: Ground): Promise<Composed> {
  switch (content.kind) {
    case 'nothing':
      return {marks: [], findings: []};
    case 'qr': {
      const {marks, side} = composeQr(zone, content.address);
      const least = leastQrSide[task.format];
      return {marks, findings: side >= least ? [] : [finding(zone.id, 'qr_too_small', `The code is ${Math.floor(side)} wide; it needs ${least} to be read.`, {limit: least, actual: Math.floor(side)})]};
    }
    case 'logo': {
      const logo = task.logos.get(zone.id);
      return logo ? composeLogo(zone, logo, task.logoRules, ground) : {marks: [], findings: []};
    }
    case 'badge':
      return composeButton(zone, content.text, content.color, null);
    case 'link':
      return composeButton(zone, content.text, content.color, content.link);
    case 'text': {
      const fitted = fitInto(zone, content.text, zone, sizesOf(zone, task.format));
      if ('findings' in fitted) return fitted;
      const findings: ZoneFinding[] = [];
      const under = await ground.sample(zone.page, zone, 12, 6);
      const actual = contrast(toRgb(content.color), meanOf(under));
      if (actual < leastTextContrast) findings.push(finding(zone.id, 'text_contrast', `The text stands out too little from what is under it: ${actual.toFixed(1)}, at least ${leastTextContrast} is needed. Choose another colour.`, {limit: leastTextContrast, actual: Math.round(actual * 10) / 10}));
      return {marks: textMarks(zone, fitted, zone, content.color, zone.y), findings};
    }
  }
}

/** A call to action, or a badge: words on a box of its colour, where it leads on top. */
function composeButton(zone: CobrandZone, text: string, color: string, address: string | null): Composed {
  const pad = zone.h * 0.15;
  const inner = {x: zone.x + zone.h * 0.3, y: zone.y + pad, w: zone.w - zone.h * 0.6, h: zone.h - 2 * pad};
  const fitted = fitInto({...zone, align: 'center'}, text, inner, {min: zone.minSize ?? Math.min(6, inner.h / 2), max: zone.maxSize ?? inner.h / lineHeight}, 'line');
  if ('findings' in fitted) return fitted;
  const marks: Mark[] = [{kind: 'boxes', page: zone.page, boxes: [boxOf(zone)], radius: zone.h * 0.18, color}];
  marks.push(...textMarks({...zone, align: 'center'}, fitted, inner, readableOn(color), inner.y + (inner.h - fitted.size * lineHeight) / 2));
  if (address !== null) marks.push({kind: 'link', page: zone.page, box: boxOf(zone), address});
  return {marks, findings: []};
}

/** What every copy says of itself. Characters that no font has are left out: it is not the partner's to change. */
function composeSmallPrint({smallPrint, title, copy, brand}: DrawingTask): Composed {
  if (smallPrint === null) return {marks: [], findings: []};
  const text = `${brand.name} · ${title} · v${copy.version} · ${copy.date} · ${copy.address.slice(copy.address.lastIndexOf('/') + 1)}`;
  const {page, x, y, w, size, color} = smallPrint;
  const [first, ...parts] = isRightToLeft(text) ? text.split(' · ').filter(part => !isRightToLeft(part)) : text.split(' · ');
  const words = [first, ...parts];
  // What it is comes last and is never cut.
  while (words.length > 3 && measureText(words.join(' · '), 'regular') * size > w) words.shift();
  const fitted = {size, lines: [words.join(' · ')]};
  return {marks: textMarks({page, font: 'regular', align: 'start'}, fitted, {x, y, w, h: size * lineHeight}, color, y), findings: []};
}

function sizesOf({minSize, maxSize}: CobrandZone, format: CobrandFormat): {min: number; max: number} {
  // A picture's pixels are finer than points.
  const scale = format === 'image' ? 2 : 1;
  const min = minSize ?? Math.min(sizes.min * scale, maxSize ?? Infinity);
  return {min, max: Math.max(min, maxSize ?? sizes.max * scale)};
}

function fitInto(zone: CobrandZone, text: string, room: Box, {min, max}: {readonly min: number; readonly max: number}, how = zone.fit): FittedText | Composed {
  const missing = isRightToLeft(text) ? [...new Set(text)].filter(isRightToLeft) : missingCharacters(text, zone.font);
  const characters = missing.slice(0, 10);
  if (missing.length > 0) return wrong(zone, 'characters_not_supported', `There is no font for ${characters.join(' ')}. Leave that out.`, {characters});
  const fitted = fitText(text, {width: room.w, height: room.h, minSize: Math.min(min, max), maxSize: max, fit: how}, each => measureText(each, zone.font));
  return fitted ?? wrong(zone, 'does_not_fit', `The text does not fit into its place, not even at size ${min}. Shorten it.`, {limit: min});
}

function wrong({id}: CobrandZone, code: 'zone_outside' | 'characters_not_supported' | 'does_not_fit', message: string, values?: Parameters<typeof finding>[3]): Composed {
  return {marks: [], findings: [finding(id, code, message, values)]};
}

function textMarks({page, font, align}: {readonly page: number; readonly font: Weight; readonly align: CobrandZone['align']}, {size, lines}: FittedText, box: Box, color: string, top: number): Mark[] {
  return lines.flatMap((line, index) => {
    const runs = runsOf(line, font).map(run => ({...run, width: widthOf(run) * size}));
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    let x = box.x + (align === 'center' ? (box.w - width) / 2 : align === 'end' ? box.w - width : 0);
    const baseline = top + size * (ascent + lineStep * index);
    const placed = runs.map(run => {
      const at = x;
      x += run.width;
      return {piece: run.piece.name, text: run.text, x: at, baseline};
    });
    return placed.length === 0 ? [] : [{kind: 'text' as const, page, runs: placed, size, color}];
  });
}

function boxOf({x, y, w, h}: Box): Box {
  return {x, y, w, h};
}

function meanOf(colors: readonly Rgb[]): Rgb {
  const sum = colors.reduce(([r, g, b], [red, green, blue]) => [r + red, g + green, b + blue] as const, [0, 0, 0] as Rgb);
  return colors.length === 0 ? [255, 255, 255] : [sum[0] / colors.length, sum[1] / colors.length, sum[2] / colors.length];
}
