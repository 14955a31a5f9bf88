import {problem} from '../problem.ts';
import {parseStrictJson} from './strict-json.ts';

const defaultMaxBytes = 256_000;

/**
 * Reads a request's JSON body; an empty one is `{}`.
 *
 * @param maxBytes - Counted while it streams in, whatever Content-Length says; 256 kB unless said.
 * @throws ProblemError `media_type_unsupported`, `body_too_large`, `malformed_json`.
 */
export async function readJsonBody(request: Request, maxBytes = defaultMaxBytes): Promise<unknown> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw problem('body_too_large', {detail: `At most ${maxBytes} bytes.`});
  const bytes = await readBytes(request.body, maxBytes);
  if (bytes.length === 0) return {};
  const mediaType = /^application\/(?:[\w.-]+\+)?json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;
  if (!mediaType.test(request.headers.get('Content-Type') ?? '')) throw problem('media_type_unsupported');
  return parseStrictJson(decode(bytes));
}

async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > maxBytes) {
      await reader.cancel().catch(() => {});
      throw problem('body_too_large', {detail: `At most ${maxBytes} bytes.`});
    }
    chunks.push(read.value);
  }
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw problem('malformed_json', {detail: 'The body is not valid UTF-8.'});
  }
}
