import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {FileMediaType} from '../file-content/file-types.data.ts';
import {lookAtFile} from '../file-inspection/look-at-file.ts';
import {MaterialBroken, type Drawing, type DrawingTask} from './drawing.ts';

/** What draws is large and slow to load, and each kind of material needs its own. */
const pages = () => import('./fill-page.ts');
const sheets = () => import('./draw-sheet.ts');

/** Draws a copy, or a picture of one of its pages. Slow and hungry: runs in a thread of its own. @throws MaterialBroken */
export async function draw(task: DrawingTask): Promise<Drawing> {
  const drawing = await drawBytes(task);
  const {purpose} = task;
  if (purpose.kind === 'preview' || drawing.findings.some(({severity}) => severity === 'error')) return drawing;
  const path = join(purpose.folder, 'made');
  await writeFile(path, drawing.bytes);
  const accepted = await lookAtFile({path, mediaType: drawing.mediaType as FileMediaType, declaredSha256: null, outFolder: purpose.folder, withPreviews: true}, () => performance.now());
  if (accepted.fault !== null) throw new MaterialBroken(`what was drawn is not taken: ${accepted.fault}`);
  return {...drawing, file: {path: accepted.cleanPath ?? path, accepted}};
}

async function drawBytes(task: DrawingTask): Promise<Drawing> {
  if (task.format !== 'html') return (await sheets()).drawSheet(task);
  const {page, findings} = await (await pages()).fillPage(await readFile(task.sourcePath, 'utf8'), task);
  return {bytes: Buffer.from(page), mediaType: 'text/html', width: null, height: null, findings};
}
