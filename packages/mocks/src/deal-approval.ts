import type {ApprovalPlan, ApprovalRule} from '@portico/contract';
import type {DealRow, StepRow} from './deal-rows.ts';
import {toPersonRef} from './lead-views.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

const hourMs = 3_600_000;

/** Whether others have to approve a deal. */
export function needsApproval(store: Store, deal: DealRow): boolean {
  return ruleFor(store, deal) !== undefined;
}

/** Who would be asked when a deal is sent for approval; `null` when nobody has to be, and once they were. */
export function planOf(store: Store, deal: DealRow): ApprovalPlan | null {
  const rule = ['draft', 'submitted', 'under_review', 'action_required'].includes(deal.status) ? ruleFor(store, deal) : undefined;
  if (!rule) return null;
  const steps = rule.steps.toSorted((a, b) => a.position - b.position);
  return {rule: rule.name, steps: steps.map(step => ({...step, person: toPersonRef(store, 'personId' in step.approver ? step.approver.personId : null), withinLimit: isWithin(step, deal)}))};
}

/** The steps that a deal needs, the first of them begun; none when no rule fits. */
export function planSteps(store: Store, deal: DealRow): StepRow[] {
  const steps = (ruleFor(store, deal)?.steps ?? []).toSorted((a, b) => a.position - b.position);
  return beginNext(
    store,
    steps.map(({name, position, approver, limit, dueHours}) => ({
      id: store.newId('approvalStep'),
      name,
      position,
      approver,
      limit,
      dueHours,
      personId: null,
      status: 'waiting',
      decidedBy: null,
      decidedAt: null,
      comment: null,
      dueAt: null,
    })),
  );
}

/** Begins the steps of the lowest position that is not decided. */
export function beginNext(store: Store, steps: readonly StepRow[]): StepRow[] {
  const position = Math.min(...steps.filter(isOpen).map(step => step.position));
  return steps.map(step => (step.status === 'waiting' && step.position === position ? {...step, status: 'pending', dueAt: store.at(step.dueHours * hourMs)} : step));
}

/** Whether it is this person's turn to decide a step. Two steps side by side want two people, unless one person is named. */
export function mayDecide({person, roles}: Viewer, step: StepRow, steps: readonly StepRow[]): boolean {
  if (step.status !== 'pending' || person === null) return false;
  const named = step.personId ?? ('personId' in step.approver ? step.approver.personId : null);
  if (named !== null) return named === person.id;
  if (steps.some(other => other.id !== step.id && other.position === step.position && other.decidedBy?.id === person.id)) return false;
  return 'role' in step.approver && roles.includes(step.approver.role);
}

/** Whether this person may give a step to somebody else; administrators and keys may, so that an absent approver holds up nobody. */
export function mayDelegate(viewer: Viewer, step: StepRow, steps: readonly StepRow[]): boolean {
  return step.status === 'pending' && (viewer.person === null || viewer.roles.includes('channel_admin') || mayDecide(viewer, step, steps));
}

/** Whether the amount is within what the step may decide. */
export function isWithin({limit}: Pick<StepRow, 'limit'>, {estimatedAmount}: DealRow): boolean {
  return limit === null || estimatedAmount === null || (limit.currency === estimatedAmount.currency && estimatedAmount.amountMinor <= limit.amountMinor);
}

export function isOpen({status}: StepRow): boolean {
  return status === 'waiting' || status === 'pending';
}

function ruleFor(store: Store, deal: DealRow): ApprovalRule | undefined {
  const levelId = store.data.partnerOrgs.get(deal.partnerOrgId)?.partnership.levelId ?? null;
  const {estimatedAmount: amount, customer} = deal;
  return store.data.program.dealPolicy.approvalRules.find(({minAmount, levelIds, countries}) => {
    if (minAmount && (!amount || amount.currency !== minAmount.currency || amount.amountMinor < minAmount.amountMinor)) return false;
    if (levelIds.length > 0 && (levelId === null || !levelIds.includes(levelId))) return false;
    return countries.length === 0 || (customer.country !== null && countries.includes(customer.country));
  });
}
