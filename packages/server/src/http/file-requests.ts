import {newId} from '../context.ts';
import {problem} from '../problem.ts';
import {problemResponse} from './problem-response.ts';
import type {Services} from './services.ts';

/** Where files are sent to and read from; every link is of the form `/files/<token>`. */
export const filesPath = '/files/';

const allow = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag, Tus-Resumable, Upload-Length, Upload-Offset, X-Request-Id',
};
const preflight = {
  ...allow,
  'Access-Control-Allow-Methods': 'GET, HEAD, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, If-None-Match, If-Range, Range, Tus-Resumable, Upload-Length, Upload-Offset, X-Request-Id',
  'Access-Control-Max-Age': '600',
};

/**
 * Answers what comes to the files' address. The link is the credential and there are no others, so pages of any origin may send and read by it; nothing here knows
 * sessions, keys or cookies.
 *
 * @param handle - Answers, or throws ProblemError.
 */
export function fileRequests({context}: Pick<Services, 'context'>, handle: (request: Request, ip: string | null) => Promise<Response>): (request: Request, ip?: string | null) => Promise<Response> {
  return async (request, ip = null) => {
    if (request.method === 'OPTIONS') return new Response(null, {status: 204, headers: preflight});
    const requestId = newId(context);
    let response: Response;
    try {
      response = await handle(request, ip);
    } catch (error) {
      response = problemResponse(error, requestId, context.log);
    }
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries({...allow, 'X-Request-Id': requestId, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer'})) headers.set(name, value);
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', "sandbox; default-src 'none'");
    return new Response(response.body, {status: response.status, headers});
  };
}

/** For a server that keeps no files. */
export async function noFiles(): Promise<Response> {
  throw problem('route_not_found');
}
