import type {PointsEntry, PointsRule, PointsSummary} from '@portico/contract';
import type {StandingStatus} from '../base/standing.status.ts';
import {PointsLedgerController} from '../points-ledger/points-ledger.controller.ts';
import type {LedgerPeriod} from '../points-ledger/points-ledger.model.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {PointsLedgerController};

/** What a ledger of points shows. */
export interface PointsLedgerState extends WidgetState<StandingStatus> {
  readonly period: LedgerPeriod;
  /** Id of the rule that entries are of; empty: all. */
  readonly ruleId: string;
  /** The latest first. */
  readonly entries: readonly PointsEntry[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Points under the filters, also of entries that were not read. */
  readonly total: number;
  readonly summary: PointsSummary | undefined;
  /** Rules that the reader may know. */
  readonly rules: readonly PointsRule[];
}

/** A partner's points and the reasons for them, without a view. */
export function createPointsLedger(portal: HeadlessPortal): Headless<PointsLedgerController, PointsLedgerState> {
  return follow(
    portal,
    host => new PointsLedgerController(host),
    ledger => ({
      ...stateOf(portal, ledger),
      period: ledger.period,
      ruleId: ledger.ruleId,
      entries: ledger.entries,
      hasMore: ledger.hasMore,
      isLoading: ledger.loading,
      total: ledger.total,
      summary: ledger.summary,
      rules: ledger.rules,
    }),
  );
}
