import type {Api, AssetType, Page, RouteParsed, ShareLink, ShareLinkStatus} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import {readOwnRows} from '../asset-flow/own-rows.ts';
import {nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

function links({db, tenantId, context}: Scope) {
  return db
    .selectFrom('share_link as s')
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.asset_id', '=', 's.asset_id'))
    .leftJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 's.tenant_id').onRef('o.partner_org_id', '=', 's.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.person_id', '=', 's.created_by'))
    .select([
      's.share_link_id', 's.asset_id', 's.partner_org_id', 's.created_by', 's.expires_at', 's.single_use', 's.recipient', 's.language', 's.campaign', 's.opens', 's.uses', 's.last_opened_at', 's.last_used_at', 's.revoked_at',
      's.version', 's.created_at', 's.updated_at', 'a.title', 'a.type', 'a.watermark', 'o.name as partner_name', 'p.name as person_name', statusAt(nowText(context)).as('status'),
    ])
    .where('s.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof links>['executeTakeFirstOrThrow']>>;

/** What matters most comes first: a recall is told also of a link that was used. */
function statusAt(now: string): RawBuilder<ShareLinkStatus> {
  const reach = sql`asset_reach(s.asset_id, s.partner_org_id, ${now}::timestamptz)`;
  return sql<ShareLinkStatus>`case
    when a.status = 'recalled' then 'recalled'
    when s.revoked_at is not null then 'revoked'
    when s.single_use and s.uses > 0 then 'used'
    when s.expires_at <= ${now}::timestamptz then 'expired'
    when ${reach} in ('replaced', 'withdrawn') then ${reach}
    else 'active' end`;
}

/** One page of links, latest first. */
export function listShareLinks(scope: Scope, input: RouteParsed<Api['shareLinks']['list']>): Promise<Page<ShareLink>> {
  const {assetId, partnerOrgId, status} = input;
  return readOwnRows(scope, async (reader, ownerId) => {
    const query = links(reader)
      .$if(ownerId !== null, each => each.where('s.partner_org_id', '=', ownerId))
      .$if(partnerOrgId !== undefined, each => each.where('s.partner_org_id', '=', partnerOrgId ?? ''))
      .$if(assetId !== undefined, each => each.where('s.asset_id', '=', assetId ?? ''))
      .$if(status !== undefined && status.length > 0, each => each.where(statusAt(nowText(scope.context)), 'in', status ?? []));
    const by = [{expression: sql.ref('s.created_at'), type: 'timestamptz'}, {expression: sql.ref('s.share_link_id'), type: 'uuid'}] as const;
    const {rows, page} = await readPage({...reader, partnerOrgId: ownerId}, query, {list: 'share links', by, direction: 'desc', input});
    return {items: rows.map(toShareLink), page};
  });
}

export function findShareLink(scope: Scope, id: string): Promise<ShareLink | undefined> {
  return readOwnRows(scope, async (reader, ownerId) => {
    const row = await links(reader)
      .where('s.share_link_id', '=', id)
      .$if(ownerId !== null, each => each.where('s.partner_org_id', '=', ownerId))
      .executeTakeFirst();
    return row && toShareLink(row);
  });
}

/** The link that a token belongs to. @param scope - Of the system. */
export async function findShareLinkByHash(scope: Scope, hash: Uint8Array): Promise<ShareLink | undefined> {
  const row = await links(scope).where('s.token_hash', '=', hash).executeTakeFirst();
  return row && toShareLink(row);
}

export async function lockShareLink({db, tenantId}: Scope, id: string): Promise<{version: number} | undefined> {
  return db.selectFrom('share_link').select('version').where('tenant_id', '=', tenantId).where('share_link_id', '=', id).forUpdate().executeTakeFirst();
}

export async function revokeShareLink({db, tenantId}: Scope, id: string, at: string): Promise<void> {
  await db
    .updateTable('share_link')
    .set({revoked_at: at, updated_at: at, version: sql`version + 1`})
    .where('tenant_id', '=', tenantId)
    .where('share_link_id', '=', id)
    .execute();
}

/** Counts that a link's page was opened. */
export async function countOpening({db, tenantId}: Scope, id: string, at: string): Promise<void> {
  await db
    .updateTable('share_link')
    .set({opens: sql`opens + 1`, last_opened_at: at})
    .where('tenant_id', '=', tenantId)
    .where('share_link_id', '=', id)
    .execute();
}

/** Takes what a link gives. @returns Whether there was something to take: of those who come at the same moment to a link that serves once, one gets it. */
export async function takeUse({db, tenantId}: Scope, id: string, at: string): Promise<boolean> {
  const taken = await db
    .updateTable('share_link')
    .set({uses: sql`uses + 1`, last_used_at: at})
    .where('tenant_id', '=', tenantId)
    .where('share_link_id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .where(({or, eb}) => or([eb('single_use', '=', false), eb('uses', '=', 0)]))
    .returning('share_link_id')
    .executeTakeFirst();
  return taken !== undefined;
}

function toShareLink(row: Row): ShareLink {
  return {
    id: row.share_link_id,
    asset: {id: row.asset_id, title: row.title, type: row.type as AssetType},
    partnerOrg: row.partner_org_id === null ? null : {id: row.partner_org_id, name: row.partner_name ?? ''},
    createdBy: row.created_by === null ? null : {id: row.created_by, name: row.person_name ?? ''},
    url: null,
    status: row.status,
    expiresAt: row.expires_at,
    singleUse: row.single_use,
    watermarked: row.watermark,
    recipient: row.recipient,
    language: row.language,
    campaign: row.campaign,
    opens: row.opens,
    uses: row.uses,
    lastOpenedAt: row.last_opened_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
