import type {MiddlewareHandler} from 'hono';
import {newId} from '../context.ts';
import {ProblemError} from '../problem.ts';
import {allowOrigin} from './cors.ts';
import {allowEverybody} from './public-call.ts';
import {problemResponse} from './problem-response.ts';
import type {Env} from './request-facts.ts';
import type {Services} from './services.ts';

/** Version of the API's behaviour, in every answer. */
export const apiVersion = '1';

/**
 * What holds for every answer, failures included: a request id, headers that keep browsers from guessing or storing, and permission for listed pages to read it.
 */
export function conventions({context, origins}: Services, publicUrl: string): MiddlewareHandler<Env> {
  const ownOrigin = new URL(publicUrl).origin;
  return async (c, next) => {
    const origin = c.req.header('Origin') ?? null;
    c.set('requestId', newId(context));
    c.set('origin', origin);
    c.set('isOwnOrigin', origin !== null && (origin === ownOrigin || origin === new URL(c.req.url).origin));
    c.set('ip', c.env?.ip ?? null);
    await next();
    const {headers} = c.res;
    headers.set('X-Request-Id', c.var.requestId);
    headers.set('Portico-Version', apiVersion);
    if (!c.var.isPublic) headers.append('Vary', 'Origin');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
    if (c.var.isPublic) allowEverybody(headers);
    else if (origin !== null && !c.var.isHidden && (await isListed(origin))) allowOrigin(headers, origin);
  };

  async function isListed(origin: string): Promise<boolean> {
    // Without the database there are other worries than the header.
    return origins.lists(origin).catch(() => false);
  }
}

/** Turns whatever was thrown into a problem's answer. */
export function answerError({context}: Services): (error: Error, c: Parameters<MiddlewareHandler<Env>>[0]) => Response {
  return (error, c) => {
    if (error instanceof ProblemError && error.code === 'origin_not_allowed') c.set('isHidden', true);
    return problemResponse(error, c.var.requestId, context.log);
  };
}
