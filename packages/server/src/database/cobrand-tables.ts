import type {CobrandZone, LogoRules, SmallPrint, ZoneFinding, ZoneValues} from '@portico/contract';
import type {ColumnType, Generated} from 'kysely';
import type {DefaultJson, Instant, Json, Nullable, NullableInstant, NullableJson, OfTenant, Versioned} from './columns.ts';

// The tables of 0013-cobranding.sql.

export interface PartnerBrandTable extends Versioned {
  partner_org_id: string;
  logo_file_id: Nullable<string>;
  display_name: Nullable<string>;
  phone: Nullable<string>;
  email: Nullable<string>;
  website: Nullable<string>;
  address: Nullable<string>;
  colors: ColumnType<string[], string[] | undefined, string[]>;
}

export interface CobrandTemplateTable extends Versioned {
  cobrand_template_id: string;
  asset_id: string;
  asset_version_id: string;
  language: string;
  number: number;
  format: string;
  zones: Json<CobrandZone[]>;
  logo_rules: Json<LogoRules>;
  approval: string;
  small_print: NullableJson<SmallPrint>;
  status: string;
  published_at: NullableInstant;
}

export interface CobrandTable extends Versioned {
  cobrand_id: string;
  partner_org_id: string;
  cobrand_template_id: string;
  asset_id: string;
  language: string;
  name: string;
  values: Json<ZoneValues>;
  status: string;
  findings: DefaultJson<ZoneFinding[]>;
  reason: Nullable<string>;
  output_code: Nullable<string>;
  goes_on: Generated<boolean>;
  due_at: NullableInstant;
  next_address: Nullable<string>;
  attempts: Generated<number>;
  created_by: Nullable<string>;
  submitted_at: NullableInstant;
  decided_at: NullableInstant;
  decided_by: Nullable<string>;
  published_at: NullableInstant;
}

export interface CobrandOutputTable extends OfTenant {
  code: string;
  cobrand_id: string;
  cobrand_template_id: string;
  asset_version_id: string;
  stored_file_id: string;
  address: string;
  made_at: Instant;
  published_at: NullableInstant;
}

export interface CobrandPreviewTable extends OfTenant {
  cobrand_preview_id: string;
  cobrand_template_id: string;
  partner_org_id: Nullable<string>;
  values: Json<ZoneValues>;
  page: number;
  size: number;
  address: string;
  created_at: Instant;
}

/** Tables of co-branding by their names in SQL. */
export interface CobrandTables {
  partner_brand: PartnerBrandTable;
  cobrand_template: CobrandTemplateTable;
  cobrand: CobrandTable;
  cobrand_output: CobrandOutputTable;
  cobrand_preview: CobrandPreviewTable;
}
