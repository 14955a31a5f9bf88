import type {ApprovalStep, ConflictEntry, ConflictCase, DealChange, DealRegistration, Money} from '@portico/contract';

/** A step of an approval as it is kept. */
export type StepRow = Omit<ApprovalStep, 'person'> & {personId: string | null; limit: Money | null; dueHours: number};

/** A registration as it is kept; what depends on the reader or on other rows is added when it is read. */
export type DealRow = Omit<
  DealRegistration,
  'partnerOrg' | 'owner' | 'submittedBy' | 'distributor' | 'channelManager' | 'evidence' | 'standing' | 'resubmissionsLeft' | 'openChanges' | 'stale' | 'review' | 'actions'
> & {
  partnerOrgId: string;
  ownerId: string | null;
  submittedById: string | null;
  distributorId: string | null;
  reviewerId: string | null;
  /** Who started it: `null` for vendor staff and keys. */
  createdByOrgId: string | null;
  /** Place in the queue; `null` unless it was submitted. */
  queueNumber: number | null;
  /** The last place that had been handed out when it was won: whoever stood in line until then was after the same purchase. */
  closesQueueTo: number | null;
  /** What was left of the time to answer when the clock was paused. */
  reviewLeftMs: number | null;
  /** How often a rejected one was made a draft again. */
  revisions: number;
  steps: readonly StepRow[];
  duplicateOfId: string | null;
  /** Products that the present protection covers; empty stands for all. */
  protectedProducts: readonly string[];
  /** When stage or closing day moved last. */
  movedAt: string | null;
  /** Days before the end at which the last reminder was given. */
  remindedDays: number | null;
};

/** A request to change a deal as it is kept. */
export type DealChangeRow = Omit<DealChange, 'toPartnerOrg' | 'customerName' | 'actions'> & {toPartnerOrgId: string | null; requestedSide: 'vendor' | 'partner'; decidedSide: 'vendor' | 'partner' | null; updatedAt: string};

/** A case as it is kept: `first` submitted earlier. */
export type ConflictRow = Omit<ConflictCase, 'dealRegistrationId' | 'otherDealRegistrationId' | 'entries'> & {
  firstId: string;
  secondId: string;
  firstOrgId: string;
  secondOrgId: string;
  entries: readonly (Omit<ConflictEntry, 'side'> & {side: 'vendor' | 'first' | 'second'})[];
};
