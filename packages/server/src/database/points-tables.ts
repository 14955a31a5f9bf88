import type {ColumnType, Generated} from 'kysely';
import type {BigInteger, DefaultBigInteger, DefaultJson, Instant, Json, Nullable, NullableBigInteger, NullableInstant, NullableJson, OfTenant, Versioned} from './columns.ts';
import type {EventStanding} from '@portico/contract/points-rules';
import type {BoardPrize, BoardVisibility, LevelProgress, PartnerEventFacts, PointsCheck, PointsFinding, PointsReplay, PointsTerms, TierTerms, TierValues} from '@portico/contract';

// The tables of 0014-leaderboard.sql, 0015-awards.sql and 0017-fairness.sql.

export interface PointsAccountTable extends OfTenant {
  partner_org_id: string;
  last_event: ColumnType<number, number | undefined, number>;
}

export interface PartnerEventTable extends OfTenant {
  partner_event_id: string;
  partner_org_id: string;
  number: number;
  event: string;
  is_own: boolean;
  source_id: string;
  retracts_id: Nullable<string>;
  entity_id: Nullable<string>;
  person_id: Nullable<string>;
  amount_minor: NullableBigInteger;
  currency: Nullable<string>;
  facts: Json<Omit<PartnerEventFacts, 'amount'>>;
  standing: Json<EventStanding>;
  occurred_at: Instant;
  recorded_at: Instant;
}

export interface PointsRuleTable extends Versioned {
  points_rule_id: string;
  program_id: string;
  name: string;
  draft: NullableJson<PointsTerms>;
  number: ColumnType<number, number | undefined, number>;
}

export interface PointsRuleVersionTable extends OfTenant {
  points_rule_id: string;
  number: number;
  terms: Json<PointsTerms>;
  event: string;
  applies_from: NullableInstant;
  published_at: Instant;
  published_by: Nullable<string>;
}

export interface PointsEntryTable extends OfTenant {
  points_entry_id: string;
  partner_org_id: string;
  kind: ColumnType<string, string | undefined, never>;
  points_rule_id: Nullable<string>;
  rule_number: Nullable<number>;
  partner_event_id: Nullable<string>;
  challenge_entry_id: Nullable<string>;
  redemption_id: Nullable<string>;
  lot: Nullable<number>;
  step: number;
  points: number;
  step_before: ColumnType<number | null, never, never>;
  points_reversed: ColumnType<number | null, never, never>;
  reason: string;
  entity_id: Nullable<string>;
  person_id: Nullable<string>;
  occurred_at: Instant;
  expires_at: NullableInstant;
  recorded_at: Instant;
}

export interface TierPolicyTable extends OfTenant {
  tier_policy_id: string;
  program_id: string;
  number: number;
  effective_from: Instant;
  terms: Json<TierTerms>;
  created_at: Instant;
  created_by: Nullable<string>;
}

export interface TierRunTable extends OfTenant {
  program_id: string;
  due_at: Instant;
  after_partner: Nullable<string>;
}

export interface TierEvaluationTable extends OfTenant {
  tier_evaluation_id: string;
  partner_org_id: string;
  policy_number: number;
  as_of: Instant;
  level_id: Nullable<string>;
  reached_level_id: Nullable<string>;
  values: Json<TierValues>;
  outcome: Json<LevelProgress[]>;
}

export interface LevelChangeTable extends Versioned {
  level_change_id: string;
  partner_org_id: string;
  kind: string;
  status: string;
  from_level_id: Nullable<string>;
  to_level_id: Nullable<string>;
  effective_from: NullableInstant;
  grace_until: NullableInstant;
  comment: Nullable<string>;
  decided_by: Nullable<string>;
  decided_at: NullableInstant;
  effective_at: NullableInstant;
}

export interface BoardTable extends Versioned {
  board_id: string;
  program_id: string;
  name: string;
  metric: string;
  currency: string;
  period: string;
  time_zone: string;
  level_ids: string[];
  countries: string[];
  within: string;
  visibility: Json<BoardVisibility>;
  min_participants: number;
  min_count: number;
  is_normalised: Generated<boolean>;
  freeze_at: NullableInstant;
}

export interface BoardTallyTable extends OfTenant {
  board_id: string;
  period_from: Instant;
  partner_org_id: string;
  total: BigInteger;
  count: number;
  earlier: BigInteger;
  field: Nullable<string>;
  sort_key: Nullable<BigInteger>;
  shuffle: Generated<number>;
}

export interface BoardResultTable extends Versioned {
  board_result_id: string;
  board_id: string;
  period_key: string;
  period_from: Instant;
  period_until: Instant;
  status: string;
  prizes: DefaultJson<BoardPrize[]>;
  is_normalised: Generated<boolean>;
  frozen_at: Instant;
  verified_at: NullableInstant;
  verified_by: Nullable<string>;
  awarded_at: NullableInstant;
}

export interface BoardResultRowTable extends OfTenant {
  board_result_id: string;
  partner_org_id: string;
  field: string;
  rank: number;
  place: number;
  value: BigInteger;
  raw_value: NullableBigInteger;
}

export interface BoardDisputeTable extends OfTenant {
  board_dispute_id: string;
  board_result_id: string;
  partner_org_id: string;
  person_id: Nullable<string>;
  text: string;
  status: string;
  answer: Nullable<string>;
  answered_by: Nullable<string>;
  answered_at: NullableInstant;
  created_at: Instant;
}

export interface PointsCheckTable extends OfTenant {
  program_id: string;
  terms: Json<PointsCheck>;
  updated_at: Instant;
}

export interface PointsHoldTable extends Versioned {
  points_hold_id: string;
  partner_event_id: string;
  partner_org_id: string;
  findings: Json<PointsFinding[]>;
  status: string;
  comment: Nullable<string>;
  decided_by: Nullable<string>;
  decided_at: NullableInstant;
}

export interface BoardOptOutTable extends OfTenant {
  board_id: string;
  partner_org_id: string;
  person_id: Nullable<string>;
  created_at: Instant;
}

/** What a replay changed for a partner. */
export type PointsDifference = Omit<PointsReplay['partners'][number], 'partnerOrg'> & {readonly partnerOrgId: string};

export interface PointsReplayTable extends OfTenant {
  points_rule_id: string;
  number: number;
  due_at: NullableInstant;
  after_partner: Nullable<string>;
  partners_left: number;
  events: Generated<number>;
  added: Generated<number>;
  reversed: Generated<number>;
  points_before: DefaultBigInteger;
  points_after: DefaultBigInteger;
  partners_changed: Generated<number>;
  differences: DefaultJson<PointsDifference[]>;
}

/** By their names in SQL. */
export interface PointsTables {
  points_account: PointsAccountTable;
  partner_event: PartnerEventTable;
  points_rule: PointsRuleTable;
  points_rule_version: PointsRuleVersionTable;
  points_entry: PointsEntryTable;
  points_replay: PointsReplayTable;
  tier_policy: TierPolicyTable;
  tier_run: TierRunTable;
  tier_evaluation: TierEvaluationTable;
  level_change: LevelChangeTable;
  points_check: PointsCheckTable;
  points_hold: PointsHoldTable;
  board: BoardTable;
  board_tally: BoardTallyTable;
  board_opt_out: BoardOptOutTable;
  board_result: BoardResultTable;
  board_result_row: BoardResultRowTable;
  board_dispute: BoardDisputeTable;
}
