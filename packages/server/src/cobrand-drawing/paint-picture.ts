import sharp, {type OverlayOptions, type Sharp} from 'sharp';
import {toOutlines} from '../typesetting/glyph-outlines.ts';
import type {Mark} from './drawing.ts';
import {renderLogo} from './logo-picture.ts';

/** Puts marks on a picture. @param scale - Pixels of the picture for one unit of the marks. */
export async function paintPicture(picture: Sharp, {width, height}: {readonly width: number; readonly height: number}, marks: readonly Mark[], scale: number): Promise<Sharp> {
  const layers: OverlayOptions[] = [];
  let drawing = '';
  const flush = () => {
    if (drawing !== '') layers.push({input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="scale(${scale})">${drawing}</g></svg>`), left: 0, top: 0});
    drawing = '';
  };
  for (const mark of marks) {
    if (mark.kind !== 'picture') {
      drawing += drawn(mark);
      continue;
    }
    flush();
    const {box, logo} = mark;
    const input = await renderLogo(logo, box.w * scale, box.h * scale);
    const size = await sharp(input).metadata();
    // A small picture is not blown up: it stands in the middle of its place.
    const left = Math.round((box.x + box.w / 2) * scale - size.width / 2);
    const top = Math.round((box.y + box.h / 2) * scale - size.height / 2);
    layers.push({input, left: Math.max(0, left), top: Math.max(0, top)});
  }
  flush();
  return picture.composite(layers);
}

/** A mark as SVG: text as outlines, so that no font of the machine has a say. Nothing in it comes from outside but numbers and colours. */
function drawn(mark: Exclude<Mark, {kind: 'picture'}>): string {
  if (mark.kind === 'link') return '';
  if (mark.kind === 'boxes') {
    const boxes = mark.boxes.map(({x, y, w, h}) => `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${mark.radius > 0 ? ` rx="${n(mark.radius)}"` : ''}/>`);
    return `<g fill="${mark.color}"${mark.radius > 0 ? '' : ' shape-rendering="crispEdges"'}>${boxes.join('')}</g>`;
  }
  return `<g fill="${mark.color}">${toOutlines(mark.line, mark.size, mark.x, mark.baseline)}</g>`;
}

function n(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
