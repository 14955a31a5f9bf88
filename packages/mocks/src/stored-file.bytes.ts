import {sha256Hex} from '@portico/contract/receipt-proof';
import type {Store} from './store.ts';

/** Where bytes go and come from. */
export const filesPath = '/files/';

const tus = {'tus-resumable': '1.0.0', 'cache-control': 'no-store'};

/** Takes bytes by the tus protocol and gives them back, as much of it as a widget asks for: HEAD, PATCH, DELETE and GET. */
export async function answerFile(request: Request, store: Store): Promise<Response> {
  const {collateral} = store.data;
  const id = new URL(request.url).pathname.slice(filesPath.length);
  const file = collateral.files.get(id);
  if (!file) return new Response('This file is not here any more.', {status: 410});
  const sent = collateral.bytes.get(id) ?? new Uint8Array();
  if (request.method === 'GET') return new Response(sent, {headers: {'content-type': file.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`}});
  if (request.method === 'HEAD') return new Response(null, {headers: {...tus, 'upload-offset': String(sent.length), 'upload-length': String(file.sizeBytes)}});
  if (request.method === 'DELETE') {
    collateral.files.delete(id);
    collateral.bytes.delete(id);
    return new Response(null, {status: 204, headers: tus});
  }
  if (Number(request.headers.get('upload-offset')) !== sent.length) return new Response(null, {status: 409, headers: tus});
  const more = new Uint8Array(await request.arrayBuffer());
  const bytes = new Uint8Array(sent.length + more.length);
  bytes.set(sent);
  bytes.set(more, sent.length);
  collateral.bytes.set(id, bytes);
  const isWhole = bytes.length >= file.sizeBytes;
  // No content is looked at here: what arrived is what was announced.
  const end = isWhole ? ({status: 'ready', sha256: await sha256Hex(bytes), uploadUrl: null, downloadUrl: file.uploadUrl} as const) : {};
  store.act(() => {
    collateral.files.set({...file, receivedBytes: bytes.length, ...end});
    if (isWhole) store.change('stored_file', id);
  });
  return new Response(null, {status: 204, headers: {...tus, 'upload-offset': String(bytes.length)}});
}
