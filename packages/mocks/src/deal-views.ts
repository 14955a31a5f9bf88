import {dealCan, dealTransitions, type ApprovalStep, type DealAction, type DealChange, type DealRegistration, type DealReview, type EvidenceFile} from '@portico/contract';
import {mayDecide, needsApproval, planOf} from './deal-approval.ts';
import {isActor} from './deal-access.ts';
import {toDealChange} from './deal-change.views.ts';
import {extensionRefusal} from './deal-change.rules.ts';
import {isProtected, matchesOf, keysOf, standingOf} from './deal-queue.ts';
import type {DealRow, StepRow} from './deal-rows.ts';
import {accountKeysOf} from './account-keys.ts';
import {orgRef} from './lead-flow.ts';
import {toPersonRef} from './lead-views.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

const dayMs = 86_400_000;

/** A registration as its reader sees it. */
export function toDealRegistration(store: Store, deal: DealRow, viewer: Viewer): DealRegistration {
  const {partnerOrgId, ownerId, submittedById, distributorId, reviewerId: _reviewer, createdByOrgId: _by, queueNumber: _queue, closesQueueTo: _closes, reviewLeftMs: _left, revisions: _revisions, ...rest} = deal;
  const {steps: _steps, duplicateOfId: _duplicate, protectedProducts: _products, movedAt: _moved, remindedDays: _reminded, ...shown} = rest;
  return {
    ...shown,
    answers: [...deal.answers],
    partnerOrg: orgRef(store, partnerOrgId),
    owner: toPersonRef(store, ownerId),
    submittedBy: toPersonRef(store, submittedById),
    distributor: distributorId === null ? null : orgRef(store, distributorId),
    channelManager: toPersonRef(store, store.data.partnerOrgs.get(partnerOrgId)?.partnership.managerId ?? null),
    evidence: evidenceOf(store, deal.id),
    standing: standingOf(store, deal),
    resubmissionsLeft: resubmissionsLeft(store, deal),
    openChanges: openChangesOf(store, deal, viewer),
    stale: isStale(store, deal),
    review: viewer.side === 'vendor' ? toReview(store, deal, viewer) : null,
    actions: actionsOf(store, deal, viewer),
  };
}

/** The files of a registration, oldest first. */
export function evidenceOf(store: Store, dealId: string): EvidenceFile[] {
  return (store.remember('evidence', () => Map.groupBy(store.data.evidence.values(), file => file.dealRegistrationId)).get(dealId) ?? []).toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

export function resubmissionsLeft(store: Store, {revisions}: DealRow): number {
  return Math.max(0, store.data.program.dealPolicy.resubmissions - revisions);
}

/** Whether a protected deal has stood still for longer than the programme allows. */
export function isStale(store: Store, deal: DealRow): boolean {
  return isProtected(deal) && deal.movedAt !== null && store.clock.now() - Date.parse(deal.movedAt) > store.data.program.dealPolicy.staleDays * dayMs;
}

/** The deadline that counts in the present status, for lists; last of all where there is none. */
export function dealDeadlineOf(deal: DealRow): number {
  const instants = isProtected(deal) ? [deal.protectedUntil, deal.progressDueAt] : deal.endedAt !== null ? [deal.endedAt] : [deal.infoRequest?.dueAt ?? null, deal.reviewDueAt];
  return Math.min(Number.MAX_SAFE_INTEGER, ...instants.flatMap(instant => (instant === null ? [] : [Date.parse(instant)])));
}

/** Whether a registration asks something of this reader: of a partner, information and a protection about to end; of the vendor, what nobody took, what is late, a win, a request. */
export function needsAttention(store: Store, deal: DealRow, viewer: Viewer): boolean {
  const soon = store.clock.now() + Math.max(0, ...store.data.program.dealPolicy.expiryReminderDays) * dayMs;
  if (viewer.side === 'partner') return (deal.status === 'action_required' || (isProtected(deal) && dealDeadlineOf(deal) <= soon));
  if (deal.status === 'submitted' || (deal.status === 'won' && deal.winConfirmedAt === null)) return true;
  if (deal.status === 'under_review' || deal.status === 'pending_approval') return deal.reviewDueAt !== null && Date.parse(deal.reviewDueAt) <= store.clock.now();
  return isProtected(deal) && changesOf(store, deal.id).some(({status, kind}) => status === 'requested' && kind !== 'transfer');
}

/** What the reader may do with it now. */
export function actionsOf(store: Store, deal: DealRow, viewer: Viewer): DealAction[] {
  if (!isActor(viewer, deal)) return [];
  const events = Object.keys(dealTransitions) as (keyof typeof dealTransitions)[];
  return events.filter(event => dealCan(event, deal.status) && isFor(event, deal, viewer) && isOpenTo(store, event, deal, viewer)) as DealAction[];
}

const onBehalf: readonly string[] = ['update', 'submit', 'resubmit', 'set_stage', 'win', 'lose'];
const forReseller: readonly string[] = ['update', 'submit', 'resubmit', 'recall', 'withdraw', 'revise'];

function isFor(event: keyof typeof dealTransitions, deal: DealRow, {side, partnerOrgId}: Viewer): boolean {
  const {by} = dealTransitions[event];
  if (side === 'partner' && deal.partnerOrgId !== partnerOrgId && !forReseller.includes(event)) return false;
  // What vendor staff may do in a partner's stead.
  return by === side || (side === 'vendor' && onBehalf.includes(event));
}

function isOpenTo(store: Store, event: keyof typeof dealTransitions, deal: DealRow, viewer: Viewer): boolean {
  const isWaiting = (kind: DealChange['kind']) => changesOf(store, deal.id).some(change => change.kind === kind && change.status === 'requested');
  if (event === 'revise') return resubmissionsLeft(store, deal) > 0;
  if (event === 'request_extension') return !isWaiting('extension') && extensionRefusal(store, deal, null) === null;
  if (event === 'request_amendment') return !isWaiting('amendment');
  if (event === 'propose_transfer') return !isWaiting('transfer');
  if (event === 'confirm_win') return deal.winConfirmedAt === null;
  if (event === 'approve' && deal.status === 'under_review') return !needsApproval(store, deal);
  if (event === 'approve' || (event === 'reject' && deal.status === 'pending_approval')) return mayApprove(deal, viewer);
  return true;
}

/** Whether the reader has a step to decide now, or nobody else has to be asked. */
function mayApprove({status, steps}: DealRow, viewer: Viewer): boolean {
  if (status !== 'pending_approval') return false;
  return steps.every(step => step.status !== 'pending' && step.status !== 'waiting') || steps.some(step => mayDecide(viewer, step, steps));
}

function toReview(store: Store, deal: DealRow, viewer: Viewer): DealReview {
  const conflict = store.data.conflicts.values().find(({firstId, secondId, status}) => status !== 'resolved' && (firstId === deal.id || secondId === deal.id));
  return {
    reviewer: toPersonRef(store, deal.reviewerId),
    overdue: deal.reviewDueAt !== null && deal.endedAt === null && Date.parse(deal.reviewDueAt) <= store.clock.now(),
    steps: deal.steps.map(step => toStep(store, step)),
    plan: planOf(store, deal),
    mayApprove: deal.status === 'under_review' ? !needsApproval(store, deal) : mayApprove(deal, viewer),
    similarCount: similarRows(store, deal).length + similarAccounts(store, deal).length,
    duplicateOfId: deal.duplicateOfId,
    conflictCaseId: conflict?.id ?? null,
  };
}

function toStep(store: Store, {personId, limit: _limit, dueHours: _hours, ...step}: StepRow): ApprovalStep {
  return {...step, person: toPersonRef(store, personId ?? ('personId' in step.approver ? step.approver.personId : null))};
}

/** Registrations that were submitted with a customer like this one's, and how they match. */
export function similarRows(store: Store, deal: DealRow): {deal: DealRow; matches: ReturnType<typeof matchesOf>}[] {
  if (deal.customer.name === null) return [];
  const keys = keysOf(deal);
  return candidatesOf(store, deal).flatMap(other => {
    if (other.id === deal.id || other.number === null) return [];
    const matches = matchesOf(keys, keysOf(other));
    return matches.length > 0 ? [{deal: other, matches}] : [];
  });
}

/** Accounts like this registration's customer, and how they match. */
export function similarAccounts(store: Store, deal: DealRow) {
  const keys = keysOf(deal);
  return store.data.accounts.values().flatMap(account => {
    const matches = new Set(accountKeysOf(account).flatMap(each => matchesOf(keys, each)));
    return matches.size > 0 ? [{account, matches: [...matches]}] : [];
  });
}

/** Similar names are sought among a thousand; beyond that only what is equal is found, so that a list of many stays quick. */
function candidatesOf(store: Store, deal: DealRow): readonly DealRow[] {
  const rows = store.remember('all deals', () => store.data.deals.values());
  if (rows.length <= 1000) return rows;
  const byName = store.remember('deals by name', () => Map.groupBy(rows, each => keysOf(each).name ?? ''));
  return byName.get(keysOf(deal).name ?? '') ?? [];
}

/** Requests about a registration, newest first. */
export function changesOf(store: Store, dealId: string) {
  return (store.remember('deal changes', () => Map.groupBy(store.data.dealChanges.values(), change => change.dealRegistrationId)).get(dealId) ?? []).toReversed();
}

function openChangesOf(store: Store, deal: DealRow, viewer: Viewer): DealChange[] {
  return changesOf(store, deal.id).filter(({status}) => status === 'requested').map(change => toDealChange(store, change, deal, viewer));
}
