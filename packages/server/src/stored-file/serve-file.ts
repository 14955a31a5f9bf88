import {createHash} from 'node:crypto';
import type {Context} from '../context.ts';
import {withTenant} from '../database/open.ts';
import {problem} from '../problem.ts';
import {fileHeaders, rangeOf, safeHeaders} from './file-headers.rules.ts';
import type {FileServing} from './file-serving.ts';
import {serveMarked} from './serve-marked.ts';
import {noteBroken, untilSent, useLinkOnce, type OnceUse} from './once-link.ts';
import type {FileLink} from './signed-url.ts';
import {findStoredFile, previewKey, type StoredFileRow} from './stored-file.queries.ts';

/** What is sent: the file, or a picture of it. */
interface Content {
  readonly key: string;
  readonly tag: string;
  readonly sha256: string | null;
  readonly headers: Record<string, string>;
}

/**
 * Answers GET and HEAD of a link to a file: whole or a range, or that it has not changed.
 *
 * @throws ProblemError `file_recalled`, `file_link_used`, `file_link_expired`, `file_not_ready`, `stored_file_not_found`.
 */
export async function serveFile(serving: FileServing, request: Request, link: FileLink): Promise<Response> {
  const {file, use} = await admit(serving, request, link);
  if (use === null) return answer(serving, request, link, file, null);
  try {
    return untilSent(serving, link, await answer(serving, request, link, file, use));
  } catch (error) {
    await noteBroken(serving, link);
    throw error;
  }
}

async function answer(serving: FileServing, request: Request, link: FileLink, file: StoredFileRow, use: OnceUse | null): Promise<Response> {
  if (link.mark && !link.preview) return serveMarked(serving, request, file, link);
  const content = contentOf(file, link);
  const size = link.preview ? await serving.store.size(content.key) : file.sizeBytes;
  if (size === undefined) throw problem('stored_file_not_found');
  const headers = new Headers({...content.headers, ETag: content.tag, 'Accept-Ranges': 'bytes'});
  if (isKnown(request.headers.get('If-None-Match'), content.tag)) return new Response(null, {status: 304, headers});
  const ifRange = request.headers.get('If-Range');
  const asked = ifRange === null || ifRange === content.tag ? rangeOf(request.headers.get('Range'), size) : null;
  // A link that serves once serves all of it; what broke off may go on from where it stopped.
  const range = link.onceId === null || (use === 'again' && asked !== 'unsatisfiable' && asked?.last === size - 1) ? asked : null;
  if (range === 'unsatisfiable') return new Response(null, {status: 416, headers: {...safeHeaders, 'Content-Range': `bytes */${size}`}});
  headers.set('Content-Length', String(range ? range.last - range.first + 1 : size));
  if (range) headers.set('Content-Range', `bytes ${range.first}-${range.last}/${size}`);
  const status = range ? 206 : 200;
  if (request.method === 'HEAD') return new Response(null, {status, headers});
  const bytes = await serving.store.read(content.key, range ?? undefined);
  return new Response(range || content.sha256 === null ? bytes : checked(bytes, content.sha256, serving.context), {status, headers});
}

async function admit({database, context}: FileServing, request: Request, link: FileLink): Promise<{readonly file: StoredFileRow; readonly use: OnceUse | null}> {
  return withTenant(database, link.tenantId, {context, as: 'system:files'}, async scope => {
    const file = await findStoredFile(scope, link.fileId);
    if (!file) throw problem('stored_file_not_found');
    if (file.recallReason !== null) throw problem('file_recalled', file.recallReason === '' ? {} : {detail: file.recallReason});
    if (file.status !== 'ready') throw problem('file_not_ready');
    return {file, use: link.onceId !== null && request.method === 'GET' ? await useLinkOnce(scope, link) : null};
  });
}

function contentOf(file: StoredFileRow, {preview, disposition}: FileLink): Content {
  if (!preview) return {key: file.storageKey, tag: `"${file.sha256}"`, sha256: file.sha256, headers: fileHeaders({...file, disposition})};
  if (!file.previews.some(({page, width}) => page === preview.page && width === preview.width)) throw problem('stored_file_not_found');
  const headers = fileHeaders({fileName: `${preview.page}.webp`, mediaType: 'image/webp', disposition: 'inline'});
  return {key: previewKey(file.storageKey, preview), tag: `"${file.sha256}-${preview.page}-${preview.width}"`, sha256: null, headers};
}

/** Breaks the answer off when the bytes are not those that were inspected: nobody gets a file that was changed in the store. */
function checked(bytes: ReadableStream<Uint8Array>, sha256: string, {log}: Context): ReadableStream<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  return bytes.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        hash.update(chunk);
        // The last piece goes out only when all of them are known to be right.
        if (held) controller.enqueue(held);
        held = chunk;
      },
      flush: controller => {
        if (hash.digest('hex') !== sha256) {
          log.error({sha256}, 'a stored file is not what it was');
          controller.error(new Error('The stored file is not what it was.'));
        } else if (held) controller.enqueue(held);
      },
    }),
  );
}

function isKnown(header: string | null, tag: string): boolean {
  return header !== null && header.split(',').some(each => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}
