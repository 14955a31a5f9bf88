import {readFile} from 'node:fs/promises';
import sharp from 'sharp';
import {compose} from './compose.ts';
import type {Drawing, DrawingTask, Mark} from './drawing.ts';
import {openMaterial} from './grounds.ts';
import {paintPdf} from './paint-pdf.ts';
import {paintPicture} from './paint-picture.ts';

sharp.concurrency(1);
sharp.cache(false);

/** Draws on a document or picture: the whole of it, or a picture of one page. @throws MaterialBroken */
export async function drawSheet(task: DrawingTask): Promise<Drawing> {
  const material = await openMaterial(task);
  const {marks, findings} = await compose(task, material);
  const {purpose} = task;
  if (purpose.kind === 'preview') {
    const {data, width, height, channels} = await material.raster(purpose.page, purpose.size);
    const page = material.size(purpose.page);
    const own = marks.filter(mark => mark.page === purpose.page);
    const picture = await paintPicture(sharp(data, {raw: {width, height, channels}}), {width, height}, own, width / (page?.width ?? width));
    return {bytes: await picture.webp({quality: 80, effort: 2}).toBuffer(), mediaType: 'image/webp', width, height, findings};
  }
  const made = task.format === 'pdf' ? await drawDocument(task, marks) : await drawPicture(task, marks);
  return {...made, mediaType: task.mediaType, findings};
}

async function drawDocument({sourcePath, title, brand, copy}: DrawingTask, marks: readonly Mark[]): Promise<Pick<Drawing, 'bytes' | 'width' | 'height'>> {
  const about = aboutOf(copy);
  const bytes = await paintPdf(await readFile(sourcePath), marks, {title, author: brand.name, subject: about.words, keywords: [about.mark], at: new Date(`${copy.date}T00:00:00Z`)});
  return {bytes, width: null, height: null};
}

async function drawPicture({sourcePath, mediaType, brand, copy}: DrawingTask, marks: readonly Mark[]): Promise<Pick<Drawing, 'bytes' | 'width' | 'height'>> {
  const source = sharp(sourcePath, {limitInputPixels: 40_000_000}).autoOrient();
  const {info} = await source.clone().raw().toBuffer({resolveWithObject: true});
  const size = {width: info.width, height: info.height};
  const picture = (await paintPicture(source, size, marks, 1)).withExif({IFD0: {ImageDescription: aboutOf(copy).mark, Artist: ascii(brand.name), Software: 'Portico'}});
  const bytes = await (mediaType === 'image/jpeg' ? picture.jpeg({quality: 92}) : mediaType === 'image/webp' ? picture.webp({quality: 92}) : picture.png()).toBuffer();
  return {bytes, ...size};
}

/** How a copy is told by machines: its code and the version of its template. */
function aboutOf({address, version}: DrawingTask['copy']): {readonly mark: string; readonly words: string} {
  const code = address.slice(address.lastIndexOf('/') + 1);
  return {mark: `portico-copy:${code}:v${version}`, words: `Copy ${code}, version ${version}. Is it current? ${address}`};
}

function ascii(text: string): string {
  return text.normalize('NFD').replaceAll(/[^\x20-\x7e]/g, '');
}
