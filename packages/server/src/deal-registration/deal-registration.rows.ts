import type {Answer, DealBenefits, DealContact, DealCustomer, DealLine, DealRegistration, InfoRequest, Tender} from '@portico/contract';
import type {Selectable} from 'kysely';
import type {DealRegistrationTable} from '../database/deal-tables.ts';

/** A row with the names of those it refers to. */
export interface DealRow extends Selectable<DealRegistrationTable> {
  readonly partner_org_name: string;
  readonly owner_name: string | null;
}

/** A row as the contract says it, without what depends on the reader. */
export function toDealRegistration(row: DealRow): DealRegistration {
  return {
    id: row.deal_registration_id,
    number: row.number,
    externalId: row.external_id,
    status: row.status as DealRegistration['status'],
    registrationType: row.registration_type as DealRegistration['registrationType'],
    source: row.source as DealRegistration['source'],
    partnerOrg: {id: row.partner_org_id, name: row.partner_org_name},
    owner: row.owner_id === null ? null : {id: row.owner_id, name: row.owner_name ?? ''},
    submittedBy: null,
    distributor: null,
    hideFromDistributor: row.hide_from_distributor,
    channelManager: null,
    leadId: row.lead_id,
    leadOfferId: row.lead_offer_id,
    name: row.name,
    description: row.description,
    useCase: row.use_case,
    customer: row.customer as DealCustomer,
    contact: row.contact as DealContact,
    lines: row.lines as DealLine[],
    estimatedAmount: row.estimated_minor === null || row.estimated_currency === null ? null : {amountMinor: row.estimated_minor, currency: row.estimated_currency},
    contractType: row.contract_type,
    contractTermMonths: row.contract_term_months,
    expectedCloseOn: row.expected_close_on,
    competitors: row.competitors,
    incumbent: row.incumbent,
    tender: row.tender as Tender | null,
    supportRequested: row.support_requested,
    answers: row.answers as Answer[],
    evidence: [],
    termsVersion: row.terms_version,
    submittedAt: row.submitted_at,
    standing: null,
    reviewDueAt: row.review_due_at,
    infoRequest: row.info_request as InfoRequest | null,
    decidedAt: row.decided_at,
    endReason: row.end_reason,
    endComment: row.end_comment,
    endedAt: row.ended_at,
    resubmissionsLeft: 0,
    protectedFrom: row.protected_from,
    protectedUntil: row.protected_until,
    progressDueAt: row.progress_due_at,
    benefits: row.benefits as DealBenefits | null,
    extensionCount: row.extension_count,
    openChanges: [],
    stage: row.stage,
    probability: row.probability,
    stageChangedAt: row.stage_changed_at,
    stale: false,
    nextStep: row.next_step === null ? null : {text: row.next_step, dueOn: row.next_step_due},
    winConfirmedAt: row.win_confirmed_at,
    opportunityRef: row.opportunity_ref,
    review: null,
    actions: [],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
