import type {LeadDetails, LeadImportField, NewLead} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {detailsOf} from '../lead-flow/create-lead.ts';
import {changeLead, openCase, openOffersOf, tellStory, theClock} from '../lead-flow/lead-case.ts';
import {identify} from '../lead-flow/lead-identity.ts';
import {tellOfLead, tellOfOffer, type News} from '../lead-flow/news.ts';
import {findPartnership} from '../lead-flow/partnership.queries.ts';
import {toColumns} from '../lead/held-lead.queries.ts';
import {corrected, hasEnded} from '../lead/lead.rules.ts';
import {searchWordsOf} from '../lead/search.rules.ts';
import {problem} from '../problem.ts';

/** A row that says something new of a lead, and the fields in which it says anything. */
export interface Correction {
  readonly lead: NewLead;
  readonly said: ReadonlySet<LeadImportField>;
}

/**
 * Corrects a lead by what a row says; fields that the row leaves empty stay.
 *
 * @returns `ended` for a lead that can no longer be changed.
 */
export async function correctImported(scope: Scope, news: News, leadId: string, correction: Correction): Promise<'corrected' | 'same' | 'ended'> {
  const held = await openCase(scope, news, leadId);
  if (!held) throw problem('lead_not_found');
  if (hasEnded(held.lead.status)) return 'ended';
  const {lead} = held;
  const details = corrected(lead.details, saidOf(correction));
  const consent = lead.consent ?? correction.lead.consent ?? null;
  if (JSON.stringify([details, consent]) === JSON.stringify([lead.details, lead.consent])) return 'same';

  const {accountKey, domainKey, emailKey} = identify(details.company, details.contact);
  const latest = held.offers.at(-1);
  const partnerName = latest ? ((await findPartnership(scope, latest.partnerOrgId))?.name ?? null) : null;
  await changeLead(held, {
    ...toColumns(details),
    consent: consent && JSON.stringify(consent),
    account_key: accountKey,
    domain_key: domainKey,
    email_key: emailKey,
    search_words: searchWordsOf({...details, externalId: lead.externalId, campaign: lead.campaign, partnerName}),
  });
  await tellStory(held, 'update', {by: theClock, data: {source: 'import'}});
  tellOfLead(news, leadId, 'update', {source: 'import'});
  for (const offer of openOffersOf(held)) tellOfOffer(news, offer, 'update');
  return 'corrected';
}

/** The part of the details that the row says itself; the rest of a new lead are defaults. */
function saidOf({lead, said}: Correction): Parameters<typeof corrected>[1] {
  const {company, contact, ...flat} = detailsOf(lead);
  const of = <T extends object>(group: T, name: (key: string) => string) => Object.fromEntries(Object.entries(group).filter(([key]) => said.has(name(key) as LeadImportField))) as Partial<T>;
  return {...of(flat as Omit<LeadDetails, 'company' | 'contact'>, key => key), company: of(company, key => `company.${key}`), contact: of(contact, key => `contact.${key}`)};
}
