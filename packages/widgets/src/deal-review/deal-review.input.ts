import type {ConflictCase, ConflictResolution, DealRejectReason, PersonRef} from '@portico/contract';

/** What is filled in for an act; each act reads its own part. */
export interface ReviewInput {
  readonly comment?: string | undefined;
  /** assign, delegate: the colleague. */
  readonly person?: PersonRef | undefined;
  /** request_info: names of fields, such as `customer.taxId` and `answers.budget`. */
  readonly fields?: readonly string[] | undefined;
  readonly reason?: DealRejectReason | undefined;
  /** mark_duplicate: the other registration; open_conflict: the other side. */
  readonly otherId?: string | undefined;
  readonly opportunityRef?: string | undefined;
  /** postpone: the last day of the protection, YYYY-MM-DD. */
  readonly day?: string | undefined;
  /** propose_transfer: the partner who would have the deal. */
  readonly partner?: {readonly id: string; readonly name: string} | undefined;
  readonly stepId?: string | undefined;
  /** approve_change, reject_change. */
  readonly changeId?: string | undefined;
  /** move_conflict, resolve_conflict. */
  readonly conflict?: ConflictCase | undefined;
  readonly moveTo?: 'evidence' | 'mediation' | 'escalated' | undefined;
  readonly resolution?: ConflictResolution | undefined;
  /** Share of the earlier registration in percent, 0 to 100. */
  readonly sharePercent?: number | undefined;
}
