import type {Board, BoardDispute, BoardResult, LevelChange, PartnerEvent, PointsCheck, PointsEntry, PointsHold, PointsReplay, PointsRule, TierEvaluation, TierPolicy} from '@portico/contract';
import type {Ranked} from '@portico/contract/board-rules';
import type {Period} from '@portico/contract/period';
import type {EventStanding, Retraction, RuleVersion, ScoredEvent} from '@portico/contract/points-rules';
import {Table} from './table.ts';

/** What a partner did, as it is kept. */
export interface EventRow extends Omit<PartnerEvent, 'partnerOrg'> {
  readonly partnerOrgId: string;
  readonly standing: EventStanding;
  /** Recorded by the product itself. */
  readonly isOwn: boolean;
}

/** A rule as it is kept, with everything of it that was published. */
export interface RuleRow extends Omit<PointsRule, 'published'> {
  readonly versions: readonly (RuleVersion & {readonly publishedAt: string})[];
}

/** A line of the ledger as it is kept. */
export interface EntryRow extends Omit<PointsEntry, 'partnerOrg' | 'person' | 'rule' | 'event' | 'challenge' | 'redemption'> {
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly ruleId: string;
  readonly number: number;
  readonly eventId: string;
}

/** A result as it is kept: with everybody's place, by whom they competed with. */
export interface ResultRow extends Pick<BoardResult, 'id' | 'status' | 'prizes' | 'frozenAt' | 'verifiedAt' | 'awardedAt' | 'version'> {
  readonly updatedAt: string;
  readonly boardId: string;
  readonly period: Period;
  readonly isNormalised: boolean;
  readonly fields: ReadonlyMap<string, readonly Ranked[]>;
}

/** Points and levels of a backend. */
export interface Standing {
  readonly events: Table<EventRow>;
  /** What each partner did and what was taken back, in the order in which it was recorded. */
  readonly streams: Map<string, (ScoredEvent | Retraction)[]>;
  readonly rules: Table<RuleRow>;
  /** Of rules, what publishing their last version did. */
  readonly replays: Map<string, PointsReplay>;
  readonly entries: Table<EntryRow>;
  readonly policies: Table<TierPolicy>;
  readonly evaluations: Table<TierEvaluation>;
  readonly levelChanges: Table<Omit<LevelChange, 'partnerOrg'> & {readonly partnerOrgId: string}>;
  readonly holds: Table<PointsHold>;
  check: PointsCheck;
  readonly boards: Table<Board>;
  /** Board and partner, of those who wish not to be ranked. */
  readonly optOuts: Set<string>;
  readonly results: Table<ResultRow>;
  readonly disputes: Table<BoardDispute>;
  /** When partners are evaluated next, in milliseconds. */
  dueAt: number;
}

export function emptyStanding(): Standing {
  return {events: new Table(), streams: new Map(), rules: new Table(), replays: new Map(), entries: new Table(), policies: new Table(), evaluations: new Table(), levelChanges: new Table(), holds: new Table(), check: {burst: {times: 100, minutes: 60}, selfDealing: true, oneCustomer: {sharePercent: 80, minDeals: 5, days: 90}}, boards: new Table(), optOuts: new Set(), results: new Table(), disputes: new Table(), dueAt: Number.POSITIVE_INFINITY};
}
