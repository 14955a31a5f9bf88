import type {Generated} from 'kysely';
import type {Instant, Json, Nullable, NullableInstant, OfTenant} from './columns.ts';

// The tables of exports in 0008-deals.sql.

export interface DealExportTable extends OfTenant {
  deal_export_id: string;
  format: string;
  statuses: Nullable<string[]>;
  status: string;
  problem: Nullable<string>;
  rows: Generated<number>;
  total: Generated<number>;
  parts: Generated<number>;
  after_created_at: NullableInstant;
  after_id: Nullable<string>;
  principal_id: string;
  session_id: Nullable<string>;
  partner_org_id: Nullable<string>;
  rights: Json<unknown>;
  lease_until: NullableInstant;
  created_at: Instant;
  updated_at: Instant;
  ended_at: NullableInstant;
}

export interface DealExportPartTable extends OfTenant {
  deal_export_id: string;
  index: number;
  csv: string;
}
