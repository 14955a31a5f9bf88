import type {Answer, DealContact, DealCustomer, DealFields, DealLine, DealRegistration} from '@portico/contract';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {News} from '../lead-flow/news.ts';
import {problem} from '../problem.ts';
import {amountOf} from './amount.rules.ts';
import {caseOf, tellDealStory, tellOfDeal, type DealCase, type Doer} from './deal-case.ts';
import {getDealPartner} from './deal-program.queries.ts';
import {derivedColumnsOf} from './deal-search.rules.ts';
import {insertDeal, type DealChanges} from './held-deal.queries.ts';

/** A registration that is about to begin. What is left out stays open. */
export interface NewDraft extends Partial<Omit<DealFields, 'answers'>> {
  readonly partnerOrgId: string;
  readonly ownerId: string | null;
  readonly draftedBy: 'partner' | 'distributor' | 'vendor';
  readonly source?: DealRegistration['source'];
  readonly externalId?: string | null | undefined;
  readonly leadId?: string | null;
  readonly leadOfferId?: string | null;
  readonly answers?: readonly Answer[];
}

const noCustomer: DealCustomer = {name: null, website: null, taxId: null, country: null, region: null, postalCode: null, city: null, street: null, relationship: null};
const noContact: DealContact = {firstName: null, lastName: null, jobTitle: null, email: null, phone: null, consent: null};

/**
 * Starts a draft and tells of it.
 *
 * @param scope - Of the system (`elevated`).
 * @throws ProblemError `input_invalid` when the lines add up to more than can be kept. An externalId that the partner used before breaks `deal_registration_external_id`.
 */
export async function draftDeal(scope: Scope, news: News, draft: NewDraft, by: Doer): Promise<DealCase> {
  const partner = await getDealPartner(scope, draft.partnerOrgId);
  const now = nowText(scope.context);
  const {customer = noCustomer, contact = noContact, lines = []} = draft;
  const deal = await insertDeal(scope, {
    deal_registration_id: newId(scope.context),
    partner_org_id: draft.partnerOrgId,
    status: 'draft',
    source: draft.source ?? 'partner_sourced',
    drafted_by: draft.draftedBy,
    external_id: draft.externalId ?? null,
    owner_id: draft.ownerId,
    distributor_id: partner.distributorId,
    lead_id: draft.leadId ?? null,
    lead_offer_id: draft.leadOfferId ?? null,
    ...columnsOf({...draft, customer, contact, lines}),
    ...(draft.answers ? {answers: JSON.stringify(draft.answers)} : {}),
    customer: JSON.stringify(customer),
    contact: JSON.stringify(contact),
    ...derivedColumnsOf({number: null, external_id: draft.externalId ?? null, name: draft.name ?? null, customer, contact, lines, partnerName: partner.name}),
    ...amountColumnsOf(lines, draft.estimatedAmount ?? null),
    created_at: now,
    updated_at: now,
  });
  const held = await caseOf(scope, news, deal);
  await tellDealStory(held, 'create', {by});
  tellOfDeal(held, 'create', draft.leadId ? {leadId: draft.leadId} : {});
  return held;
}

type FieldColumns = Pick<
  DealChanges,
  'registration_type' | 'name' | 'description' | 'use_case' | 'lines' | 'contract_type' | 'contract_term_months' | 'expected_close_on' | 'competitors' | 'incumbent' | 'tender' | 'support_requested' | 'hide_from_distributor'
>;
type PlainFields = Partial<Omit<DealFields, 'answers' | 'estimatedAmount'>>;

/** The columns of what a partner fills in, as far as it is given. Amount and answers are apart: they depend on more. */
export function columnsOf(fields: {readonly [K in keyof PlainFields]: PlainFields[K] | undefined}): FieldColumns {
  const {registrationType, name, description, useCase, customer, contact, lines, contractType, contractTermMonths, expectedCloseOn, competitors, incumbent, tender, supportRequested, hideFromDistributor} = fields;
  const columns = {
    registration_type: registrationType,
    name,
    description,
    use_case: useCase,
    customer: customer && JSON.stringify(customer),
    contact: contact && JSON.stringify(contact),
    lines: lines && JSON.stringify(lines),
    contract_type: contractType,
    contract_term_months: contractTermMonths,
    expected_close_on: expectedCloseOn,
    competitors,
    incumbent,
    tender: tender && JSON.stringify(tender),
    support_requested: supportRequested,
    hide_from_distributor: hideFromDistributor,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/**
 * The amount in its columns.
 *
 * @throws ProblemError `input_invalid` at `/lines`.
 */
export function amountColumnsOf(lines: readonly DealLine[], estimated: DealFields['estimatedAmount']): Pick<DealChanges, 'estimated_minor' | 'estimated_currency'> {
  try {
    const amount = amountOf(lines, estimated);
    return {estimated_minor: amount?.amountMinor ?? null, estimated_currency: amount?.currency ?? null};
  } catch {
    throw problem('input_invalid', {errors: [{pointer: '/lines', code: 'too_big', message: 'The lines add up to more than can be kept.'}]});
  }
}
