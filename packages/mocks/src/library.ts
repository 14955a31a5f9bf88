import type {Asset, AssetFolder, AssetVersion, Entitlement, StoredFile} from '@portico/contract';
import type {EmbedRow, EventRow, LinkRow, OrderRow, PrintRow} from './reach-rows.ts';
import type {BrandRow, CobrandRow, OutputRow, TemplateRow} from './cobrand-rows.ts';
import {Table} from './table.ts';

/** An asset as it is kept; what depends on the reader and on its versions is added when it is read. */
export type AssetRow = Omit<Asset, 'entitlement' | 'languages' | 'current' | 'preview' | 'access' | 'reach' | 'holders' | 'unlocks' | 'isFavourite' | 'isNew' | 'held' | 'actions' | 'expiresAt' | 'replacedBy'> & {entitlement: Entitlement};

/** A version as it is kept. */
export type VersionRow = Omit<AssetVersion, 'storedFile' | 'currentId'> & {storedFileId: string};

/** That somebody has a copy. */
export interface HoldingRow {
  readonly id: string;
  readonly assetId: string;
  readonly versionId: string;
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly downloads: number;
  readonly downloadedAt: string;
}

/** The collateral library of a backend. */
export interface Library {
  readonly folders: Table<Omit<AssetFolder, 'assetCount'>>;
  readonly assets: Table<AssetRow>;
  readonly versions: Table<VersionRow>;
  /** Ids of an asset's versions, in the order in which they came. */
  readonly versionIds: Map<string, string[]>;
  readonly files: Table<StoredFile>;
  /** Bytes that were sent, by file. */
  readonly bytes: Map<string, Uint8Array<ArrayBuffer>>;
  readonly holdings: Table<HoldingRow>;
  /** `person asset`. */
  readonly favourites: Set<string>;
  /** When a person visited last. */
  readonly visits: Map<string, string>;
  readonly shareLinks: Table<LinkRow>;
  readonly printOrders: Table<OrderRow>;
  /** How assets are printed, by asset. */
  readonly prints: Map<string, PrintRow>;
  readonly embeds: Table<EmbedRow>;
  readonly events: Table<EventRow>;
  readonly templates: Table<TemplateRow>;
  readonly cobrands: Table<CobrandRow>;
  readonly outputs: Table<OutputRow>;
  readonly brands: Table<BrandRow>;
}

export function emptyLibrary(): Library {
  return {folders: new Table(), assets: new Table(), versions: new Table(), versionIds: new Map(), files: new Table(), bytes: new Map(), holdings: new Table(), favourites: new Set(), visits: new Map(), shareLinks: new Table(), printOrders: new Table(), prints: new Map(), embeds: new Table(), events: new Table(), templates: new Table(), cobrands: new Table(), outputs: new Table(), brands: new Table()};
}

/** Adds a version to its asset. */
export function addVersion({versions, versionIds}: Library, row: VersionRow): VersionRow {
  versionIds.set(row.assetId, [...(versionIds.get(row.assetId) ?? []), row.id]);
  return versions.set(row);
}
