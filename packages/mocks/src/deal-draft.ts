import {dealCan, dealFromLead, type Api, type DealFields, type FieldError, type Money, type ReceiptStatement, type RouteParsed} from '@portico/contract';
import {answerErrors, missingFields, snapshotAnswers} from '@portico/contract/deal-form-rules';
import {isActor} from './deal-access.ts';
import {planSteps} from './deal-approval.ts';
import {amountOf} from './deal-fields.ts';
import {enqueue, moveDeal, protectDeal} from './deal-flow.ts';
import {evidenceOf} from './deal-views.ts';
import {isInReview, isProtected, keysOf, productsOf, rivalsOf, standingOf} from './deal-queue.ts';
import type {DealRow} from './deal-rows.ts';
import type {Scope} from './handlers.ts';
import {findOffer} from './offer-access.ts';
import {problem} from './problem.ts';
import type {OfferRow, Store} from './store.ts';

/** What every registration begins with. */
export const emptyDeal = {
  number: null,
  externalId: null,
  status: 'draft',
  submittedById: null,
  leadId: null,
  leadOfferId: null,
  termsVersion: null,
  submittedAt: null,
  reviewDueAt: null,
  infoRequest: null,
  decidedAt: null,
  endReason: null,
  endComment: null,
  endedAt: null,
  protectedFrom: null,
  protectedUntil: null,
  progressDueAt: null,
  benefits: null,
  extensionCount: 0,
  stage: null,
  probability: null,
  stageChangedAt: null,
  nextStep: null,
  winConfirmedAt: null,
  opportunityRef: null,
  reviewerId: null,
  queueNumber: null,
  closesQueueTo: null,
  reviewLeftMs: null,
  revisions: 0,
  steps: [],
  duplicateOfId: null,
  protectedProducts: [],
  movedAt: null,
  remindedDays: null,
} as const satisfies Partial<DealRow>;

/** Starts a draft. */
export function createDraft(scope: Scope, {externalId, partnerOrgId, leadOfferId, ...fields}: RouteParsed<Api['dealRegistrations']['create']>): DealRow {
  const {store} = scope;
  if (externalId !== undefined && store.data.deals.values().some(deal => deal.externalId === externalId)) throw problem('external_id_taken');
  const offer = leadOfferId === undefined ? undefined : findOffer(scope, leadOfferId);
  if (offer && offer.status !== 'accepted' && offer.status !== 'working') throw problem('lead_offer_not_found');
  if (offer && store.data.deals.values().some(deal => deal.leadOfferId === offer.id)) throw problem('input_invalid', {errors: [{pointer: '/leadOfferId', code: 'taken', message: 'This lead has a registration already. Work on that one.'}]});
  const orgId = orgOf(scope, partnerOrgId ?? offer?.partnerOrgId);
  if (offer && offer.partnerOrgId !== orgId) throw problem('lead_offer_not_found');
  return addDraft(scope, orgId, offer ? {...fromOffer(store, offer, fields), externalId: externalId ?? null} : {...fields, externalId: externalId ?? null}, fields.answers);
}

/** A draft filled in from the lead of an offer that the partner converts. */
export function makeDealRegistration(scope: Scope, offer: OfferRow, input: {dealName?: string | undefined; amount?: Money | undefined; expectedCloseOn?: string | undefined}): DealRow {
  const {store} = scope;
  const lead = store.data.leads.get(offer.leadId);
  if (!lead) throw problem('lead_offer_not_found');
  const filled = {...dealFromLead(lead), name: input.dealName ?? lead.title, estimatedAmount: input.amount ?? lead.estimatedValue, expectedCloseOn: input.expectedCloseOn ?? null};
  return addDraft(scope, offer.partnerOrgId, {...filled, leadId: lead.id, leadOfferId: offer.id, source: 'vendor_assigned'}, []);
}

function addDraft({store, viewer}: Scope, partnerOrgId: string, fields: Partial<Omit<DealRow, 'answers'>>, answers: DealFields['answers']): DealRow {
  const now = store.now();
  const errors = answerErrors(store.data.dealForm, answers);
  if (errors.length > 0) throw problem('input_invalid', {errors});
  const plain: Omit<DealFields, 'answers'> = {
    registrationType: 'resale', name: null, description: null, useCase: null, customer: nowhere, contact: nobody, lines: [], estimatedAmount: null, contractType: null, contractTermMonths: null,
    expectedCloseOn: null, competitors: [], incumbent: null, tender: null, supportRequested: null, hideFromDistributor: false,
  };
  const org = store.data.partnerOrgs.get(partnerOrgId);
  const parent = org?.parentId ? store.data.partnerOrgs.get(org.parentId) : undefined;
  const deal: DealRow = {
    ...emptyDeal,
    ...plain,
    source: 'partner_sourced',
    ...fields,
    answers: snapshotAnswers(store.data.dealForm, answers, []),
    id: store.newId('dealRegistration'),
    partnerOrgId,
    ownerId: viewer.partnerOrgId === partnerOrgId ? (viewer.person?.id ?? null) : null,
    distributorId: parent?.type === 'distributor' ? parent.id : null,
    createdByOrgId: viewer.partnerOrgId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const row = store.data.deals.set({...deal, estimatedAmount: amountOf(deal)});
  store.change('deal_registration', row.id);
  return row;
}

const nowhere = {name: null, website: null, taxId: null, country: null, region: null, postalCode: null, city: null, street: null, relationship: null};
const nobody = {firstName: null, lastName: null, jobTitle: null, email: null, phone: null, consent: null};

/** One's own organisation, a reseller of one's own, or for the vendor any. */
function orgOf({store, viewer}: Scope, wanted: string | undefined): string {
  const id = wanted ?? viewer.partnerOrgId;
  if (id === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say for which partner.'}]});
  const org = store.data.partnerOrgs.get(id);
  const isOwn = viewer.side === 'vendor' || id === viewer.partnerOrgId || (viewer.partnerOrgId !== null && org?.parentId === viewer.partnerOrgId);
  if (!org || !isOwn) throw problem('partner_org_not_found');
  return id;
}

/** What was sent, and from the lead what was left out. */
function fromOffer(store: Store, offer: OfferRow, {answers: _answers, ...fields}: DealFields): Partial<Omit<DealRow, 'answers'>> {
  const lead = store.data.leads.get(offer.leadId);
  if (!lead) throw problem('lead_offer_not_found');
  const {customer, contact, lines} = dealFromLead(lead);
  const over = <T extends object>(below: T, above: T): T => ({...below, ...Object.fromEntries(Object.entries(above).filter(([, value]) => value !== null))});
  return {
    ...fields,
    name: fields.name ?? lead.title,
    customer: over(customer, fields.customer),
    contact: over(contact, fields.contact),
    lines: fields.lines.length > 0 ? fields.lines : lines,
    estimatedAmount: fields.estimatedAmount ?? lead.estimatedValue,
    leadId: lead.id,
    leadOfferId: offer.id,
    source: 'vendor_assigned',
  };
}

/**
 * Sends a draft, or answers to a request for information: it takes its place, and there is a receipt.
 *
 * @returns The registration and the place of its receipt in the chain.
 */
export function submitDeal(scope: Scope, deal: DealRow, acceptTermsVersion: string | undefined): {deal: DealRow; sequence: number} {
  const {store, viewer} = scope;
  const again = deal.status === 'action_required';
  if (!isActor(viewer, deal)) throw problem('forbidden');
  if (!again && !dealCan('submit', deal.status)) throw problem('deal_status_conflict');
  refuseIncomplete(store, deal);
  const {terms} = store.data.program.dealPolicy;
  if (!again && terms && acceptTermsVersion !== terms.version) throw problem('deal_terms_not_accepted');
  if (ownRivals(store, deal).length > 0) throw problem('deal_already_yours');
  if (!again) refuseFull(store, deal);
  const number = deal.number ?? nextNumber(store);
  const left = deal.reviewLeftMs ?? store.data.program.dealPolicy.reviewSlaHours * 3_600_000;
  const changes = again ? {infoRequest: null, reviewLeftMs: null, reviewDueAt: store.at(left)} : enqueue(store, viewer);
  const sent = moveDeal(store, deal, again ? 'resubmit' : 'submit', viewer, {changes: {...changes, number, termsVersion: acceptTermsVersion ?? deal.termsVersion}, data: {number}});
  const sequence = store.receipts.add({id: store.newId('receipt'), ...provedBy(store, sent, again ? null : sent.submittedAt)});
  return {deal: mayApproveAlone(store, sent) ? protectDeal(store, store.data.deals.set({...sent, status: 'under_review'}), null) : sent, sequence};
}

/** What a receipt says of a registration; an answer to a request for information is dated now. */
export function provedBy(store: Store, deal: DealRow, submittedAt: string | null): {statement: Pick<ReceiptStatement, 'programId' | 'dealRegistrationId' | 'number' | 'partnerOrgId' | 'submittedAt' | 'standing'>; content: Record<string, unknown>} {
  const {registrationType, name, description, useCase, customer, contact, lines, estimatedAmount, contractType, contractTermMonths, expectedCloseOn, competitors, incumbent, tender, supportRequested, answers, externalId, hideFromDistributor} = deal;
  return {
    statement: {programId: store.data.program.id, dealRegistrationId: deal.id, number: deal.number ?? '', partnerOrgId: deal.partnerOrgId, submittedAt: submittedAt ?? store.now(), standing: standingOf(store, deal) ?? 'first'},
    content: {
      registrationType, name, description, useCase, customer, contact, lines, estimatedAmount, contractType, contractTermMonths, expectedCloseOn, competitors, incumbent, tender, supportRequested, answers, externalId, hideFromDistributor,
      evidence: evidenceOf(store, deal.id).filter(({status}) => status === 'ready').map(({fileName, sha256}) => ({fileName, sha256})),
    },
  };
}

function refuseIncomplete(store: Store, deal: DealRow): void {
  const levelId = store.data.partnerOrgs.get(deal.partnerOrgId)?.partnership.levelId ?? null;
  const evidence = evidenceOf(store, deal.id);
  const errors: FieldError[] = missingFields(store.data.dealForm, {...deal, evidence}, {levelId});
  if (evidence.some(({status}) => status === 'uploading')) errors.push({pointer: '/evidence', code: 'uploading', message: 'A file is still on its way. Wait for it, or remove it.'});
  errors.push(...notSold(store, deal));
  if (errors.length > 0) throw problem('input_invalid', {errors});
}

/** Lines with products that the programme does not have, or that the partner may not sell. */
function notSold(store: Store, {lines, partnerOrgId}: DealRow): FieldError[] {
  const own = store.data.partnerOrgs.get(partnerOrgId)?.partnership.products ?? [];
  const isSold = (product: string) => store.data.program.products.some(({name}) => name === product) && (own.length === 0 || own.includes(product));
  return lines.flatMap(({product}, index) => (isSold(product) ? [] : [{pointer: `/lines/${index}/product`, code: 'option_unknown', message: 'The programme does not have this product, or you may not sell it.'}]));
}

/** One's own open registrations of the same customer and products. */
function ownRivals(store: Store, deal: DealRow): DealRow[] {
  return rivalsOf(store, keysOf(deal), productsOf(deal), deal.id).filter(other => other.partnerOrgId === deal.partnerOrgId);
}

function refuseFull(store: Store, {partnerOrgId}: DealRow): void {
  if (capacityLeft(store, partnerOrgId) === 0) throw problem('deal_capacity_reached');
}

/** How many more registrations a partner may have open, or `null` without a limit. */
export function capacityLeft(store: Store, partnerOrgId: string | null): number | null {
  const {levelId} = (partnerOrgId === null ? undefined : store.data.partnerOrgs.get(partnerOrgId)?.partnership) ?? {levelId: null};
  const capacity = store.data.program.dealPolicy.levelBenefits.find(each => each.levelId === levelId)?.capacity ?? null;
  if (capacity === null) return null;
  const open = store.data.deals.values().filter(deal => deal.partnerOrgId === partnerOrgId && (isInReview(deal) || isProtected(deal))).length;
  return Math.max(0, capacity - open);
}

function nextNumber(store: Store): string {
  return `DR-${String(++store.dealNumber).padStart(6, '0')}`;
}

/** What is clear, needs nobody else and is not the partner's first deal, where the programme says so. */
function mayApproveAlone(store: Store, deal: DealRow): boolean {
  const {autoApprove} = store.data.program.dealPolicy;
  if (!autoApprove || deal.status !== 'submitted' || standingOf(store, deal) !== 'first' || planSteps(store, deal).length > 0) return false;
  return store.data.deals.values().some(other => other.partnerOrgId === deal.partnerOrgId && other.decidedAt !== null && other.protectedFrom !== null);
}
