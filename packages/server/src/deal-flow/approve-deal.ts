import type {ApprovalRule, DealRejectReason, Money, Role} from '@portico/contract';
import {getSteps, insertSteps, updateSteps} from '../deal-review/approval.queries.ts';
import {isComplete, isTurnOf, mayDelegate, nextStepTimeOf, ruleFor, stepsToBegin, stepsToEscalate, stepsToRemind, stepTimes, stepToApprove, type Decider, type DealToApprove, type PlannedStep, type Step} from '../deal-review/approval.rules.ts';
import {problem} from '../problem.ts';
import {changeDeal, moveDeal, type DealCase} from './deal-case.ts';
import {tellDealStory, tellOfDeal, theClock, type Doer} from './deal-story.ts';
import {protectDeal} from './protect-deal.ts';

/** A person who decides, for the rules and for the story. */
export interface Reviewer extends Doer {
  readonly roles: readonly Role[];
}

/** What a plan is made from. */
interface PlannedFor {
  readonly deal: Amounted & Pick<DealCase['deal'], 'customer'>;
  readonly program: Pick<DealCase['program'], 'policy'>;
  readonly partner: Pick<DealCase['partner'], 'levelId'>;
}

type Amounted = Pick<DealCase['deal'], 'estimated_minor' | 'estimated_currency'>;

/** Who has to approve a registration as it is now; nobody when no rule fits. */
export function planFor({deal, program, partner}: PlannedFor, changes: Partial<DealToApprove> = {}): readonly PlannedStep[] {
  return approvalRuleFor({deal, program, partner}, changes)?.steps ?? [];
}

/** The programme's rule that a registration as it is now falls under. */
export function approvalRuleFor({deal, program, partner}: PlannedFor, changes: Partial<DealToApprove> = {}): ApprovalRule | undefined {
  return ruleFor(program.policy.approvalRules, {amount: amountOf(deal), levelId: partner.levelId, country: (deal.customer as {country: string | null}).country, ...changes});
}

/** What the registration is worth, or `null` when nobody said. */
export function amountOf({estimated_minor: amountMinor, estimated_currency: currency}: Amounted): Money | null {
  return amountMinor === null || currency === null ? null : {amountMinor, currency};
}

/** Puts the steps that a registration needs behind it and begins with the first of them. */
export async function sendForApproval(held: DealCase, by: Doer): Promise<void> {
  await insertSteps(held.scope, held.deal, planFor(held));
  const steps = await beginSteps(held);
  await moveDeal(held, 'send_for_approval', {by, changes: {step_due_at: nextStepTimeOf(steps)}});
}

/**
 * Approves one's own step, or the registration where no step is needed; the last approval protects the deal.
 *
 * @throws ProblemError `deal_approval_needed`, `deal_not_your_step`, `deal_limit_too_low`, `deal_already_protected`.
 */
export async function approveDeal(held: DealCase, by: Reviewer, comment?: string): Promise<void> {
  if (held.deal.status !== 'pending_approval') {
    if (planFor(held).length > 0) throw problem('deal_approval_needed');
    await protectDeal(held, {by, comment});
    return;
  }
  const steps = await getSteps(held.scope, held.deal);
  if (steps.length === 0) {
    await protectDeal(held, {by, comment});
    return;
  }
  const step = expectStep(stepToApprove(by, steps, amountOf(held.deal)));
  await updateSteps(held.scope, [step.id], {status: 'approved', decided_by: by.personId, decided_at: held.now, comment: comment ?? null});
  const after = await beginSteps(held);
  await tellOfStep(held, 'step_approved', step, by, comment);
  // What approvers tell each other is not the partner's to read.
  if (isComplete(after)) await protectDeal(held, {by});
  else await changeDeal(held, {step_due_at: nextStepTimeOf(after)});
}

/**
 * Turns a registration down; while it is with approvers, only one of them can.
 *
 * @throws ProblemError `deal_not_your_step`.
 */
export async function rejectDeal(held: DealCase, by: Reviewer, {reason, comment}: {readonly reason: DealRejectReason; readonly comment?: string | undefined}): Promise<void> {
  const steps = held.deal.status === 'pending_approval' ? await getSteps(held.scope, held.deal) : [];
  const own = steps.find(step => isTurnOf(by, step, steps));
  if (steps.length > 0 && !own) throw problem('deal_not_your_step');
  if (own) await updateSteps(held.scope, [own.id], {status: 'rejected', decided_by: by.personId, decided_at: held.now, comment: comment ?? null});
  await moveDeal(held, 'reject', {by, reason, comment});
}

/**
 * Gives a step to a colleague, who gets the step's whole time.
 *
 * @param to - Of vendor staff; the caller has checked that they may decide at all.
 * @throws ProblemError `deal_status_conflict`, `deal_not_your_step`.
 */
export async function delegateStep(held: DealCase, by: Reviewer, {stepId, to, comment}: {readonly stepId: string; readonly to: {readonly id: string; readonly name: string}; readonly comment?: string | undefined}): Promise<void> {
  if (held.deal.status !== 'pending_approval') throw problem('deal_status_conflict');
  const steps = await getSteps(held.scope, held.deal);
  const step = steps.find(({id}) => id === stepId);
  if (!step || !mayDelegate(by, step, steps)) throw problem('deal_not_your_step');
  await updateSteps(held.scope, [step.id], {person_id: to.id, ...timesOf(held, step), escalated_at: null});
  await changeDeal(held, {step_due_at: nextStepTimeOf(await getSteps(held.scope, held.deal))});
  await tellOfStep(held, 'delegate', step, by, comment, {to: to.name});
}

/**
 * Reminds those who have to decide soon, and escalates the steps whose time is over: administrators of the programme may decide them too from now on. Called by the clock.
 */
export async function passStepTimes(held: DealCase): Promise<void> {
  const steps = await getSteps(held.scope, held.deal);
  const [soon, late] = [stepsToRemind(steps, held.now), stepsToEscalate(steps, held.now)];
  await updateSteps(held.scope, soon.map(({id}) => id), {remind_at: null});
  await updateSteps(held.scope, late.map(({id}) => id), {remind_at: null, escalated_at: held.now});
  await changeDeal(held, {step_due_at: nextStepTimeOf(await getSteps(held.scope, held.deal))});
  for (const step of soon) await tellOfStep(held, 'step_reminder', step, theClock);
  for (const step of late) await tellOfStep(held, 'step_escalated', step, theClock);
}

function timesOf({now, program: {policy, calendar, timeZone}}: DealCase, step: Step) {
  return stepTimes(step, now, policy.stepReminderShare, {calendar, timeZone});
}

/** @returns All steps as they are then. */
async function beginSteps(held: DealCase): Promise<Step[]> {
  const {scope, deal} = held;
  for (const step of stepsToBegin(await getSteps(scope, deal))) await updateSteps(scope, [step.id], {status: 'pending', ...timesOf(held, step)});
  return getSteps(scope, deal);
}

async function tellOfStep(held: DealCase, event: string, step: Step, by: Doer, comment?: string, data: Readonly<Record<string, string>> = {}): Promise<void> {
  await tellDealStory(held, event, {by, data: {step: step.name, ...data}, visibility: 'vendor_internal', ...(comment ? {body: comment} : {})});
  tellOfDeal(held, event, {step: step.name});
}

/**
 * Refuses whoever could not take the last step of the approval that a registration of this amount needs.
 *
 * @throws ProblemError `deal_not_your_step`, `deal_limit_too_low`.
 */
export function expectLastWord(held: DealCase, by: Reviewer, amount: Money | null): void {
  const plan = planFor(held, {amount});
  const last = plan.at(-1)?.position;
  const steps = plan.filter(({position}) => position === last).map((step, index): Step => ({...step, id: String(index), personId: null, status: 'pending', decidedBy: null, remindAt: null, dueAt: null, escalatedAt: null}));
  if (steps.length > 0) expectStep(stepToApprove(by, steps, amount));
}

function expectStep(step: ReturnType<typeof stepToApprove>): Step {
  if (step === 'not_yours') throw problem('deal_not_your_step');
  if (step === 'too_high') throw problem('deal_limit_too_low');
  return step;
}

/** Whether the reader has a step to decide now, or the registration needs none to be approved. */
export function mayDecide(decider: Decider, status: DealCase['deal']['status'], steps: readonly Step[], plan: () => readonly PlannedStep[]): boolean {
  if (status === 'under_review') return plan().length === 0;
  if (status !== 'pending_approval') return false;
  return steps.length === 0 || steps.some(step => isTurnOf(decider, step, steps));
}
