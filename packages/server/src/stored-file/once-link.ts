import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';
import type {FileServing} from './file-serving.ts';
import type {FileLink} from './signed-url.ts';

/** How long a link that serves once goes on serving after a sending that broke off. */
const againForMs = 10 * 60_000;
/** More breaks than this are no bad connection. */
const mostTries = 10;

/** Whether a request to a link that serves once is the first one, or goes on after one that broke off. */
export type OnceUse = 'first' | 'again';

/**
 * Takes the use of a link that serves once: the first time within its own time, afterwards for a while after each sending that broke off. Of those who come at the same moment one
 * gets it.
 *
 * @throws ProblemError `file_link_used`, `file_link_expired`.
 */
export async function useLinkOnce({db, tenantId, context}: Scope, {onceId, expiresAt}: FileLink): Promise<OnceUse> {
  const now = nowText(context);
  const isLate = expiresAt <= context.now();
  const first = isLate
    ? undefined
    : await db.insertInto('used_file_link').values({tenant_id: tenantId, link_id: onceId ?? '', used_at: now}).onConflict(conflict => conflict.doNothing()).returning('link_id').executeTakeFirst();
  if (first) return 'first';
  const again = await db
    .updateTable('used_file_link')
    .set({used_at: now, broken_at: null, tries: sql<number>`tries + 1`})
    .where('tenant_id', '=', tenantId)
    .where('link_id', '=', onceId)
    .where('broken_at', '>', new Date(context.now() - againForMs).toISOString())
    .where('tries', '<', mostTries)
    .returning('link_id')
    .executeTakeFirst();
  if (again) return 'again';
  throw problem(isLate ? 'file_link_expired' : 'file_link_used');
}

/** The same answer. When it breaks off before all of it was sent, its link serves again for a while. */
export function untilSent(serving: FileServing, link: FileLink, response: Response): Response {
  if (!response.body) return response;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull: async controller => {
      try {
        const {done, value} = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        await noteBroken(serving, link);
        controller.error(error);
      }
    },
    cancel: async reason => {
      await noteBroken(serving, link);
      await reader.cancel(reason);
    },
  };
  // Nothing is read ahead: it has ended when whoever sends it has asked for the end.
  const body = new ReadableStream(source, {highWaterMark: 0});
  return new Response(body, {status: response.status, headers: response.headers});
}

/** Writes down that a sending broke off. Without that note the link stays used. */
export async function noteBroken({database, context}: FileServing, {tenantId, onceId}: FileLink): Promise<void> {
  try {
    await withTenant(database, tenantId, {context, as: 'system:files'}, ({db}) => db.updateTable('used_file_link').set({broken_at: nowText(context)}).where('tenant_id', '=', tenantId).where('link_id', '=', onceId).execute());
  } catch (error) {
    context.log.warn({err: error}, 'a download broke off, and its link stays used');
  }
}
