import type {EmbedSession} from '@portico/contract';
import type {Insertable} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {EmbedSessionTable} from '../database/tables.ts';

/** How a host names a person or an organisation: by our id or by its own. */
export interface Name {
  readonly id?: string | undefined;
  readonly externalId?: string | undefined;
}

export async function findPersonByName({db}: Scope, {id, externalId}: Name): Promise<{id: string; active: boolean; locale: string | null} | undefined> {
  const query = db.selectFrom('person').select(['person_id as id', 'active', 'locale']);
  return (id === undefined ? query.where('external_id', '=', externalId ?? '') : query.where('person_id', '=', id)).executeTakeFirst();
}

export async function findPartnerOrgByName({db}: Scope, {id, externalId}: Name): Promise<{id: string} | undefined> {
  const query = db.selectFrom('partner_org').select('partner_org_id as id');
  return (id === undefined ? query.where('external_id', '=', externalId ?? '') : query.where('partner_org_id', '=', id)).executeTakeFirst();
}

export async function hasMembership({db}: Scope, personId: string, partnerOrgId: string | null): Promise<boolean> {
  const query = db.selectFrom('membership').select('membership_id').where('person_id', '=', personId);
  return (await (partnerOrgId === null ? query.where('partner_org_id', 'is', null) : query.where('partner_org_id', '=', partnerOrgId)).executeTakeFirst()) !== undefined;
}

/** Origins on the programme's list. */
export async function getProgramOrigins({db}: Scope): Promise<string[]> {
  return (await db.selectFrom('program').select('origins').executeTakeFirstOrThrow()).origins;
}

export async function insertEmbedSession({db}: Scope, row: Insertable<EmbedSessionTable>): Promise<void> {
  await db.insertInto('embed_session').values(row).execute();
}

/** Ends a session. @returns Whether there is such a session. */
export async function endEmbedSession({db}: Scope, id: EmbedSession['id'], at: string): Promise<boolean> {
  const row = await db
    .updateTable('embed_session')
    .set(({fn, val}) => ({revoked_at: fn.coalesce('revoked_at', val(at))}))
    .where('embed_session_id', '=', id)
    .returning('embed_session_id')
    .executeTakeFirst();
  return row !== undefined;
}
