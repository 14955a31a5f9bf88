import type {BadgeCriterion, ChallengeProof, ChallengeWindow, Goal, PointsAudience, PointsScheme} from '@portico/contract';
import type {ColumnType} from 'kysely';
import type {Instant, Json, Nullable, NullableBigInteger, NullableInstant, NullableJson, OfTenant, Versioned} from './columns.ts';

// The tables of 0016-challenges.sql.

export interface BadgeTable extends Versioned {
  badge_id: string;
  program_id: string;
  name: string;
  description: Nullable<string>;
  criterion: NullableJson<BadgeCriterion>;
  valid_for_days: Nullable<number>;
  is_retired: boolean;
}

export interface ChallengeTable extends Versioned {
  challenge_id: string;
  program_id: string;
  name: string;
  description: Nullable<string>;
  type: string;
  goal: NullableJson<Goal>;
  proofs: ChallengeProof[];
  run_window: Json<ChallengeWindow>;
  period: string;
  time_zone: string;
  audience: Json<PointsAudience>;
  points: number;
  badge_id: Nullable<string>;
  max_winners: Nullable<number>;
  status: string;
  reason: Nullable<string>;
  starts_at: NullableInstant;
  ends_at: NullableInstant;
  due_at: NullableInstant;
  published_at: NullableInstant;
  ended_at: NullableInstant;
}

export interface ChallengeEntryTable extends Versioned {
  challenge_entry_id: string;
  challenge_id: string;
  partner_org_id: string;
  person_id: Nullable<string>;
  span_key: string;
  span_from: Instant;
  span_until: Instant;
  status: string;
  text: Nullable<string>;
  link: Nullable<string>;
  value: NullableBigInteger;
  submissions: ColumnType<number, number | undefined, number>;
  reason: Nullable<string>;
  submitted_at: NullableInstant;
  decided_at: NullableInstant;
  decided_by: Nullable<string>;
}

export interface ChallengeEntryFileTable extends OfTenant {
  challenge_entry_id: string;
  stored_file_id: string;
  position: number;
}

export interface BadgeAwardTable extends Versioned {
  badge_award_id: string;
  badge_id: string;
  partner_org_id: string;
  earned_at: Instant;
  valid_until: NullableInstant;
  earned_by: string;
  challenge_entry_id: Nullable<string>;
  note: Nullable<string>;
  awarded_by: Nullable<string>;
  expired_at: NullableInstant;
  revoked_at: NullableInstant;
  revoked_by: Nullable<string>;
  reason: Nullable<string>;
}

export interface PointsSchemeTable extends OfTenant {
  program_id: string;
  terms: Json<PointsScheme>;
  updated_at: Instant;
}

export interface RewardTable extends Versioned {
  reward_id: string;
  program_id: string;
  name: string;
  description: Nullable<string>;
  points: number;
  value_minor: NullableBigInteger;
  currency: Nullable<string>;
  stock: Nullable<number>;
  is_offered: boolean;
}

export interface RedemptionTable extends Versioned {
  redemption_id: string;
  reward_id: string;
  partner_org_id: string;
  person_id: Nullable<string>;
  status: string;
  points: number;
  value_minor: NullableBigInteger;
  currency: Nullable<string>;
  took_stock: boolean;
  note: Nullable<string>;
  answer: Nullable<string>;
  reason: Nullable<string>;
  approved_at: NullableInstant;
  approved_by: Nullable<string>;
  ended_at: NullableInstant;
  ended_by: Nullable<string>;
}

/** By their names in SQL. */
export interface ChallengeTables {
  badge: BadgeTable;
  challenge: ChallengeTable;
  challenge_entry: ChallengeEntryTable;
  challenge_entry_file: ChallengeEntryFileTable;
  badge_award: BadgeAwardTable;
  points_scheme: PointsSchemeTable;
  reward: RewardTable;
  redemption: RedemptionTable;
}
