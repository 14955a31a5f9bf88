import type {ApprovalRule, Approver, Money, Role} from '@portico/contract';
import {afterHours, type ReviewClock} from '../deal-flow/deal-clock.rules.ts';

/** What decides who has to approve a deal. */
export interface DealToApprove {
  readonly amount: Money | null;
  readonly levelId: string | null;
  /** Of the customer. */
  readonly country: string | null;
}

export type StepStatus = 'waiting' | 'pending' | 'approved' | 'rejected' | 'skipped';

/** One step as far as it decides whose turn it is. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly approver: Approver;
  /** Largest amount that may be decided here. */
  readonly limit: Money | null;
  /** To whom it was delegated. */
  readonly personId: string | null;
  readonly status: StepStatus;
  readonly decidedBy: string | null;
  readonly dueHours: number;
  /** When whoever has to approve is reminded, until that was done. ISO text. */
  readonly remindAt: string | null;
  /** ISO text. */
  readonly dueAt: string | null;
  readonly escalatedAt: string | null;
}

/** Who wants to decide. */
export interface Decider {
  /** `null` for secret keys, which have no step of their own. */
  readonly personId: string | null;
  readonly roles: readonly Role[];
}

export type PlannedStep = ApprovalRule['steps'][number];

/** The first rule that fits, with its steps in their order; `undefined` when none does: then nobody else is asked. */
export function ruleFor(rules: readonly ApprovalRule[], deal: DealToApprove): ApprovalRule | undefined {
  const rule = rules.find(each => fits(each, deal));
  return rule && {...rule, steps: rule.steps.toSorted((a, b) => a.position - b.position)};
}

function fits({minAmount, levelIds, countries}: ApprovalRule, {amount, levelId, country}: DealToApprove): boolean {
  if (minAmount && (!amount || amount.currency !== minAmount.currency || amount.amountMinor < minAmount.amountMinor)) return false;
  if (levelIds.length > 0 && (levelId === null || !levelIds.includes(levelId))) return false;
  return countries.length === 0 || (country !== null && countries.includes(country));
}

const isOpen = ({status}: Step): boolean => status === 'waiting' || status === 'pending';

/** The steps whose turn begins now: all of the lowest position that is not decided, unless they have begun. */
export function stepsToBegin(steps: readonly Step[]): readonly Step[] {
  const position = Math.min(...steps.filter(isOpen).map(step => step.position));
  return steps.filter(step => step.status === 'waiting' && step.position === position);
}

/**
 * When whoever has a step that begins now is reminded, and when it is escalated unless it is decided before. ISO text.
 *
 * @param reminderShare - Of the step's hours; `null` reminds nobody.
 */
export function stepTimes({dueHours}: Pick<Step, 'dueHours'>, now: string, reminderShare: number | null, clock: ReviewClock): {readonly remind_at: string | null; readonly due_at: string} {
  return {remind_at: reminderShare === null ? null : afterHours(now, dueHours * reminderShare, clock), due_at: afterHours(now, dueHours, clock)};
}

/** Whether nothing is left to decide. */
export function isComplete(steps: readonly Step[]): boolean {
  return !steps.some(isOpen);
}

/**
 * Whether a step is this person's to decide now. Two steps side by side want two people, unless one person is named for both. A step that was escalated may be
 * decided by the programme's administrators as well.
 */
export function isTurnOf({personId, roles}: Decider, step: Step, steps: readonly Step[]): boolean {
  if (step.status !== 'pending' || personId === null) return false;
  const named = step.personId ?? ('personId' in step.approver ? step.approver.personId : null);
  if (named === personId) return true;
  if (steps.some(other => other.id !== step.id && other.position === step.position && other.decidedBy === personId)) return false;
  if (step.escalatedAt !== null && roles.includes('channel_admin')) return true;
  return named === null && 'role' in step.approver && roles.includes(step.approver.role);
}

/** Whether the amount is within what the step may decide; another currency cannot be compared, so it is not. */
export function isWithin({limit}: Pick<Step, 'limit'>, amount: Money | null): boolean {
  return limit === null || amount === null || (amount.currency === limit.currency && amount.amountMinor <= limit.amountMinor);
}

/**
 * The step that this person decides with an approval: one that names them before one of their role, one within its limit before others.
 *
 * @returns The step; `not_yours` when none is theirs to decide, `too_high` when the amount is above the limit of each that is.
 */
export function stepToApprove(decider: Decider, steps: readonly Step[], amount: Money | null): Step | 'not_yours' | 'too_high' {
  const own = steps.filter(step => isTurnOf(decider, step, steps));
  if (own.length === 0) return 'not_yours';
  const within = own.filter(step => isWithin(step, amount));
  const names = (step: Step): boolean => step.personId === decider.personId || ('personId' in step.approver && step.approver.personId === decider.personId);
  return within.find(names) ?? within[0] ?? 'too_high';
}

/** Whether this person may give the step to somebody else: whoever's turn it is, and administrators, so that an absent approver holds up nobody. */
export function mayDelegate(decider: Decider, step: Step, steps: readonly Step[]): boolean {
  if (step.status !== 'pending') return false;
  return decider.personId === null || decider.roles.includes('channel_admin') || isTurnOf(decider, step, steps);
}

/** The steps that were not decided in time and are not escalated yet. */
export function stepsToEscalate(steps: readonly Step[], now: string): readonly Step[] {
  return steps.filter(step => step.status === 'pending' && step.escalatedAt === null && step.dueAt !== null && step.dueAt <= now);
}

/** The steps of which somebody is to be reminded now; not those that are escalated anyway. */
export function stepsToRemind(steps: readonly Step[], now: string): readonly Step[] {
  const late = stepsToEscalate(steps, now);
  return steps.filter(step => step.status === 'pending' && step.remindAt !== null && step.remindAt <= now && !late.includes(step));
}

/** When the clock next reminds of a step or escalates one: ISO text, or `null`. */
export function nextStepTimeOf(steps: readonly Step[]): string | null {
  const waiting = steps.filter(step => step.status === 'pending' && step.escalatedAt === null);
  return waiting.flatMap(({remindAt, dueAt}) => [remindAt, dueAt].filter(at => at !== null)).toSorted()[0] ?? null;
}
