import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** What becomes of an asset that was to leave the portal. */
export type Reach = 'public' | 'link' | 'recalled' | 'replaced' | 'withdrawn';

/** An asset with the version that a stranger gets. */
export interface PresentAsset {
  readonly assetId: string;
  readonly title: string;
  readonly summary: string | null;
  readonly type: string;
  readonly altText: string | null;
  readonly products: string[];
  readonly watermark: boolean;
  readonly linkUrl: string | null;
  readonly recallReason: string | null;
  readonly reach: Reach;
  /** `null`: an asset that is elsewhere (`linkUrl`), or that has no present version. */
  readonly version: {readonly id: string; readonly number: number; readonly language: string; readonly storedFileId: string} | null;
}

/**
 * Reads assets as somebody without a session gets them.
 *
 * @param scope - Of the system: who may have them is decided here by the partner in whose name they leave.
 * @param partnerOrgId - That partner; `null`: the vendor.
 * @param languages - Wanted ones, first choice first. English comes after them, then any.
 */
export async function findPresentAssets({db, tenantId, context}: Scope, assetIds: readonly string[], partnerOrgId: string | null, languages: readonly string[]): Promise<Map<string, PresentAsset>> {
  if (assetIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('asset as a')
    .select(['a.asset_id', 'a.title', 'a.summary', 'a.type', 'a.alt_text', 'a.products', 'a.watermark', 'a.link_url', 'a.recall_reason'])
    .select(sql<Reach>`asset_reach(a.asset_id, ${partnerOrgId}::uuid, ${new Date(context.now()).toISOString()}::timestamptz)`.as('reach'))
    .where('a.tenant_id', '=', tenantId)
    .where('a.asset_id', 'in', assetIds)
    .execute();
  const versions = await db
    .selectFrom('asset_version')
    .select(['asset_id', 'asset_version_id as id', 'number', 'language', 'stored_file_id as storedFileId'])
    .where('tenant_id', '=', tenantId)
    .where('asset_id', 'in', assetIds)
    .where('status', '=', 'current')
    .orderBy('language')
    .execute();
  return new Map(
    rows.map(row => {
      const {asset_id: _, ...version} = chooseLanguage(versions.filter(each => each.asset_id === row.asset_id), languages) ?? {asset_id: '', id: '', number: 0, language: '', storedFileId: ''};
      const present = {assetId: row.asset_id, title: row.title, summary: row.summary, type: row.type, altText: row.alt_text, products: row.products, watermark: row.watermark, linkUrl: row.link_url, recallReason: row.recall_reason};
      return [row.asset_id, {...present, reach: row.reach, version: version.id === '' ? null : version}];
    }),
  );
}

/** The first language that is there: as it is written, then whatever begins the same (`pt` for `pt-BR`), then English, then any. */
export function chooseLanguage<T extends {readonly language: string}>(versions: readonly T[], languages: readonly string[]): T | undefined {
  for (const wanted of [...languages, 'en']) {
    const lower = wanted.toLowerCase();
    const found = versions.find(({language}) => language.toLowerCase() === lower) ?? versions.find(({language}) => language.toLowerCase().split('-')[0] === lower.split('-')[0]);
    if (found) return found;
  }
  return versions[0];
}

/** Whether an asset may leave the portal, and something of it is there. */
export function isHad({reach, version, linkUrl}: PresentAsset, least: 'public' | 'link'): boolean {
  return (reach === 'public' || reach === least) && (version !== null || linkUrl !== null);
}
