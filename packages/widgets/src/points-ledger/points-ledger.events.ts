import type {LedgerPeriod} from './points-ledger.model.ts';

/** What the reader looks at. */
export interface PointsFilterDetail {
  readonly period: LedgerPeriod;
  /** Empty: all rules. */
  readonly ruleId: string;
}

/** Somebody looks at another period or rule; a page can keep it in its address. */
export class PointsFilterEvent extends CustomEvent<PointsFilterDetail> {
  static readonly type = 'portico-points-filter';

  constructor(detail: PointsFilterDetail) {
    super(PointsFilterEvent.type, {detail, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-points-filter': PointsFilterEvent;
  }
}
