import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {contentFault} from '../file-content/file-content.rules.ts';
import {blankMetadata} from '../file-content/picture-metadata.rules.ts';
import {checkArchive} from './archive.ts';
import {FaultFound, type AcceptedFile, type Inspection, type InspectionTask} from './inspection.ts';
import {checkDrawing, checkPage} from './markup.ts';
import {expectType} from './sniff.ts';

/** What draws is large and slow to load, and most kinds of files need none of it. */
const pictures = () => import('./pictures.ts');

/** Looks at a file from all sides. Slow and hungry: runs in a thread of its own. @returns What it is, or why it is not to be taken. */
export async function lookAtFile(task: InspectionTask, now: () => number): Promise<Inspection> {
  try {
    return await acceptFile(task, now);
  } catch (error) {
    if (error instanceof FaultFound) return {fault: error.fault};
    throw error;
  }
}

async function acceptFile(task: InspectionTask, now: () => number): Promise<AcceptedFile> {
  const sha256 = await hashOf(task.path);
  if (task.declaredSha256 !== null && task.declaredSha256 !== sha256) throw new FaultFound('hash_mismatch');
  await expectType(task.path, task.mediaType);
  const accepted: AcceptedFile = {fault: null, sha256, sizeBytes: (await stat(task.path)).size, cleanPath: null, width: null, height: null, pages: null, previews: []};
  const {mediaType} = task;
  // A video is too large to be read at once, and is only ever handed on.
  if (mediaType === 'video/mp4' || mediaType === 'video/webm') return accepted;
  const bytes = await readFile(task.path);
  switch (mediaType) {
    case 'image/png':
    case 'image/jpeg':
    case 'image/webp':
    case 'image/gif': {
      const drawn = await (await pictures()).drawPicture(bytes, task.outFolder, task.withPreviews);
      return {...accepted, ...drawn, ...(await keepClean(task, bytes))};
    }
    case 'application/pdf': {
      expectFine(contentFault(bytes, mediaType));
      return {...accepted, ...(await (await pictures()).drawDocument(bytes, task.outFolder, task.withPreviews, now))};
    }
    case 'image/svg+xml':
      checkDrawing(bytes);
      return {...accepted, ...(await (await pictures()).drawPicture(bytes, task.outFolder, task.withPreviews))};
    case 'text/html':
      checkPage(bytes);
      return accepted;
    case 'application/zip':
      await checkArchive(bytes);
      return accepted;
    case 'text/csv':
      expectFine(contentFault(bytes, mediaType));
      return accepted;
    default:
      await checkArchive(bytes);
      expectFine(contentFault(bytes, mediaType));
      return accepted;
  }
}

/** Without what a camera or a program wrote into a picture, and what hangs behind it; its pixels stay as they are. */
async function keepClean({outFolder, mediaType}: InspectionTask, bytes: Buffer): Promise<Pick<AcceptedFile, 'sha256' | 'sizeBytes' | 'cleanPath'> | Record<string, never>> {
  const clean = Uint8Array.from(bytes);
  if (blankMetadata(clean, mediaType) === null) throw new FaultFound('unreadable');
  if (bytes.equals(clean)) return {};
  const cleanPath = join(outFolder, 'clean');
  await writeFile(cleanPath, clean);
  return {cleanPath, sizeBytes: clean.length, sha256: createHash('sha256').update(clean).digest('hex')};
}

function expectFine(fault: ReturnType<typeof contentFault>): void {
  if (fault !== null) throw new FaultFound(fault);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, {highWaterMark: 1024 * 1024})) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
