import {PDFDocument, concatTransformationMatrix, popGraphicsState, pushGraphicsState, rgb, setFillingColor, setGraphicsState} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import {viewOf} from '../cobrand-drawing/paint-pdf.ts';
import {DocumentFonts} from '../typesetting/document-fonts.ts';
import {toOutlines} from '../typesetting/glyph-outlines.ts';
import {Typesetting, type SetLine} from '../typesetting/typesetting.ts';
import type {MarkingTask} from './marking.ts';

sharp.concurrency(1);
sharp.cache(false);

/** Large across the page, so that it is in every copy of a part of it; small at the foot, so that it can be read. */
const across = {opacity: 0.16, share: 0.75};
const foot = {opacity: 0.7, share: 0.016, margin: 0.02};
const steepest = Math.PI / 4;
const mostPixels = 40_000_000;

/** Writes words over every page of a document, or over a picture. Slow and hungry: runs in a thread of its own. */
export async function markFile({bytes, mediaType, words: said, code}: MarkingTask): Promise<Uint8Array> {
  const {missing} = await Typesetting.open(said, 'bold');
  const words = missing.length > 0 ? `${said} · ${code}` : said;
  const [line = {runs: [], width: 0}] = (await Typesetting.open(words, 'bold')).set([words]);
  return mediaType === 'application/pdf' ? markDocument(bytes, words, line) : markPicture(bytes, mediaType, line);
}

/** Where words stand on a page: the start of their baseline from the upper left corner, their size and how far they are turned. */
interface Placing {
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  /** Upwards from left to right. */
  readonly angle: number;
  readonly opacity: number;
}

/** One placing across the page and one at its foot. */
export function placeWords({width: wide}: Pick<SetLine, 'width'>, {width, height}: {readonly width: number; readonly height: number}): readonly Placing[] {
  const unit = Math.max(wide, 1);
  const angle = Math.min(Math.atan2(height, width), steepest);
  const size = (across.share * Math.min(width / Math.cos(angle), height / Math.sin(angle))) / unit;
  const length = size * unit;
  const [x, baseline] = [width / 2 - (Math.cos(angle) * length) / 2 + (Math.sin(angle) * size) / 3, height / 2 + (Math.sin(angle) * length) / 2 + (Math.cos(angle) * size) / 3];
  const small = Math.min(Math.max(width, height) * foot.share, (width * (1 - 2 * foot.margin)) / unit);
  return [{x, baseline, size, angle, opacity: across.opacity}, {x: width * foot.margin, baseline: height - width * foot.margin, size: small, angle: 0, opacity: foot.opacity}];
}

async function markDocument(bytes: Uint8Array, words: string, line: SetLine): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, {updateMetadata: false});
  const fonts = new DocumentFonts(document);
  for (const page of document.getPages()) {
    const {height, width, matrix} = viewOf(page);
    page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...matrix), setFillingColor(rgb(0.35, 0.35, 0.35)));
    for (const {x, baseline, size, angle, opacity} of placeWords(line, {width, height})) {
      page.pushOperators(setGraphicsState(page.node.newExtGState('Portico', document.context.obj({Type: 'ExtGState', ca: opacity}))));
      fonts.write(page, line, size, {x, y: height - baseline, angle});
    }
    page.pushOperators(popGraphicsState());
  }
  fonts.finish();
  document.setSubject(words);
  return document.save();
}

async function markPicture(bytes: Uint8Array, mediaType: string, line: SetLine): Promise<Uint8Array> {
  const source = sharp(bytes, {limitInputPixels: mostPixels}).autoOrient();
  const {info} = await source.clone().raw().toBuffer({resolveWithObject: true});
  const {width, height} = info;
  const drawn = placeWords(line, {width, height}).map(({x, baseline, size, angle, opacity}) => {
    // A pale edge, so that it is seen on dark pictures as on light ones.
    return `<g transform="translate(${x} ${baseline}) rotate(${(-angle * 180) / Math.PI})" fill="#555" stroke="#fff" stroke-width="${size / 40}" paint-order="stroke" opacity="${Math.max(opacity, 0.3)}">${toOutlines(line, size, 0, 0)}</g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`;
  const picture = source.composite([{input: Buffer.from(svg), left: 0, top: 0}]);
  if (mediaType === 'image/jpeg') return picture.jpeg({quality: 92}).toBuffer();
  return mediaType === 'image/webp' ? picture.webp({quality: 92}).toBuffer() : picture.png().toBuffer();
}
