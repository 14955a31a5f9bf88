import type {DealStatus} from '@portico/contract';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {DealThatCounts} from '../deal-flow/deal-acts.rules.ts';
import {afterDays, isProtected, isReviewed, nextDueAt, nextNoticeAt, progressDueAtOf, reviewDueAtOf, type DealClocks} from '../deal-flow/deal-clock.rules.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import {derivedColumnsOf} from '../deal-flow/deal-search.rules.ts';
import type {ImportedDeal} from './deal-row.rules.ts';

/** A row of `deal_registration` as JSON, by column. */
export interface PlacedDeal extends Readonly<Record<string, unknown>>, DealThatCounts {
  readonly status: DealStatus;
  readonly submitted_at: string | null;
  readonly decided_at: string | null;
  readonly ended_at: string | null;
}

/** What there is to say of a row besides the registration. */
export type Warn = (code: string, message: string) => void;

/**
 * Makes the row of a registration that is new here, standing as the file says. No rule is asked of the past; clocks that the file says nothing of begin now, because
 * a deadline that passed before the registration came here is nobody's fault.
 *
 * @param place.number - For one that was sent and brings no number of its own.
 * @param place.isFree - Whether nobody else is protected for its customer and products.
 */
export function toPlacedDeal(scope: Scope, deal: ImportedDeal, program: DealProgram, {number, isFree, distributorId}: {readonly number: () => string; readonly isFree: boolean; readonly distributorId: string | null}, warn: Warn): PlacedDeal {
  const now = nowText(scope.context);
  const status = statusOf(deal, isFree, warn);
  const isSent = status !== 'draft';
  const name = deal.fields.name ?? deal.fields.customer.name ?? null;
  const ownNumber = deal.number ?? (isSent ? number() : null);
  const columns = {
    status,
    name,
    number: ownNumber,
    external_id: deal.externalId,
    submitted_at: isSent ? (deal.submittedAt ?? deal.protectedFrom ?? now) : null,
    ...clocksOf(deal, status, program, now),
    ...stageOf(deal, status, program, now),
  };
  return {
    ...columns,
    ...plannedOf(columns, program, now),
    deal_registration_id: newId(scope.context),
    program_id: scope.programId,
    partner_org_id: deal.partnerOrg.id,
    owner_id: deal.ownerId,
    distributor_id: distributorId,
    source: 'partner_sourced',
    drafted_by: 'vendor',
    // Places of those that come with a file lie before all that were handed out here, in the order of their time.
    queue_number: isSent ? Date.parse(columns.submitted_at ?? now) - 10_000_000_000_000 : null,
    submission_count: isSent ? 1 : 0,
    ...factsOf(deal),
    ...derivedColumnsOf({number: ownNumber, external_id: deal.externalId, name, customer: deal.fields.customer, contact: deal.fields.contact, lines: deal.fields.lines, partnerName: deal.partnerOrg.name}),
    lead_id: null,
    lead_offer_id: null,
    created_at: now,
    updated_at: now,
  };
}

/** Columns that hold what a registration says, whatever its standing. */
export function factsOf({fields, answers}: Pick<ImportedDeal, 'fields' | 'answers'>) {
  const {registrationType, description, useCase, customer, contact, lines, estimatedAmount, contractType, contractTermMonths, expectedCloseOn, competitors, incumbent, supportRequested} = fields;
  return {
    registration_type: registrationType,
    description,
    use_case: useCase,
    customer,
    contact,
    lines,
    estimated_minor: estimatedAmount?.amountMinor ?? null,
    estimated_currency: estimatedAmount?.currency ?? null,
    contract_type: contractType,
    contract_term_months: contractTermMonths,
    expected_close_on: expectedCloseOn,
    competitors,
    incumbent,
    support_requested: supportRequested,
    answers,
  };
}

function statusOf({status}: ImportedDeal, isFree: boolean, warn: Warn): DealStatus {
  if (isProtected(status) && !isFree) {
    warn('queued_behind', 'Another registration of this customer and product is protected; this one waits behind it.');
    return 'submitted';
  }
  if (status !== 'pending_approval') return status;
  warn('status_changed', 'Approval steps do not come with a file; it is under review.');
  return 'under_review';
}

function clocksOf({protectedFrom, protectedUntil, submittedAt, endedAt, endReason}: ImportedDeal, status: DealStatus, {policy, calendar, timeZone}: DealProgram, now: string) {
  const isHeld = isProtected(status);
  const infoDueAt = status === 'action_required' ? afterDays(now, policy.infoDueDays) : null;
  const isOver = !isHeld && !isReviewed(status) && status !== 'draft' && status !== 'action_required';
  const from = isHeld ? (protectedFrom ?? submittedAt ?? now) : isOver ? protectedFrom : null;
  return {
    review_due_at: isReviewed(status) ? reviewDueAtOf(policy, now, {calendar, timeZone}) : null,
    info_request: infoDueAt === null ? null : {fields: [], comment: '', dueAt: infoDueAt},
    info_due_at: infoDueAt,
    protected_from: from,
    protected_until: isHeld ? (protectedUntil ?? (policy.protectionDays === null ? null : afterDays(now, policy.protectionDays))) : isOver ? protectedUntil : null,
    progress_due_at: isHeld ? progressDueAtOf(policy, now) : null,
    decided_at: isHeld || isOver ? (from ?? endedAt ?? now) : null,
    ended_at: isOver ? (endedAt ?? now) : null,
    end_reason: isOver ? endReason : null,
  };
}

function stageOf({stage, probability}: ImportedDeal, status: DealStatus, {policy}: DealProgram, now: string) {
  const [first] = policy.stages;
  const [key, percent] = stage === null && (status === 'won' || status === 'lost') ? [status, status === 'won' ? 100 : 0] : stage === null && isProtected(status) ? [first?.key ?? null, first?.probability ?? null] : [stage, probability];
  return {stage: key, probability: percent, stage_changed_at: key === null ? null : now};
}

function plannedOf(columns: Omit<DealClocks, 'remind_at' | 'step_due_at'>, {policy}: DealProgram, now: string) {
  const clocks = {...columns, remind_at: null, step_due_at: null};
  const remindAt = nextNoticeAt(clocks, policy, now);
  return {remind_at: remindAt, due_at: nextDueAt({...clocks, remind_at: remindAt})};
}
