import type {Kysely} from 'kysely';
import type {Tables} from '../database/tables.ts';

/** The tenant whose share link has a token of this hash, if that tenant is served. @param db - With the rights of the worker role. */
export async function findShareLinkTenant(db: Kysely<Tables>, tokenHash: Uint8Array): Promise<string | undefined> {
  const row = await db
    .selectFrom('share_link as s')
    .innerJoin('tenant as t', 't.tenant_id', 's.tenant_id')
    .select('s.tenant_id')
    .where('s.token_hash', '=', tokenHash)
    .where('t.active', '=', true)
    .executeTakeFirst();
  return row?.tenant_id;
}

/** The tenant whose embed has this token, if that tenant is served, and the origins of the pages that it may stand on. @param db - With the rights of the worker role. */
export async function findEmbedTenant(db: Kysely<Tables>, token: string): Promise<{readonly tenantId: string; readonly sites: readonly string[]} | undefined> {
  return db
    .selectFrom('collateral_embed as c')
    .innerJoin('tenant as t', 't.tenant_id', 'c.tenant_id')
    .select(['c.tenant_id as tenantId', 'c.sites'])
    .where('c.token', '=', token)
    .where('t.active', '=', true)
    .executeTakeFirst();
}
