import type {Scope} from '../database/scope.ts';

const mostAtOnce = 500;

/** Copies of an organisation that are stale and have a template to be made anew with, longest stale first. */
export async function findStaleCobrands({db, tenantId}: Scope, partnerOrgId: string, assetId: string | undefined): Promise<string[]> {
  const rows = await db
    .selectFrom('cobrand as c')
    .innerJoin('cobrand_template as t', join => join.onRef('t.tenant_id', '=', 'c.tenant_id').onRef('t.asset_id', '=', 'c.asset_id').onRef('t.language', '=', 'c.language').on('t.status', '=', 'published'))
    .select('c.cobrand_id')
    .where('c.tenant_id', '=', tenantId)
    .where('c.partner_org_id', '=', partnerOrgId)
    .where('c.status', '=', 'stale')
    .$if(assetId !== undefined, each => each.where('c.asset_id', '=', assetId ?? ''))
    .orderBy('c.updated_at')
    .limit(mostAtOnce)
    .execute();
  return rows.map(row => row.cobrand_id);
}
