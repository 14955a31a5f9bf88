import type {PrintAddress, PrintLevelLimit, PrintTracking} from '@portico/contract';
import type {Generated} from 'kysely';
import type {Bytes, DefaultJson, Instant, Json, Nullable, NullableInstant, NullableJson, OfTenant, Versioned} from './columns.ts';

// The tables of 0012-reach.sql.

export interface ShareLinkTable extends OfTenant {
  share_link_id: string;
  asset_id: string;
  partner_org_id: Nullable<string>;
  created_by: Nullable<string>;
  token_hash: Bytes;
  expires_at: Instant;
  single_use: boolean;
  recipient: Nullable<string>;
  language: Nullable<string>;
  campaign: Nullable<string>;
  opens: Generated<number>;
  uses: Generated<number>;
  last_opened_at: NullableInstant;
  last_used_at: NullableInstant;
  revoked_at: NullableInstant;
  version: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface CollateralEmbedTable extends Versioned {
  collateral_embed_id: string;
  partner_org_id: string;
  name: string;
  token: string;
  asset_ids: string[];
  campaign: Nullable<string>;
  enquiries: boolean;
  sites: Generated<string[]>;
  privacy_url: Nullable<string>;
  revoked_at: NullableInstant;
  created_by: Nullable<string>;
}

export interface AssetPrintTable extends Versioned {
  asset_id: string;
  is_offered: boolean;
  in_stock: number;
  per_order: Nullable<number>;
  per_level: DefaultJson<PrintLevelLimit[]>;
  period_days: number;
}

export interface PrintOrderTable extends Versioned {
  print_order_id: string;
  asset_id: string;
  partner_org_id: string;
  requested_by: Nullable<string>;
  quantity: number;
  taken: Generated<number>;
  language: Nullable<string>;
  ship_to: Json<PrintAddress>;
  note: Nullable<string>;
  cost_centre: Nullable<string>;
  campaign: Nullable<string>;
  status: string;
  tracking: NullableJson<PrintTracking>;
  reason: Nullable<string>;
  approved_at: NullableInstant;
  shipped_at: NullableInstant;
  delivered_at: NullableInstant;
}

/** Tables of what leaves the portal by their names in SQL. */
export interface ReachTables {
  share_link: ShareLinkTable;
  collateral_embed: CollateralEmbedTable;
  asset_print: AssetPrintTable;
  print_order: PrintOrderTable;
}
