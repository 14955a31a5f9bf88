import {createHash} from 'node:crypto';
import {withTenant} from '../database/open.ts';
import {markInThread} from '../file-marking/mark-in-thread.ts';
import {markableTypes, mostMarkedBytes, NotMarkable} from '../file-marking/marking.ts';
import {problem} from '../problem.ts';
import {fileHeaders} from './file-headers.rules.ts';
import type {FileServing} from './file-serving.ts';
import type {FileLink} from './signed-url.ts';
import type {StoredFileRow} from './stored-file.queries.ts';

/**
 * Answers with a file that carries the name it was given to and the day. Made anew each time and kept nowhere: what is recalled has no copies here.
 *
 * @throws ProblemError `file_not_markable`: nobody gets it without its mark.
 */
export async function serveMarked(serving: FileServing, request: Request, file: StoredFileRow, {tenantId, disposition, mark}: FileLink): Promise<Response> {
  if (!markableTypes.includes(file.mediaType) || file.sizeBytes > mostMarkedBytes) throw problem('file_not_markable');
  const headers = new Headers({...fileHeaders({...file, disposition}), 'Accept-Ranges': 'none'});
  if (request.method === 'HEAD') return new Response(null, {status: 200, headers});
  const {context, store, database} = serving;
  const bytes = new Uint8Array(await new Response(await store.read(file.storageKey)).arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
    context.log.error({sha256: file.sha256}, 'a stored file is not what it was');
    throw problem('internal_error');
  }
  const name = await withTenant(database, tenantId, {context, as: 'system:files', mode: 'read'}, async ({db}) => {
    const {partnerOrgId = null} = mark ?? {};
    return partnerOrgId === null ? undefined : (await db.selectFrom('partner_org').select('name').where('tenant_id', '=', tenantId).where('partner_org_id', '=', partnerOrgId).executeTakeFirst())?.name;
  });
  const day = new Date(context.now()).toISOString().slice(0, 10);
  const marked = await markInThread({bytes, mediaType: file.mediaType, words: name === undefined ? day : `${name} · ${day}`, code: mark?.partnerOrgId?.slice(-12) ?? ''}).catch((error: unknown) => {
    if (!(error instanceof NotMarkable)) throw error;
    context.log.warn({reason: error.message}, 'a file could not be marked');
    throw problem('file_not_markable');
  });
  headers.set('Content-Length', String(marked.length));
  return new Response(new Uint8Array(marked), {status: 200, headers});
}
