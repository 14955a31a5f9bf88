import type {Answer, DealAction, DealBenefits, DealChange, DealContact, DealCustomer, DealLine, DealRegistration, DealReview, InfoRequest, Tender} from '@portico/contract';
import {afterDays, isProtected} from '../deal-flow/deal-clock.rules.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import type {HeldDeal} from '../deal-flow/held-deal.queries.ts';
import {dealActionsOf, type DealReader} from './deal-reader.rules.ts';
import type {DealParts} from './deal-parts.queries.ts';
import type {DealRow} from './deal-row.queries.ts';

/** Who reads, under which rules, and when. */
export interface Reading {
  readonly reader: DealReader;
  readonly program: DealProgram;
  /** ISO text. */
  readonly now: string;
}

/** A row as the contract says it, as this reader may see it. */
export function toDealRegistration(row: DealRow, parts: DealParts, reading: Reading): DealRegistration {
  const {reader, program, now} = reading;
  const deal = row as DealRow & HeldDeal;
  const id = deal.deal_registration_id;
  const refTo = (of: string | null) => (of === null ? null : {id: of, name: parts.names.get(of) ?? ''});
  const openChanges = parts.openChanges.get(id) ?? [];
  const review = parts.reviews.get(id) ?? null;
  // A distributor sees what its reseller sells, not what the reseller earns.
  const isOwn = reader.side === 'vendor' || deal.partner_org_id === reader.partnerOrgId;
  return {
    id,
    number: deal.number,
    externalId: deal.external_id,
    status: deal.status,
    registrationType: deal.registration_type as DealRegistration['registrationType'],
    source: deal.source as DealRegistration['source'],
    partnerOrg: {id: deal.partner_org_id, name: parts.names.get(deal.partner_org_id) ?? ''},
    owner: refTo(deal.owner_id),
    submittedBy: refTo(deal.submitted_by),
    distributor: refTo(deal.distributor_id),
    hideFromDistributor: deal.hide_from_distributor,
    channelManager: parts.managers.get(deal.partner_org_id) ?? null,
    leadId: deal.lead_id,
    leadOfferId: deal.lead_offer_id,
    name: deal.name,
    description: deal.description,
    useCase: deal.use_case,
    customer: deal.customer as DealCustomer,
    contact: deal.contact as DealContact,
    lines: deal.lines as DealLine[],
    estimatedAmount: deal.estimated_minor === null || deal.estimated_currency === null ? null : {amountMinor: deal.estimated_minor, currency: deal.estimated_currency},
    contractType: deal.contract_type,
    contractTermMonths: deal.contract_term_months,
    expectedCloseOn: deal.expected_close_on,
    competitors: deal.competitors,
    incumbent: deal.incumbent,
    tender: deal.tender as Tender | null,
    supportRequested: deal.support_requested,
    answers: deal.answers as Answer[],
    evidence: [...(parts.evidence.get(id) ?? [])],
    termsVersion: deal.terms_version,
    submittedAt: deal.submitted_at,
    standing: row.is_behind === null ? null : row.is_behind ? 'behind' : 'first',
    reviewDueAt: deal.review_due_at,
    infoRequest: deal.info_request as InfoRequest | null,
    decidedAt: deal.decided_at,
    endReason: deal.end_reason,
    // What a reviewer wrote beside another registration may name it.
    endComment: reader.side === 'partner' && deal.status === 'duplicate' ? null : deal.end_comment,
    endedAt: deal.ended_at,
    resubmissionsLeft: Math.max(0, program.policy.resubmissions - deal.revision_count),
    protectedFrom: deal.protected_from,
    protectedUntil: deal.protected_until,
    progressDueAt: deal.progress_due_at,
    benefits: isOwn ? (deal.benefits as DealBenefits | null) : null,
    extensionCount: deal.extension_count,
    openChanges: isOwn ? [...openChanges] : [],
    stage: deal.stage,
    probability: deal.probability,
    stageChangedAt: deal.stage_changed_at,
    stale: isStale(deal, reading),
    nextStep: deal.next_step === null ? null : {text: deal.next_step, dueOn: deal.next_step_due},
    winConfirmedAt: deal.win_confirmed_at,
    opportunityRef: deal.opportunity_ref,
    review,
    actions: narrowed(dealActionsOf(reader, deal, now), deal, {openChanges, review}, program),
    version: deal.version,
    createdAt: deal.created_at,
    updatedAt: deal.updated_at,
  };
}

/** Takes out what the status allows and something else does not: requests of which one waits, a resubmission too many, a step that is somebody else's. */
function narrowed(actions: readonly DealAction[], deal: HeldDeal, {openChanges, review}: {readonly openChanges: readonly DealChange[]; readonly review: DealReview | null}, {policy}: DealProgram): DealAction[] {
  const waits = (kind: string): boolean => openChanges.some(change => change.kind === kind);
  const mayExtend = policy.extension.policy !== 'none' && deal.protected_until !== null && (policy.extension.policy !== 'once' || deal.extension_count === 0);
  const refused: Partial<Record<DealAction, boolean>> = {
    request_extension: waits('extension') || !mayExtend,
    request_amendment: waits('amendment'),
    propose_transfer: waits('transfer'),
    revise: deal.revision_count >= policy.resubmissions,
    approve: review !== null && !review.mayApprove,
    reject: deal.status === 'pending_approval' && review !== null && !review.mayApprove,
    confirm_win: deal.win_confirmed_at !== null,
  };
  return actions.filter(action => refused[action] !== true);
}

function isStale({status, moved_at, protected_from}: HeldDeal, {program, now}: Reading): boolean {
  const since = moved_at !== null && (protected_from === null || moved_at > protected_from) ? moved_at : protected_from;
  return isProtected(status) && since !== null && afterDays(since, program.policy.staleDays) < now;
}
