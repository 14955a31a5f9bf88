import {dealFromLead, type Api, type DealRegistration, type RouteParsed} from '@portico/contract';
import {answerErrors, snapshotAnswers} from '@portico/contract/deal-form-rules';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {dealDoerOf, readDeal} from '../deal-flow/act-on-deal.ts';
import {publishDealNews} from '../deal-flow/deal-case.ts';
import {findDealPartner} from '../deal-flow/deal-program.queries.ts';
import {draftDeal, type NewDraft} from '../deal-flow/draft-deal.ts';
import {getDealForm} from '../deal-form/deal-form.queries.ts';
import {refuseOthersPartner} from '../lead-flow/managed-partners.queries.ts';
import {startNews} from '../lead-flow/news.ts';
import {readOffer} from '../lead-offer/read-offer.queries.ts';
import {problem} from '../problem.ts';

type NewDeal = RouteParsed<Api['dealRegistrations']['create']>;

/** Starts a draft of one's own organisation, of a reseller's, or on behalf of any partner. */
export async function createDeal(scope: Scope, {externalId, partnerOrgId: wanted, leadOfferId, answers: given, ...fields}: NewDeal): Promise<DealRegistration> {
  const partnerOrgId = wanted ?? scope.partnerOrgId;
  if (partnerOrgId === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say which partner it is for.'}]});
  const draftedBy = await drafterOf(scope, partnerOrgId);
  const origin = leadOfferId === undefined ? {} : await originOf(scope, leadOfferId, partnerOrgId, fields);
  const id = await elevated(scope, async system => {
    const form = await getDealForm(system);
    const errors = answerErrors(form, given);
    if (errors.length > 0) throw problem('input_invalid', {errors});
    const news = startNews();
    const held = await draftDeal(
      system,
      news,
      {
        ...fields,
        ...origin,
        partnerOrgId,
        draftedBy,
        externalId,
        ownerId: scope.partnerOrgId === partnerOrgId ? scope.personId : null,
        answers: snapshotAnswers(form, given),
        // A distributor would lose sight of its own draft.
        ...(draftedBy === 'distributor' ? {hideFromDistributor: false} : {}),
      },
      dealDoerOf(scope),
    );
    await publishDealNews(system, news);
    return held.deal.deal_registration_id;
  });
  return readDeal(scope, id);
}

/** @throws ProblemError `partner_org_not_found`, also for a partner that is not one's own or one's reseller; `forbidden` for another channel manager's. */
async function drafterOf(scope: Scope, partnerOrgId: string): Promise<NewDraft['draftedBy']> {
  if (scope.caller === 'partner' && partnerOrgId === scope.partnerOrgId) return 'partner';
  const partner = await elevated(scope, system => findDealPartner(system, partnerOrgId));
  if (scope.caller !== 'partner') {
    if (!partner) throw problem('partner_org_not_found');
    await refuseOthersPartner(scope, partnerOrgId);
    return 'vendor';
  }
  const mayRegister = scope.seesWholeOrg || scope.roles.includes('distributor_user');
  if (!partner || partner.distributorId !== scope.partnerOrgId || !mayRegister) throw problem('partner_org_not_found');
  return 'distributor';
}

/**
 * What a lead fills in of what is left out.
 *
 * @throws ProblemError `lead_offer_not_found` for an offer that the partner has not accepted.
 */
async function originOf(scope: Scope, leadOfferId: string, partnerOrgId: string, fields: Pick<NewDeal, 'name' | 'customer' | 'contact' | 'lines' | 'estimatedAmount'>): Promise<Partial<NewDraft>> {
  const offer = await readOffer(scope, leadOfferId);
  const isAccepted = offer.lead !== null && (offer.status === 'accepted' || offer.status === 'working');
  if (!isAccepted || offer.lead === null || offer.partnerOrg.id !== partnerOrgId) throw problem('lead_offer_not_found');
  const taken = await elevated(scope, ({db, tenantId}) => db.selectFrom('deal_registration').select('deal_registration_id').where('tenant_id', '=', tenantId).where('lead_offer_id', '=', leadOfferId).executeTakeFirst());
  if (taken) throw problem('input_invalid', {errors: [{pointer: '/leadOfferId', code: 'taken', message: 'This lead has a registration already. Work on that one.'}]});
  const {title, estimatedValue} = offer.lead;
  const {customer, contact, lines} = dealFromLead(offer.lead);
  return {
    source: 'vendor_assigned',
    leadId: offer.leadId,
    leadOfferId,
    name: fields.name ?? title,
    customer: filledIn(fields.customer, customer),
    contact: filledIn(fields.contact, contact),
    lines: fields.lines.length > 0 ? fields.lines : lines,
    estimatedAmount: fields.estimatedAmount ?? estimatedValue,
  };
}

function filledIn<T extends object>(given: T, known: T): T {
  return {...known, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))};
}
