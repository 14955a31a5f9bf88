import type {DealKind, DealSeed} from './deals.data.ts';

/** One thing that happens in the story of a deal. */
export type DealStep = 'create' | 'submit' | 'assign' | 'ask' | 'send_for_approval' | 'approve' | 'reject' | 'mark_duplicate' | 'cancel' | 'convert' | 'stage' | 'extend' | 'withdraw' | 'win' | 'lose' | 'confirm_win' | 'void';

/** What happens, and how many days after the beginning. */
export type DealScript = readonly (readonly [step: DealStep, afterDays: number])[];

const sent: DealScript = [['create', 0], ['submit', 0.06]];
const reviewed: DealScript = [...sent, ['assign', 0.9]];
const approved: DealScript = [...reviewed, ['approve', 1.7]];

const scripts: Readonly<Record<DealKind, DealScript>> = {
  draft: [['create', 0]],
  submitted: sent,
  under_review: reviewed,
  action_required: [...reviewed, ['ask', 1.6]],
  pending_approval: [...reviewed, ['send_for_approval', 1.5]],
  approved: [...approved, ['stage', 12]],
  extension_asked: [...approved, ['stage', 34], ['extend', 82]],
  converted: [...approved, ['convert', 9], ['stage', 30]],
  won: [...approved, ['stage', 30], ['win', 88]],
  confirmed: [...approved, ['stage', 30], ['win', 86], ['confirm_win', 90]],
  lost: [...approved, ['stage', 25], ['lose', 80]],
  rejected: [...reviewed, ['reject', 2.2]],
  duplicate: [...reviewed, ['mark_duplicate', 1.9]],
  withdrawn: [...sent, ['withdraw', 4]],
  cancelled: [...approved, ['cancel', 15]],
  // The clock ends these: nobody answered, nobody asked for more time.
  lapsed: [...reviewed, ['ask', 1.4]],
  expired: [...approved, ['stage', 20]],
  voided: [...approved, ['stage', 20], ['win', 48], ['confirm_win', 52], ['void', 75]],
};

/** The story of a deal. */
export function scriptOf({kind, stage}: DealSeed): DealScript {
  return stage === undefined ? scripts[kind].filter(([step]) => step !== 'stage') : scripts[kind];
}
