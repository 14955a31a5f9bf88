import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {PDFiumLibrary} from '@hyzyla/pdfium';
import sharp, {type Sharp} from 'sharp';
import {FaultFound, type MadePreview} from './inspection.ts';

/** Widths of the pictures of a first page: for a tile, and to look at. Later pages have the large one only. */
const widths = [480, 1280];
const mostPages = 12;
const mostPixels = 40_000_000;
/** Pages that are not drawn by then stay without a picture. */
const budgetMs = 20_000;

sharp.concurrency(1);
sharp.cache(false);

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly pages: number | null;
  readonly previews: readonly MadePreview[];
}

/** Opens a picture and makes smaller ones. @throws FaultFound `unreadable`, `too_large_inside`. */
export async function drawPicture(bytes: Buffer, outFolder: string, withPreviews: boolean): Promise<Drawn> {
  try {
    const {width, height, orientation = 1} = await sharp(bytes, {limitInputPixels: false}).metadata();
    if (width * height > mostPixels) throw new FaultFound('too_large_inside');
    const previews: MadePreview[] = [];
    // Also without previews all of it is opened once, to see that it can be.
    const open = () => sharp(bytes, {limitInputPixels: mostPixels, failOn: 'error'}).autoOrient();
    if (withPreviews) for (const most of widths) add(previews, await write(open(), 1, most, outFolder));
    else await open().stats();
    const isTurned = orientation >= 5;
    return {width: isTurned ? height : width, height: isTurned ? width : height, pages: null, previews};
  } catch (error) {
    throw error instanceof FaultFound ? error : new FaultFound('unreadable');
  }
}

/**
 * Opens a document and draws its first pages.
 *
 * @param now - Milliseconds that only go forward.
 * @throws FaultFound `unreadable`: it is broken, or wants a password.
 */
export async function drawDocument(bytes: Buffer, outFolder: string, withPreviews: boolean, now: () => number): Promise<Drawn> {
  const library = await PDFiumLibrary.init();
  let document;
  try {
    document = await library.loadDocument(bytes);
  } catch {
    library.destroy();
    throw new FaultFound('unreadable');
  }
  try {
    const pages = document.getPageCount();
    if (pages < 1) throw new FaultFound('unreadable');
    const {originalWidth: width, originalHeight: height} = document.getPage(0).getOriginalSize();
    const previews: MadePreview[] = [];
    const until = now() + budgetMs;
    for (let index = 0; withPreviews && index < Math.min(pages, mostPages) && now() < until; index++) {
      const page = document.getPage(index);
      const {originalWidth, originalHeight} = page.getOriginalSize();
      const largest = widths.at(-1) ?? 1280;
      // A page may be as high as a tower; its picture is not.
      const scale = Math.min(largest / originalWidth, (2 * largest) / originalHeight);
      if (!(scale > 0 && Number.isFinite(scale))) continue;
      const drawn = await page.render({scale, render: async ({data}) => data});
      const raw = {width: drawn.width, height: drawn.height, channels: 4 as const};
      for (const most of index === 0 ? widths : [largest]) add(previews, await write(sharp(drawn.data, {raw}), index + 1, most, outFolder));
    }
    return {width: Math.round(width), height: Math.round(height), pages, previews};
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** What is small already has one picture only. */
function add(previews: MadePreview[], made: MadePreview): void {
  if (!previews.some(({page, width}) => page === made.page && width === made.width)) previews.push(made);
}

async function write(picture: Sharp, page: number, most: number, outFolder: string): Promise<MadePreview> {
  const {data, info} = await picture.resize({width: most, height: most * 2, fit: 'inside', withoutEnlargement: true}).webp({quality: 80}).toBuffer({resolveWithObject: true});
  const path = join(outFolder, `${page}-${most}.webp`);
  await writeFile(path, data);
  return {page, width: info.width, height: info.height, path};
}
