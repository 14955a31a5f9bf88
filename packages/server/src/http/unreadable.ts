import {STATUS_CODES} from 'node:http';
import type {Socket} from 'node:net';
import {newId, type Context} from '../context.ts';
import {problem} from '../problem.ts';
import {problemBody} from './problem-response.ts';

/** What went wrong before there was a request, by the code of Node's error. */
const statuses: Readonly<Record<string, number>> = {HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408};
const titles: Readonly<Record<number, string>> = {
  400: 'This cannot be read as a request. Check its first line and its headers.',
  408: 'The request took too long to arrive. Send it again.',
  431: 'The headers are too large. Send fewer or shorter ones.',
};
const contentType = 'application/problem+json';

/** The problem for what cannot be read as a request: this too is told in the form of every other failure. */
export function unreadableResponse(status: number, context: Context): Response {
  return new Response(bodyOf(status, context), {status, headers: {'Content-Type': contentType, Connection: 'close'}});
}

/** Answers on the bare socket where there is no request to answer, and closes it. */
export function refuse(error: NodeJS.ErrnoException, socket: Socket, context: Context): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ''] ?? 400;
  const body = bodyOf(status, context);
  const headers = [`Content-Type: ${contentType}`, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'];
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
}

function bodyOf(status: number, context: Context): string {
  return JSON.stringify({...problemBody(problem('input_invalid'), newId(context)), status, title: titles[status]});
}
