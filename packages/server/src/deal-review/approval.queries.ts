import type {ApprovalStep, Approver, Money} from '@portico/contract';
import type {Selectable} from 'kysely';
import {newId} from '../context.ts';
import type {ApprovalStepTable} from '../database/deal-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {PlannedStep, Step, StepStatus} from './approval.rules.ts';

/** Which approval of a registration: every submission has its own. */
export interface ApprovalOf {
  readonly deal_registration_id: string;
  readonly submission_count: number;
}

/** What of a step changes after it was planned. */
export interface StepChanges {
  readonly status?: StepStatus;
  readonly person_id?: string;
  readonly decided_by?: string | null;
  readonly decided_at?: string;
  readonly comment?: string | null;
  readonly remind_at?: string | null;
  readonly due_at?: string;
  readonly escalated_at?: string | null;
}

/** The steps of the present submission, in their order. The registration is locked before, and nobody changes a step without that lock. */
export async function getSteps({db, tenantId}: Scope, deal: ApprovalOf): Promise<Step[]> {
  const rows = await db
    .selectFrom('approval_step')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', deal.deal_registration_id)
    .where('submission', '=', deal.submission_count)
    .orderBy('position')
    .orderBy('approval_step_id')
    .execute();
  return rows.map(toStep);
}

/** Puts the steps of a plan behind a registration; none of them has begun. */
export async function insertSteps({db, tenantId, context}: Scope, deal: ApprovalOf, plan: readonly PlannedStep[]): Promise<void> {
  if (plan.length === 0) return;
  await db
    .insertInto('approval_step')
    .values(
      plan.map(step => ({
        tenant_id: tenantId,
        approval_step_id: newId(context),
        deal_registration_id: deal.deal_registration_id,
        submission: deal.submission_count,
        name: step.name,
        position: step.position,
        approver: JSON.stringify(step.approver),
        approval_limit: step.limit && JSON.stringify(step.limit),
        status: 'waiting',
        due_hours: step.dueHours,
      })),
    )
    .execute();
}

export async function updateSteps({db, tenantId}: Scope, ids: readonly string[], changes: StepChanges): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('approval_step').set(changes).where('tenant_id', '=', tenantId).where('approval_step_id', 'in', ids).execute();
}

/** Ends the steps that nobody decided, when the registration has gone another way. */
export async function skipOpenSteps({scope: {db, tenantId}, deal}: {readonly scope: Scope; readonly deal: ApprovalOf}): Promise<void> {
  await db
    .updateTable('approval_step')
    .set({status: 'skipped'})
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', deal.deal_registration_id)
    .where('status', 'in', ['waiting', 'pending'])
    .execute();
}

/** The steps of the present submissions of some registrations, by registration, as vendor staff read them. */
export async function findApprovalSteps({db, tenantId}: Scope, dealIds: readonly string[]): Promise<Map<string, {contract: ApprovalStep; step: Step}[]>> {
  if (dealIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('approval_step as s')
    .innerJoin('deal_registration as d', join => join.onRef('d.tenant_id', '=', 's.tenant_id').onRef('d.deal_registration_id', '=', 's.deal_registration_id').onRef('d.submission_count', '=', 's.submission'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.person_id', '=', 's.person_id'))
    .leftJoin('person as decider', join => join.onRef('decider.tenant_id', '=', 's.tenant_id').onRef('decider.person_id', '=', 's.decided_by'))
    .selectAll('s')
    .select(['p.name as person_name', 'decider.name as decider_name'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.deal_registration_id', 'in', dealIds)
    .orderBy('s.position')
    .orderBy('s.approval_step_id')
    .execute();
  const all = rows.map(row => ({dealId: row.deal_registration_id, contract: toContract(row), step: toStep(row)}));
  return Map.groupBy(all, ({dealId}) => dealId);
}

type StepRow = Selectable<ApprovalStepTable>;

function toStep(row: StepRow): Step {
  return {
    id: row.approval_step_id,
    name: row.name,
    position: row.position,
    approver: row.approver as Approver,
    limit: row.approval_limit as Money | null,
    personId: row.person_id,
    status: row.status as StepStatus,
    decidedBy: row.decided_by,
    dueHours: row.due_hours,
    remindAt: row.remind_at,
    dueAt: row.due_at,
    escalatedAt: row.escalated_at,
  };
}

function toContract(row: StepRow & {person_name: string | null; decider_name: string | null}): ApprovalStep {
  return {
    id: row.approval_step_id,
    name: row.name,
    position: row.position,
    approver: row.approver as Approver,
    person: row.person_id === null ? null : {id: row.person_id, name: row.person_name ?? ''},
    status: row.status as StepStatus,
    decidedBy: row.decided_by === null ? null : {id: row.decided_by, name: row.decider_name ?? ''},
    decidedAt: row.decided_at,
    comment: row.comment,
    dueAt: row.due_at,
  };
}
