import type {ColumnType, Generated} from 'kysely';
import type {BigInteger, Bytes, DefaultInstant, DefaultJson, Instant, Json, Nullable, NullableInstant, NullableJson, OfTenant, Versioned} from './columns.ts';
import type {ChallengeTables} from './challenge-tables.ts';
import type {CobrandTables} from './cobrand-tables.ts';
import type {CollateralTables} from './collateral-tables.ts';
import type {DealTables} from './deal-tables.ts';
import type {FileTables} from './file-tables.ts';
import type {PointsTables} from './points-tables.ts';
import type {ReachTables} from './reach-tables.ts';
import type {LeadTable, LeadOfferTable, AccountLockTable, ActivityTable, RoutingRuleTable, RoutingDecisionTable, LeadImportTable, LeadImportRowTable} from './lead-tables.ts';

// The tables of 0001-foundation.sql.

export interface TenantTable extends OfTenant {
  name: string;
  not_before: DefaultInstant;
  active: Generated<boolean>;
  secret: Bytes;
  created_at: Instant;
}

export interface ProgramTable extends Versioned {
  program_id: string;
  name: string;
  time_zone: string;
  brand: NullableJson<unknown>;
  levels: DefaultJson<unknown[]>;
  products: DefaultJson<unknown[]>;
  countries: DefaultJson<string[]>;
  lead_policy: Json<unknown>;
  deal_policy: DefaultJson<unknown>;
  default_partner_org_id: Nullable<string>;
  origins: DefaultJson<string[]>;
}

export interface PersonTable extends Versioned {
  person_id: string;
  external_id: Nullable<string>;
  name: string;
  email: Nullable<string>;
  locale: Nullable<string>;
  time_zone: Nullable<string>;
  active: Generated<boolean>;
  not_before: DefaultInstant;
}

export interface PartnerOrgTable extends Versioned {
  partner_org_id: string;
  external_id: Nullable<string>;
  name: string;
  type: string;
  parent_id: Nullable<string>;
  country: Nullable<string>;
  time_zone: string;
  website: Nullable<string>;
}

export interface PartnershipTable extends OfTenant {
  partner_org_id: string;
  program_id: string;
  status: string;
  level_id: Nullable<string>;
  manager_id: Nullable<string>;
  territories: DefaultJson<{country: string; region: string | null}[]>;
  products: DefaultJson<string[]>;
  capacity: Nullable<number>;
  paused_reason: Nullable<string>;
  groups: ColumnType<string[], string[] | undefined, string[]>;
  certifications: ColumnType<string[], string[] | undefined, string[]>;
  accepted_terms: ColumnType<string[], string[] | undefined, string[]>;
  last_offered_at: NullableInstant;
  turn_from: Generated<number>;
  turn_until: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface MembershipTable extends OfTenant {
  membership_id: string;
  person_id: string;
  partner_org_id: Nullable<string>;
  roles: string[];
  created_at: Instant;
}

export interface SecretKeyTable extends OfTenant {
  key_id: string;
  hash: Bytes;
  name: string;
  scopes: Nullable<string[]>;
  expires_at: NullableInstant;
  revoked_at: NullableInstant;
  last_used_at: NullableInstant;
  created_at: Instant;
}

export interface EmbedSessionTable extends OfTenant {
  embed_session_id: string;
  person_id: string;
  partner_org_id: Nullable<string>;
  components: string[];
  scopes: Nullable<string[]>;
  origins: string[];
  locale: Nullable<string>;
  issued_at: Instant;
  expires_at: Instant;
  revoked_at: NullableInstant;
}

export interface SigningKeyTable {
  kid: string;
  private_jwk: Json<JsonWebKey>;
  public_jwk: Json<JsonWebKey>;
  use_from: Instant;
  retired_at: NullableInstant;
  created_at: Instant;
}

export interface IdempotencyRecordTable extends OfTenant {
  principal_id: string;
  key: string;
  fingerprint: Bytes;
  status: Nullable<number>;
  headers: NullableJson<Record<string, string>>;
  body: Nullable<Uint8Array>;
  created_at: Instant;
}

export interface TenantSequenceTable extends OfTenant {
  last_change: ColumnType<number, number | undefined, never>;
  last_audit: ColumnType<number, number | undefined, never>;
  audit_hash: ColumnType<Uint8Array, Uint8Array | undefined, never>;
}

export interface ChangeEventTable extends OfTenant {
  change_id: BigInteger;
  resource: string;
  resource_id: string;
  partner_org_id: Nullable<string>;
  person_id: Nullable<string>;
  to_vendor: Generated<boolean>;
  created_at: Instant;
}

export interface AuditEntryTable extends OfTenant {
  audit_id: BigInteger;
  at: Instant;
  principal_id: string;
  on_behalf_of: Nullable<string>;
  request_id: Nullable<string>;
  action: string;
  resource: string;
  resource_id: Nullable<string>;
  changes: Json<unknown>;
  hash: Bytes;
}

/** Every table by its name in SQL. */
export interface Tables extends DealTables, FileTables, CollateralTables, CobrandTables, ReachTables, PointsTables, ChallengeTables {
  tenant: TenantTable;
  program: ProgramTable;
  person: PersonTable;
  partner_org: PartnerOrgTable;
  partnership: PartnershipTable;
  membership: MembershipTable;
  secret_key: SecretKeyTable;
  embed_session: EmbedSessionTable;
  signing_key: SigningKeyTable;
  idempotency_record: IdempotencyRecordTable;
  tenant_sequence: TenantSequenceTable;
  change_event: ChangeEventTable;
  audit_entry: AuditEntryTable;
  lead: LeadTable;
  lead_offer: LeadOfferTable;
  account_lock: AccountLockTable;
  activity: ActivityTable;
  routing_rule: RoutingRuleTable;
  routing_decision: RoutingDecisionTable;
  lead_import: LeadImportTable;
  lead_import_row: LeadImportRowTable;
}
