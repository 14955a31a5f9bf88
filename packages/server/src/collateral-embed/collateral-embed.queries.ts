import type {Api, AssetType, CollateralEmbed, Page, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {readOwnRows} from '../asset-flow/own-rows.ts';
import {isHad, findPresentAssets} from '../asset-flow/present-version.queries.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

function embeds({db, tenantId}: Scope) {
  return db
    .selectFrom('collateral_embed as c')
    .innerJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'c.tenant_id').onRef('o.partner_org_id', '=', 'c.partner_org_id'))
    .selectAll('c')
    .select('o.name as partner_name')
    .where('c.tenant_id', '=', tenantId);
}

export type EmbedRow = Awaited<ReturnType<ReturnType<typeof embeds>['executeTakeFirstOrThrow']>>;

/** One page of embeds, latest first. */
export function listEmbeds(scope: Scope, input: RouteParsed<Api['collateralEmbeds']['list']>): Promise<Page<CollateralEmbed>> {
  const {assetId, partnerOrgId} = input;
  return readOwnRows(scope, async (reader, ownerId) => {
    const query = embeds(reader)
      .$if(ownerId !== null, each => each.where('c.partner_org_id', '=', ownerId ?? ''))
      .$if(partnerOrgId !== undefined, each => each.where('c.partner_org_id', '=', partnerOrgId ?? ''))
      .$if(assetId !== undefined, each => each.where(sql<boolean>`c.asset_ids @> array[${assetId}::uuid]`));
    const by = [{expression: sql.ref('c.created_at'), type: 'timestamptz'}, {expression: sql.ref('c.collateral_embed_id'), type: 'uuid'}] as const;
    const {rows, page} = await readPage({...reader, partnerOrgId: ownerId}, query, {list: 'collateral embeds', by, direction: 'desc', input});
    return {items: await toEmbeds(reader, rows), page};
  });
}

export function findEmbed(scope: Scope, id: string): Promise<CollateralEmbed | undefined> {
  return readOwnRows(scope, async (reader, ownerId) => {
    const rows = await embeds(reader)
      .where('c.collateral_embed_id', '=', id)
      .$if(ownerId !== null, each => each.where('c.partner_org_id', '=', ownerId ?? ''))
      .execute();
    return (await toEmbeds(reader, rows))[0];
  });
}

/** The embed that a token belongs to. @param scope - Of the system. */
export async function findEmbedByToken(scope: Scope, token: string): Promise<EmbedRow | undefined> {
  return embeds(scope).where('c.token', '=', token).executeTakeFirst();
}

export async function lockEmbed({db, tenantId}: Scope, id: string): Promise<{version: number; revoked_at: string | null} | undefined> {
  return db.selectFrom('collateral_embed').select(['version', 'revoked_at']).where('tenant_id', '=', tenantId).where('collateral_embed_id', '=', id).forUpdate().executeTakeFirst();
}

async function toEmbeds(scope: Scope, rows: readonly EmbedRow[]): Promise<CollateralEmbed[]> {
  if (rows.length === 0) return [];
  const counts = await countOf(scope, rows.map(row => row.collateral_embed_id));
  const titles = await titlesOf(scope, [...new Set(rows.flatMap(row => row.asset_ids))]);
  const embedsToTell: CollateralEmbed[] = [];
  for (const row of rows) {
    const present = await findPresentAssets(scope, row.asset_ids, row.partner_org_id, []);
    const items = row.asset_ids.flatMap(id => {
      const named = titles.get(id);
      const asset = present.get(id);
      return named ? [{asset: {id, ...named}, isShown: row.revoked_at === null && asset !== undefined && isHad(asset, 'public')}] : [];
    });
    embedsToTell.push(toEmbed(row, items, counts.get(row.collateral_embed_id)));
  }
  return embedsToTell;
}

async function titlesOf({db, tenantId}: Scope, ids: readonly string[]): Promise<Map<string, {title: string; type: AssetType}>> {
  const rows = await db.selectFrom('asset').select(['asset_id', 'title', 'type']).where('tenant_id', '=', tenantId).where('asset_id', 'in', ids).execute();
  return new Map(rows.map(row => [row.asset_id, {title: row.title, type: row.type as AssetType}]));
}

interface Counts {
  readonly views: number;
  readonly clicks: number;
  readonly enquiries: number;
}

async function countOf({db, tenantId}: Scope, ids: readonly string[]): Promise<Map<string, Counts>> {
  const sumOf = (kind: string) => sql<number>`coalesce(sum(count) filter (where kind = ${kind}), 0)::float8`;
  const rows = await db
    .selectFrom('asset_event')
    .select(['collateral_embed_id', sumOf('embed_view').as('views'), sumOf('embed_click').as('clicks'), sumOf('enquiry').as('enquiries')])
    .where('tenant_id', '=', tenantId)
    .where('collateral_embed_id', 'in', ids)
    .groupBy('collateral_embed_id')
    .execute();
  return new Map(rows.flatMap(({collateral_embed_id: id, ...counts}) => (id === null ? [] : [[id, counts]])));
}

function toEmbed(row: EmbedRow, items: CollateralEmbed['items'], {views, clicks, enquiries}: Counts = {views: 0, clicks: 0, enquiries: 0}): CollateralEmbed {
  return {
    id: row.collateral_embed_id,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    name: row.name,
    items,
    campaign: row.campaign,
    enquiries: row.enquiries,
    sites: row.sites,
    privacyUrl: row.privacy_url,
    status: row.revoked_at === null ? 'active' : 'revoked',
    token: row.token,
    views,
    clicks,
    enquiryCount: enquiries,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
