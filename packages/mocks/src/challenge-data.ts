import type {Badge, BadgeAward, Challenge, ChallengeEntry, PointsEntryReason, PointsScheme, Redemption, Reward} from '@portico/contract';
import {Table} from './table.ts';

/** A challenge as it is kept. */
export type ChallengeRow = Omit<Challenge, 'badge' | 'phase' | 'winners' | 'winnersLeft' | 'submitted' | 'own' | 'actions'>;

/** What a partner has in a span of a challenge, as it is kept. */
export interface ChallengeEntryRow extends Omit<ChallengeEntry, 'challenge' | 'partnerOrg' | 'person' | 'files' | 'points' | 'actions'> {
  readonly challengeId: string;
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly fileIds: readonly string[];
}

export type BadgeRow = Omit<Badge, 'own' | 'award' | 'holders'>;

export interface AwardRow extends Omit<BadgeAward, 'badge' | 'partnerOrg' | 'challenge' | 'status'> {
  readonly badgeId: string;
  readonly partnerOrgId: string;
  readonly challengeEntryId: string | null;
  readonly updatedAt: string;
}

export interface RedemptionRow extends Omit<Redemption, 'reward' | 'partnerOrg' | 'person' | 'actions'> {
  readonly rewardId: string;
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly tookStock: boolean;
}

/** A line of the ledger that no rule wrote: of an entry, or of a redemption. */
export interface LineRow {
  readonly id: string;
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly challengeEntryId: string | null;
  readonly redemptionId: string | null;
  readonly points: number;
  readonly reason: PointsEntryReason;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly expiresAt: string | null;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
}

/** Challenges, badges and rewards of a backend. */
export interface Challenges {
  readonly challenges: Table<ChallengeRow>;
  readonly entries: Table<ChallengeEntryRow>;
  readonly badges: Table<BadgeRow>;
  readonly awards: Table<AwardRow>;
  readonly rewards: Table<Reward>;
  readonly redemptions: Table<RedemptionRow>;
  readonly lines: Table<LineRow>;
  scheme: PointsScheme;
}

export function emptyChallenges(): Challenges {
  return {challenges: new Table(), entries: new Table(), badges: new Table(), awards: new Table(), rewards: new Table(), redemptions: new Table(), lines: new Table(), scheme: {levels: [], value: null}};
}
