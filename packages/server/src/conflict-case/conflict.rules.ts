import {dealCan, dealTabOf, type ConflictResolution, type ConflictStatus, type DealStatus} from '@portico/contract';

/** Where a case may be moved from; deciding ends it from everywhere but the end. */
const moves = {
  evidence: ['open', 'mediation', 'escalated'],
  mediation: ['open', 'evidence', 'escalated'],
  escalated: ['open', 'evidence', 'mediation'],
} as const satisfies Record<string, readonly ConflictStatus[]>;

export type ConflictMove = keyof typeof moves;

/** Whether a case of this status can be moved there. */
export function canMove(to: ConflictMove, status: ConflictStatus): boolean {
  return (moves[to] as readonly ConflictStatus[]).includes(status);
}

/** The neutral event that a move is told as. */
export const eventOfMove = {evidence: 'evidence_asked', mediation: 'mediation', escalated: 'escalated'} as const satisfies Record<ConflictMove, string>;

/** Whether a registration of this status can be a side of a case: it waits for a decision or is protected. */
export function canBeSide(status: DealStatus): boolean {
  const tab = dealTabOf(status);
  return tab === 'in_review' || tab === 'protected';
}

/** Which sides a decision ends. A split and none end nobody. */
export const losersOf = {
  split: [],
  first_keeps: ['second'],
  second_takes: ['first'],
  direct: ['first', 'second'],
  none: [],
} as const satisfies Record<ConflictResolution, readonly ('first' | 'second')[]>;

/** Whether a side cannot be ended although the decision says so: it became the vendor's opportunity. One that has ended by itself needs no end. */
export function isBeyondEnding(status: DealStatus): boolean {
  return canBeSide(status) && !dealCan('cancel', status);
}
