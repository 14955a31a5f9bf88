import {readFile} from 'node:fs/promises';
import {PDFiumLibrary} from '@hyzyla/pdfium';
import sharp from 'sharp';
import {MaterialBroken, type Box, type DrawingTask, type Ground, type Rgb} from './drawing.ts';

/** A page as pixels. */
export interface Raster {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/** The material, opened. */
export interface OpenMaterial extends Ground {
  /** Pixels of a page, the longer side as asked. */
  raster(page: number, side: number): Promise<Raster>;
}

const mostPixels = 40_000_000;
/** Of the longer side, to look at colours. */
const sampleSide = 1000;
const mostKept = 12;
const rasters = new Map<string, Raster>();
const materials = new Map<string, readonly {readonly width: number; readonly height: number}[]>();

/** Opens a document or picture. What is drawn of it stays for the next time. @throws MaterialBroken */
export async function openMaterial(task: Pick<DrawingTask, 'format' | 'sourcePath' | 'sourceKey'>): Promise<OpenMaterial> {
  const {format, sourcePath, sourceKey} = task;
  const sizes = materials.get(sourceKey) ?? (await (format === 'pdf' ? documentSizes(sourcePath) : pictureSizes(sourcePath)));
  keep(materials, sourceKey, sizes);
  const raster = async (page: number, side: number): Promise<Raster> => {
    const key = `${sourceKey} ${page} ${side}`;
    const size = sizes[page - 1];
    if (!size) throw new MaterialBroken(`there is no page ${page}`);
    const known = rasters.get(key) ?? (await (format === 'pdf' ? documentRaster(sourcePath, page, side / Math.max(size.width, size.height)) : pictureRaster(sourcePath, side)));
    keep(rasters, key, known);
    return known;
  };
  return {
    size: page => sizes[page - 1],
    raster,
    sample: async (page, box, columns, rows) => {
      const size = sizes[page - 1];
      return size ? pixelsUnder(await raster(page, sampleSide), size, box, columns, rows) : [];
    },
  };
}

function pixelsUnder({data, width, height, channels}: Raster, size: {readonly width: number; readonly height: number}, {x, y, w, h}: Box, columns: number, rows: number): Rgb[] {
  const colors: Rgb[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const px = Math.min(width - 1, Math.max(0, Math.floor(((x + ((column + 0.5) / columns) * w) / size.width) * width)));
      const py = Math.min(height - 1, Math.max(0, Math.floor(((y + ((row + 0.5) / rows) * h) / size.height) * height)));
      const at = (py * width + px) * channels;
      const alpha = channels === 4 ? (data[at + 3] ?? 255) / 255 : 1;
      // What shows through is seen on white.
      const over = (value: number | undefined) => (value ?? 255) * alpha + 255 * (1 - alpha);
      colors.push([over(data[at]), over(data[at + 1]), over(data[at + 2])]);
    }
  }
  return colors;
}

async function withDocument<T>(path: string, work: (document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>) => Promise<T>): Promise<T> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(await readFile(path));
    try {
      return await work(document);
    } finally {
      document.destroy();
    }
  } catch (error) {
    throw new MaterialBroken(error instanceof Error ? error.message : String(error));
  } finally {
    library.destroy();
  }
}

function documentSizes(path: string) {
  return withDocument(path, async document => Array.from({length: document.getPageCount()}, (_, index) => {
    const {originalWidth, originalHeight} = document.getPage(index).getOriginalSize();
    return {width: originalWidth, height: originalHeight};
  }));
}

function documentRaster(path: string, page: number, scale: number): Promise<Raster> {
  return withDocument(path, async document => {
    const {data, width, height} = await document.getPage(page - 1).render({scale, render: async ({data: pixels}) => pixels});
    return {data: Buffer.from(data), width, height, channels: 4};
  });
}

async function pictureSizes(path: string) {
  const {width, height, orientation = 1} = await sharp(path, {limitInputPixels: mostPixels}).metadata().catch((error: unknown) => {
    throw new MaterialBroken(error instanceof Error ? error.message : String(error));
  });
  return [orientation >= 5 ? {width: height, height: width} : {width, height}];
}

async function pictureRaster(path: string, side: number): Promise<Raster> {
  const {data, info} = await sharp(path, {limitInputPixels: mostPixels}).autoOrient().resize({width: side, height: side, fit: 'inside'}).ensureAlpha().raw().toBuffer({resolveWithObject: true});
  return {data, width: info.width, height: info.height, channels: 4};
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  for (const [oldest] of kept) if (kept.size > mostKept) kept.delete(oldest);
}
