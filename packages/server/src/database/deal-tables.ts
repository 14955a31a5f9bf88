import type {ColumnType, Generated} from 'kysely';
import type {BigInteger, Bytes, DefaultInstant, DefaultJson, Instant, Json, Nullable, NullableBigInteger, NullableInstant, NullableJson, OfTenant, Versioned, Day} from './columns.ts';
import type {DealExportPartTable, DealExportTable} from './export-tables.ts';
import type {LeadImportRowTable, LeadImportTable} from './lead-tables.ts';

// The tables of 0008-deals.sql.

export interface DealRegistrationTable extends Versioned {
  deal_registration_id: string;
  program_id: string;
  partner_org_id: string;
  status: string;
  source: string;
  submitted_by: Nullable<string>;
  lead_id: Nullable<string>;
  lead_offer_id: Nullable<string>;
  name: Nullable<string>;
  customer: Json<unknown>;
  contact: Json<unknown>;
  estimated_minor: NullableBigInteger;
  estimated_currency: Nullable<string>;
  expected_close_on: Day;
  number: Nullable<string>;
  external_id: Nullable<string>;
  registration_type: Generated<string>;
  description: Nullable<string>;
  use_case: Nullable<string>;
  lines: DefaultJson<unknown>;
  contract_type: Nullable<string>;
  contract_term_months: Nullable<number>;
  competitors: ColumnType<string[], string[] | undefined, string[]>;
  incumbent: Nullable<string>;
  tender: NullableJson<unknown>;
  support_requested: Nullable<string>;
  hide_from_distributor: Generated<boolean>;
  answers: DefaultJson<unknown>;
  drafted_by: Generated<string>;
  /** Set by a transfer. */
  partner_since: NullableInstant;
  owner_id: Nullable<string>;
  distributor_id: Nullable<string>;
  reviewer_id: Nullable<string>;
  terms_version: Nullable<string>;
  submitted_at: NullableInstant;
  queue_number: NullableBigInteger;
  closes_queue_to: NullableBigInteger;
  submission_count: Generated<number>;
  revision_count: Generated<number>;
  review_due_at: NullableInstant;
  review_left_ms: NullableBigInteger;
  step_due_at: NullableInstant;
  info_request: NullableJson<unknown>;
  info_due_at: NullableInstant;
  decided_at: NullableInstant;
  end_reason: Nullable<string>;
  end_comment: Nullable<string>;
  ended_at: NullableInstant;
  duplicate_of_id: Nullable<string>;
  protected_from: NullableInstant;
  protected_until: NullableInstant;
  progress_due_at: NullableInstant;
  benefits: NullableJson<unknown>;
  extension_count: Generated<number>;
  stage: Nullable<string>;
  probability: Nullable<number>;
  stage_changed_at: NullableInstant;
  moved_at: NullableInstant;
  next_step: Nullable<string>;
  next_step_due: Day;
  win_confirmed_at: NullableInstant;
  opportunity_ref: Nullable<string>;
  domain_key: Nullable<string>;
  tax_key: Nullable<string>;
  name_key: Nullable<string>;
  country_key: Nullable<string>;
  email_key: Nullable<string>;
  phone_key: Nullable<string>;
  search_words: Generated<string>;
  remind_at: NullableInstant;
  due_at: NullableInstant;
  tab: ColumnType<string, never, never>;
  sort_deadline: ColumnType<string, never, never>;
  sort_amount: ColumnType<number, never, never>;
}

export interface DealFormTable extends Versioned {
  program_id: string;
  registration_types: string[];
  standard_fields: Json<unknown>;
  fields: Json<unknown>;
}

export interface DealProtectionTable extends OfTenant {
  deal_registration_id: string;
  customer_key: string;
  product: string;
  beside_id: Nullable<string>;
  released_at: NullableInstant;
}

export interface ApprovalStepTable extends OfTenant {
  approval_step_id: string;
  deal_registration_id: string;
  submission: number;
  name: string;
  position: number;
  approver: Json<unknown>;
  approval_limit: NullableJson<unknown>;
  person_id: Nullable<string>;
  status: string;
  decided_by: Nullable<string>;
  decided_at: NullableInstant;
  comment: Nullable<string>;
  due_hours: number;
  remind_at: NullableInstant;
  due_at: NullableInstant;
  escalated_at: NullableInstant;
}

export interface DealChangeTable extends Versioned {
  deal_change_id: string;
  deal_registration_id: string;
  kind: string;
  status: string;
  protected_until_on: Day;
  amendment: NullableJson<unknown>;
  needs_new_approval: Generated<boolean>;
  to_partner_org_id: Nullable<string>;
  note: string;
  requested_by: Nullable<string>;
  requested_side: string;
  agreed_by: ColumnType<string[], string[] | undefined, string[]>;
  decided_by: Nullable<string>;
  decided_at: NullableInstant;
  comment: Nullable<string>;
}

export interface DealActivityTable extends OfTenant {
  deal_activity_id: string;
  deal_registration_id: string;
  kind: string;
  visibility: string;
  side: string;
  partner_org_id: Nullable<string>;
  author_id: Nullable<string>;
  body: Generated<string>;
  event: Nullable<string>;
  data: DefaultJson<unknown>;
  occurred_at: Instant;
  created_at: Instant;
  /** Order of writing. */
  seq: ColumnType<number, never, never>;
}

export interface EvidenceFileTable extends OfTenant {
  evidence_file_id: string;
  deal_registration_id: string;
  file_name: string;
  media_type: string;
  size_bytes: number;
  status: string;
  problem: Nullable<string>;
  sha256: Nullable<string>;
  scan_due_at: NullableInstant;
  added_by: Nullable<string>;
  created_at: Instant;
  updated_at: Instant;
}

export interface EvidencePartTable extends OfTenant {
  evidence_file_id: string;
  index: number;
  content: Bytes;
}

export interface ReceiptKeyTable extends OfTenant {
  key_id: string;
  public_jwk: Json<unknown>;
  retired_at: NullableInstant;
  created_at: Instant;
}

export interface ReceiptPrivateKeyTable extends OfTenant {
  key_id: string;
  private_jwk: Json<unknown>;
}

export interface ReceiptChainTable extends OfTenant {
  program_id: string;
  last_sequence: ColumnType<number, number | undefined, number>;
  last_hash: Generated<string>;
  last_at: DefaultInstant;
  last_deal_number: ColumnType<number, number | undefined, number>;
}

export interface ReceiptTable extends OfTenant {
  receipt_id: string;
  program_id: string;
  deal_registration_id: string;
  sequence: BigInteger;
  statement: Json<unknown>;
  content: Json<unknown>;
  signature: string;
  key_id: string;
  created_at: Instant;
}

export interface ConflictCaseTable extends Versioned {
  conflict_case_id: string;
  first_id: string;
  second_id: string;
  first_partner_org_id: string;
  second_partner_org_id: string;
  status: string;
  resolution: Nullable<string>;
  first_share_percent: Nullable<number>;
  evidence_due_at: NullableInstant;
  opened_by: Nullable<string>;
}

export interface ConflictEntryTable extends OfTenant {
  conflict_entry_id: string;
  conflict_case_id: string;
  side: string;
  event: string;
  body: Nullable<string>;
  author_id: Nullable<string>;
  created_at: Instant;
  /** Order of writing. */
  seq: ColumnType<number, never, never>;
}

export interface AccountTable extends OfTenant {
  account_id: string;
  external_id: string;
  name: string;
  website: Nullable<string>;
  domains: ColumnType<string[], string[] | undefined, string[]>;
  tax_id: Nullable<string>;
  country: Nullable<string>;
  standing: string;
  domain_keys: ColumnType<string[], string[] | undefined, string[]>;
  tax_key: Nullable<string>;
  name_key: Nullable<string>;
  content_hash: Bytes;
  created_at: Instant;
  updated_at: Instant;
}

export interface ClaimCheckTable extends OfTenant {
  claim_check_id: string;
  partner_org_id: string;
  person_id: string;
  domain_hash: Nullable<Uint8Array>;
  name_hash: Nullable<Uint8Array>;
  tax_hash: Nullable<Uint8Array>;
  answer: string;
  created_at: Instant;
}

export interface DealImportTable extends Omit<LeadImportTable, 'lead_import_id'> {
  deal_import_id: string;
}

export interface DealImportRowTable extends Omit<LeadImportRowTable, 'lead_id'> {
  deal_registration_id: string;
}

/** Every table of deals by its name in SQL. */
export interface DealTables {
  deal_registration: DealRegistrationTable;
  deal_form: DealFormTable;
  deal_protection: DealProtectionTable;
  approval_step: ApprovalStepTable;
  deal_change: DealChangeTable;
  deal_activity: DealActivityTable;
  evidence_file: EvidenceFileTable;
  evidence_part: EvidencePartTable;
  receipt_key: ReceiptKeyTable;
  receipt_private_key: ReceiptPrivateKeyTable;
  receipt_chain: ReceiptChainTable;
  receipt: ReceiptTable;
  conflict_case: ConflictCaseTable;
  conflict_entry: ConflictEntryTable;
  account: AccountTable;
  claim_check: ClaimCheckTable;
  deal_import: DealImportTable;
  deal_import_row: DealImportRowTable;
  deal_export: DealExportTable;
  deal_export_part: DealExportPartTable;
}
