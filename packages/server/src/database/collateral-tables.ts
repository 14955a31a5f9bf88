import type {Entitlement} from '@portico/contract';
import type {ColumnType, Generated} from 'kysely';
import type {DefaultJson, Instant, Json, Nullable, NullableInstant, OfTenant, Versioned} from './columns.ts';

// The tables of 0011-collateral.sql.

type Texts = ColumnType<string[], string[] | undefined, string[]>;

export interface AssetFolderTable extends Versioned {
  asset_folder_id: string;
  name: string;
  parent_id: Nullable<string>;
}

export interface AssetTable extends Versioned {
  asset_id: string;
  program_id: string;
  title: string;
  summary: Nullable<string>;
  type: string;
  products: Texts;
  industries: Texts;
  sales_stages: Texts;
  personas: Texts;
  tags: Texts;
  folder_id: Nullable<string>;
  classification: string;
  delivery: string;
  watermark: Generated<boolean>;
  shareable: Generated<boolean>;
  print_offered: Generated<boolean>;
  alt_text: Nullable<string>;
  transcript: Nullable<string>;
  link_url: Nullable<string>;
  owner_id: Nullable<string>;
  entitlement: Json<Entitlement>;
  needs_all: string[];
  needs_group: Texts;
  needs_type: Texts;
  needs_territory: Texts;
  needs_product: Texts;
  is_restricted: ColumnType<boolean, never, never>;
  shown_locked: Generated<boolean>;
  entitled_from: NullableInstant;
  entitled_until: NullableInstant;
  status: string;
  changes_wanted: Nullable<string>;
  recall_reason: Nullable<string>;
  recalled_at: NullableInstant;
  replaced_by_id: Nullable<string>;
  published_at: NullableInstant;
  news_at: NullableInstant;
  languages: Texts;
  expires_at: NullableInstant;
  due_at: NullableInstant;
  search_words: Generated<string>;
  sort_news: ColumnType<string, never, never>;
  sort_title: ColumnType<string, never, never>;
  sort_expires: ColumnType<string, never, never>;
}

export interface AssetVersionTable extends Versioned {
  asset_version_id: string;
  asset_id: string;
  number: number;
  language: string;
  stored_file_id: string;
  change_note: Nullable<string>;
  valid_from: NullableInstant;
  valid_until: NullableInstant;
  status: string;
  published_at: NullableInstant;
  recall_reason: Nullable<string>;
}

export interface AssetHoldingTable extends OfTenant {
  asset_holding_id: string;
  asset_id: string;
  asset_version_id: string;
  language: string;
  partner_org_id: string;
  person_id: Nullable<string>;
  downloads: Generated<number>;
  downloaded_at: Instant;
}

export interface AssetEventTable extends OfTenant {
  asset_event_id: string;
  kind: string;
  asset_id: string;
  asset_version_id: Nullable<string>;
  partner_org_id: Nullable<string>;
  person_id: Nullable<string>;
  campaign: Nullable<string>;
  at: Instant;
  data: DefaultJson<unknown>;
  count: Generated<number>;
  share_link_id: Nullable<string>;
  collateral_embed_id: Nullable<string>;
  page_origin: Nullable<string>;
  lead_id: Nullable<string>;
}

export interface AssetFavouriteTable extends OfTenant {
  person_id: string;
  asset_id: string;
  created_at: Instant;
}

export interface AssetVisitTable extends OfTenant {
  person_id: string;
  visited_at: Instant;
}

/** Counted by the database itself when an asset changes. */
export interface AssetTallyTable extends OfTenant {
  audience_id: string;
  status: string;
  /** A facet's name; `''` for all assets. */
  facet: string;
  value: string;
  count: number;
}

/** Tables of the collateral library by their names in SQL. */
export interface CollateralTables {
  asset_folder: AssetFolderTable;
  asset: AssetTable;
  asset_version: AssetVersionTable;
  asset_holding: AssetHoldingTable;
  asset_event: AssetEventTable;
  asset_favourite: AssetFavouriteTable;
  asset_visit: AssetVisitTable;
  asset_tally: AssetTallyTable;
}
