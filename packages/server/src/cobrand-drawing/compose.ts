import type {CobrandFormat, CobrandZone, ZoneFinding} from '@portico/contract';
import {finding, type FilledZone} from '@portico/contract/cobrand-rules';
import {Typesetting, type SetLine} from '../typesetting/typesetting.ts';
import {leastQrSide} from '../cobrand-template/cobrand-template.rules.ts';
import {composeLogo} from './compose-logo.ts';
import {composeQr} from './compose-qr.ts';
import {contrast, readableOn, toRgb} from './contrast.rules.ts';
import type {Box, Composed, DrawingTask, Ground, Mark, Rgb} from './drawing.ts';
import {ascent, fitText, lineHeight, lineStep} from './text-layout.rules.ts';

const sizes = {min: 8, max: 14} as const;
/** Of text against what is under it, as WCAG asks of large text. */
const leastTextContrast = 3;

/** Text as it goes into its room. */
interface PlacedText {
  readonly lines: readonly SetLine[];
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** Lays out what goes into the zones of a document or picture. */
export async function compose(task: DrawingTask, ground: Ground): Promise<Composed> {
  const parts: Composed[] = [];
  for (const filled of task.zones) {
    const {zone} = filled;
    const page = ground.size(zone.page);
    if (!page || zone.x + zone.w > page.width + 1 || zone.y + zone.h > page.height + 1) parts.push(wrong(zone, 'zone_outside', 'The material has no such place any more. The template has to be changed.'));
    else parts.push(await composeZone(filled, task, ground));
  }
  parts.push(await composeSmallPrint(task));
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
      return composeButton(zone, content.text, content.color, null, task);
    case 'link':
      return composeButton(zone, content.text, content.color, content.link, task);
    case 'text': {
      const fitted = await fitInto(zone, content.text, task, zone, sizesOf(zone, task.format));
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
async function composeButton(zone: CobrandZone, text: string, color: string, address: string | null, task: DrawingTask): Promise<Composed> {
  const pad = zone.h * 0.15;
  const inner = {x: zone.x + zone.h * 0.3, y: zone.y + pad, w: zone.w - zone.h * 0.6, h: zone.h - 2 * pad};
  const fitted = await fitInto(zone, text, task, inner, {min: zone.minSize ?? Math.min(6, inner.h / 2), max: zone.maxSize ?? inner.h / lineHeight}, 'line');
  if ('findings' in fitted) return fitted;
  const marks: Mark[] = [{kind: 'boxes', page: zone.page, boxes: [boxOf(zone)], radius: zone.h * 0.18, color}];
  marks.push(...textMarks({page: zone.page, align: 'center'}, fitted, inner, readableOn(color), inner.y + (inner.h - fitted.size * lineHeight) / 2));
  if (address !== null) marks.push({kind: 'link', page: zone.page, box: boxOf(zone), address});
  return {marks, findings: []};
}

/** What every copy says of itself. Characters that no font has are left out: it is not the partner's to change. */
async function composeSmallPrint({smallPrint, title, copy, brand, language}: DrawingTask): Promise<Composed> {
  if (smallPrint === null) return {marks: [], findings: []};
  const {page, x, y, w, size, color} = smallPrint;
  // Each part keeps to its own direction.
  const words = [brand.name, title, `v${copy.version}`, copy.date, copy.address.slice(copy.address.lastIndexOf('/') + 1)].map(part => `\u2068${part}\u2069`);
  let typesetting = await Typesetting.open(words.join(' · '), 'regular', language);
  // What it is comes last and is never cut.
  while (words.length > 3 && typesetting.measure(words.join(' · ')) * size > w) words.shift();
  typesetting = await Typesetting.open(words.join(' · '), 'regular', language);
  const placed = {size, lines: typesetting.set([words.join(' · ')]), isRightToLeft: typesetting.isRightToLeft};
  return {marks: textMarks({page, align: 'start'}, placed, {x, y, w, h: size * lineHeight}, color, y), findings: []};
}

function sizesOf({minSize, maxSize}: CobrandZone, format: CobrandFormat): {min: number; max: number} {
  // A picture's pixels are finer than points.
  const scale = format === 'image' ? 2 : 1;
  const min = minSize ?? Math.min(sizes.min * scale, maxSize ?? Infinity);
  return {min, max: Math.max(min, maxSize ?? sizes.max * scale)};
}

async function fitInto(zone: CobrandZone, said: string, {language}: DrawingTask, room: Box, {min, max}: {readonly min: number; readonly max: number}, how = zone.fit): Promise<PlacedText | Composed> {
  const text = how === 'line' ? said.replaceAll(/\s*\n\s*/g, ' ') : said;
  const typesetting = await Typesetting.open(text, zone.font, language);
  const characters = typesetting.missing.slice(0, 10);
  if (characters.length > 0) return wrong(zone, 'characters_not_supported', `There is no font for ${characters.join(' ')}. Leave that out.`, {characters});
  const fitted = fitText(text, {width: room.w, height: room.h, minSize: Math.min(min, max), maxSize: max, fit: how}, each => typesetting.measure(each));
  if (!fitted) return wrong(zone, 'does_not_fit', `The text does not fit into its place, not even at size ${min}. Shorten it.`, {limit: min});
  return {size: fitted.size, lines: typesetting.set(fitted.lines), isRightToLeft: typesetting.isRightToLeft};
}

function wrong({id}: CobrandZone, code: 'zone_outside' | 'characters_not_supported' | 'does_not_fit', message: string, values?: Parameters<typeof finding>[3]): Composed {
  return {marks: [], findings: [finding(id, code, message, values)]};
}

/** Lines in a box. Text from right to left starts at its right. */
function textMarks({page, align}: {readonly page: number; readonly align: CobrandZone['align']}, {size, lines, isRightToLeft}: PlacedText, box: Box, color: string, top: number): Mark[] {
  return lines.flatMap((line, index) => {
    const free = box.w - line.width * size;
    const isAtRight = (align === 'end') !== isRightToLeft;
    const x = box.x + (align === 'center' ? free / 2 : isAtRight ? free : 0);
    return line.runs.length === 0 ? [] : [{kind: 'text' as const, page, line, x, baseline: top + size * (ascent + lineStep * index), size, color}];
  });
}

function boxOf({x, y, w, h}: Box): Box {
  return {x, y, w, h};
}

function meanOf(colors: readonly Rgb[]): Rgb {
  const sum = colors.reduce(([r, g, b], [red, green, blue]) => [r + red, g + green, b + blue] as const, [0, 0, 0] as Rgb);
  return colors.length === 0 ? [255, 255, 255] : [sum[0] / colors.length, sum[1] / colors.length, sum[2] / colors.length];
}
