import type {Api, RouteParsed} from '@portico/contract';
import {toColumns} from '../lead/held-lead.queries.ts';
import {corrected, lacksConsent} from '../lead/lead.rules.ts';
import {searchWordsOf} from '../lead/search.rules.ts';
import {releaseLock, takeLock} from '../lead-offer/account-lock.queries.ts';
import {isRevealed} from '../lead-offer/lead-offer.rules.ts';
import {problem} from '../problem.ts';
import {changeLead, changeOffer, openOffersOf, tellStory, type Doer, type LeadCase} from './lead-case.ts';
import {identify} from './lead-identity.ts';
import {tellOfLead, tellOfOffer} from './news.ts';
import {findPartnership} from './partnership.queries.ts';

type Correction = Omit<RouteParsed<Api['leads']['update']>, 'id' | 'version'>;

/**
 * Corrects what is known of a lead. Partners who see it hear of it; a customer who turns out to be another one is locked anew.
 *
 * @throws ProblemError `lead_consent_required` when a partner would see a person's data without consent.
 */
export async function updateDetails(held: LeadCase, {consent, ...changes}: Correction, by: Doer): Promise<void> {
  const {scope, lead} = held;
  const details = corrected(lead.details, changes);
  const agreed = consent ?? lead.consent;
  const open = openOffersOf(held);
  if (open.length > 0 && lacksConsent(held.program.policy, {contact: details.contact, consent: agreed})) throw problem('lead_consent_required');
  const {domainKey, emailKey, accountKey} = identify(details.company, details.contact);
  const [latest] = held.offers.slice(-1);
  const partner = latest && (await findPartnership(scope, latest.partnerOrgId));
  const inWork = open.find(({acceptedAt}) => acceptedAt !== null);
  // When another partner has the new customer, both go on: taking a lead away is a person's decision.
  if (inWork && accountKey !== lead.accountKey) await releaseLock(scope, inWork.id);
  for (const offer of held.offers) {
    if (!open.includes(offer) && !isRevealed(offer)) continue;
    const changed = await changeOffer(held, offer, {score: details.score, corrected_in: lead.version + 1});
    tellOfOffer(held.news, changed, 'update');
  }
  const fields = Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field])).concat(consent ? ['consent'] : []);
  await tellStory(held, 'update', {by, data: {fields: fields.join(' ')}});
  tellOfLead(held.news, lead.id, 'update', {fields});
  await changeLead(held, {
    ...toColumns(details),
    consent: agreed && JSON.stringify(agreed),
    account_key: accountKey,
    domain_key: domainKey,
    email_key: emailKey,
    search_words: searchWordsOf({...details, externalId: lead.externalId, campaign: lead.campaign, partnerName: partner?.name ?? null}),
  });
  if (inWork && accountKey !== lead.accountKey) await takeLock(scope, accountKey, inWork);
}
