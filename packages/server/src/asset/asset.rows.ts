import {assetCan, AssetAction, type Asset, type AssetStatus, type HeldCopy} from '@portico/contract';
import {accessOf} from '@portico/contract/asset-access-rules';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {AssetParts, HeldRow} from './asset-parts.queries.ts';
import {toProtected, type AssetReader} from './asset-reader.queries.ts';

/** Assets with the name of who answers for them. Transcripts are long: lists go without. */
export function assets({db}: Scope, {whole = false} = {}) {
  return db
    .selectFrom('asset as a')
    .leftJoin('person as o', join => join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.person_id', '=', 'a.owner_id'))
    .select([
      'a.asset_id', 'a.title', 'a.summary', 'a.type', 'a.products', 'a.industries', 'a.sales_stages', 'a.personas', 'a.tags', 'a.folder_id', 'a.classification', 'a.delivery', 'a.watermark', 'a.shareable', 'a.print_offered', 'a.alt_text',
      'a.link_url', 'a.entitlement', 'a.status', 'a.changes_wanted', 'a.recall_reason', 'a.recalled_at', 'a.replaced_by_id', 'a.published_at', 'a.news_at', 'a.languages', 'a.expires_at', 'a.owner_id',
      'a.version', 'a.created_at', 'a.updated_at',
    ])
    .select(whole ? sql<string | null>`a.transcript`.as('transcript') : sql<string | null>`null::text`.as('transcript'))
    .select(sql<string | null>`o.name`.as('owner_name'));
}

export type AssetRow = Awaited<ReturnType<ReturnType<typeof assets>['executeTakeFirstOrThrow']>>;

/** An asset as its reader may see it. */
export function toAsset(row: AssetRow, parts: AssetParts, reader: AssetReader): Omit<Asset, 'replacedBy'> {
  const {partner, levels, now, visitedAt, locale} = reader;
  const status = row.status as AssetStatus;
  const isPublished = status === 'published';
  const {access, unlocks} = partner === null || !isPublished ? {access: 'granted', unlocks: []} as const : accessOf(toProtected(row), partner, levels, now);
  const isOpen = access === 'granted' && (isPublished || partner === null);
  const current = isOpen ? (parts.current.get(row.asset_id) ?? []) : [];
  const shown = current.find(({language}) => language === locale) ?? current.find(({language}) => language === 'en') ?? current[0];
  return {
    id: row.asset_id,
    title: row.title,
    summary: row.summary,
    type: row.type as Asset['type'],
    products: row.products,
    industries: row.industries,
    salesStages: row.sales_stages,
    personas: row.personas,
    tags: row.tags,
    folderId: row.folder_id,
    classification: row.classification as Asset['classification'],
    delivery: row.delivery as Asset['delivery'],
    watermark: row.watermark,
    shareable: row.shareable,
    entitlement: partner === null ? row.entitlement : null,
    altText: row.alt_text,
    transcript: isOpen ? row.transcript : null,
    linkUrl: isOpen ? row.link_url : null,
    status,
    owner: row.owner_id === null ? null : {id: row.owner_id, name: row.owner_name ?? ''},
    languages: row.languages,
    current: current.map(({preview: _, ...version}) => version),
    preview: shown?.preview ?? null,
    access: access === 'granted' ? 'granted' : 'locked',
    reach: reachOf(row, isOpen && isPublished, parts),
    unlocks: [...unlocks],
    isFavourite: parts.favourites.has(row.asset_id),
    isNew: isPublished && visitedAt !== null && row.news_at !== null && Date.parse(row.news_at) > Date.parse(visitedAt),
    held: heldOf(parts.held.get(row.asset_id) ?? [], isPublished),
    holders: parts.isPartner ? null : (parts.holders.get(row.asset_id) ?? {partnerOrgs: 0, stale: 0}),
    recall: row.recalled_at === null ? null : {reason: row.recall_reason ?? '', at: row.recalled_at},
    replacedById: row.replaced_by_id,
    publishedAt: row.published_at,
    newsAt: row.news_at,
    expiresAt: row.expires_at,
    changesWanted: partner === null ? row.changes_wanted : null,
    actions: parts.isPartner ? [] : AssetAction.options.filter(action => assetCan(action, status)),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** @param isHad - The reader may have it, and partners too may. */
function reachOf({asset_id: id, delivery, shareable, classification, print_offered: isPrinted}: AssetRow, isHad: boolean, {cobrandable}: AssetParts): Asset['reach'] {
  const may = isHad && classification !== 'confidential';
  return {link: may && (delivery === 'open' || (delivery === 'portal' && shareable)), embed: may && delivery === 'open', print: may && isPrinted, cobrand: may && cobrandable.has(id)};
}

/** The copy to be told of: one that is out of date before one that is not, then the latest. */
function heldOf(rows: readonly HeldRow[], isPublished: boolean): HeldCopy | null {
  const copies = rows.map(({status, ...copy}) => ({...copy, isStale: status !== 'current' || !isPublished}));
  return copies.toSorted((a, b) => Number(b.isStale) - Number(a.isStale) || Date.parse(b.downloadedAt) - Date.parse(a.downloadedAt))[0] ?? null;
}
