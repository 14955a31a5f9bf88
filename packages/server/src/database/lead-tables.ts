import type {ColumnType, Generated} from 'kysely';
import type {Bytes, Day, DefaultJson, Instant, Json, Nullable, NullableBigInteger, NullableInstant, NullableJson, OfTenant, Versioned} from './columns.ts';

// The tables of 0002-leads.sql.

export interface LeadTable extends Versioned {
  lead_id: string;
  program_id: string;
  external_id: Nullable<string>;
  status: string;
  title: string;
  source: string;
  campaign: Nullable<string>;
  company: Json<unknown>;
  contact: Json<unknown>;
  consent: NullableJson<unknown>;
  products: ColumnType<string[], string[] | undefined, string[]>;
  need: Nullable<string>;
  timeline: Nullable<string>;
  value_band: NullableJson<unknown>;
  estimated_minor: NullableBigInteger;
  estimated_currency: Nullable<string>;
  score: Nullable<number>;
  quality: Nullable<string>;
  priority: string;
  tags: ColumnType<string[], string[] | undefined, string[]>;
  owner_id: Nullable<string>;
  account_key: Nullable<string>;
  domain_key: Nullable<string>;
  email_key: Nullable<string>;
  /** Text of a `tsvector`. */
  search_words: ColumnType<string, string | undefined, string>;
  attention: Nullable<string>;
  lost_reason: Nullable<string>;
  lead_offer_id: Nullable<string>;
  offer_count: Generated<number>;
  due_at: NullableInstant;
  recycled_at: NullableInstant;
  received_at: Instant;
  ended_at: NullableInstant;
  /** Written by the trigger: the version of the last edit, NULL while that is the present one. */
  edited_version: ColumnType<number | null, never, never>;
  /** Generated: `due_at`, `infinity` without one. */
  sort_due: ColumnType<string, never, never>;
  /** Generated: `score`, -1 without one. */
  sort_score: ColumnType<number, never, never>;
}

export interface LeadOfferTable extends Versioned {
  lead_offer_id: string;
  lead_id: string;
  partner_org_id: string;
  status: string;
  /** Generated from `status`. */
  tab: ColumnType<string, never, never>;
  exclusive: Generated<boolean>;
  assignee_id: Nullable<string>;
  unread: Generated<boolean>;
  routed_by: string;
  routing_decision_id: Nullable<string>;
  offered_at: Instant;
  accept_by: NullableInstant;
  first_viewed_at: NullableInstant;
  first_viewed_by: Nullable<string>;
  accepted_at: NullableInstant;
  accepted_by: Nullable<string>;
  act_by: NullableInstant;
  idle_by: NullableInstant;
  first_contact_at: NullableInstant;
  last_activity_at: NullableInstant;
  ended_at: NullableInstant;
  end_reason: Nullable<string>;
  end_comment: Nullable<string>;
  end_contacted: Nullable<boolean>;
  remind_at: NullableInstant;
  remind_kind: Nullable<string>;
  reminders_sent: Generated<number>;
  corrected_in: Nullable<number>;
  /** Written by the trigger: the version of the last edit, NULL while that is the present one. */
  edited_version: ColumnType<number | null, never, never>;
  /** Generated: the deadline that applies now, or when it ended; `infinity` without one. */
  sort_deadline: ColumnType<string, never, never>;
  /** Generated. */
  sort_score: ColumnType<number, never, never>;
  due_at: NullableInstant;
  next_step: Nullable<string>;
  next_step_due: Day;
  deal_registration_id: Nullable<string>;
  score: Nullable<number>;
}

export interface AccountLockTable extends OfTenant {
  account_lock_id: string;
  account_key: string;
  partner_org_id: string;
  lead_offer_id: string;
  locked_at: Instant;
  released_at: NullableInstant;
}

export interface ActivityTable extends OfTenant {
  activity_id: string;
  lead_id: string;
  lead_offer_id: Nullable<string>;
  kind: string;
  visibility: string;
  side: string;
  partner_org_id: Nullable<string>;
  author_id: Nullable<string>;
  body: Generated<string>;
  event: Nullable<string>;
  data: DefaultJson<Record<string, string>>;
  occurred_at: Instant;
  created_at: Instant;
  /** Order of writing. */
  seq: ColumnType<number, never, never>;
}

export interface RoutingRuleTable extends Versioned {
  routing_rule_id: string;
  program_id: string;
  name: string;
  position: number;
  active: boolean;
  method: string;
  condition: Json<unknown>;
  partner_org_ids: ColumnType<string[], string[] | undefined, string[]>;
  deleted_at: NullableInstant;
}

export interface RoutingDecisionTable extends OfTenant {
  routing_decision_id: string;
  lead_id: string;
  method: string;
  routing_rule_id: Nullable<string>;
  rule_name: Nullable<string>;
  rule_version: Nullable<number>;
  candidates: Json<unknown[]>;
  chosen_partner_org_id: Nullable<string>;
  decided_by: Nullable<string>;
  overridden: Generated<boolean>;
  decided_at: Instant;
  /** Order of writing. */
  seq: ColumnType<number, never, never>;
}

export interface LeadImportTable extends Versioned {
  lead_import_id: string;
  file_name: string;
  status: string;
  csv: string;
  mapping: Json<unknown>;
  rows: Generated<number>;
  rows_done: Generated<number>;
  created: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  failed: Generated<number>;
  warnings: Generated<number>;
  issues: DefaultJson<unknown[]>;
  started_by: string;
  lease_until: NullableInstant;
  ended_at: NullableInstant;
}

export interface LeadImportRowTable extends OfTenant {
  row_key: string;
  lead_id: string;
  content_hash: Bytes;
}
