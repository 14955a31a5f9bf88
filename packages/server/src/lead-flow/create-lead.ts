import type {LeadAttention, LeadDetails, NewLead} from '@portico/contract';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {findSameLead, insertLead, toColumns} from '../lead/held-lead.queries.ts';
import {lacksConsent, titleOf} from '../lead/lead.rules.ts';
import {searchWordsOf} from '../lead/search.rules.ts';
import {problem} from '../problem.ts';
import {changeLead, openCase, openOffersOf, tellStory, type Doer, type LeadCase} from './lead-case.ts';
import {identify} from './lead-identity.ts';
import {getLeadProgram} from './lead-program.queries.ts';
import {tellOfLead, tellOfOffer, type News} from './news.ts';
import {routeLead} from './route-lead.ts';

/** How a lead is taken in. */
export interface Taking {
  readonly by: Doer;
  /** Looks for a lead with the same mail address or domain; an externalId that is known is always found. */
  readonly dedupe?: boolean;
}

/**
 * Takes a lead in: attaches it to the lead it repeats, or creates it and lets the rules route it unless `route` is false or it is `enriching`.
 *
 * @param scope - Of the system.
 * @throws ProblemError `lead_consent_required` when it is to be routed and holds data of a person without consent.
 */
export async function createLead(scope: Scope, news: News, newLead: NewLead, {by, dedupe = true}: Taking): Promise<{leadId: string; outcome: 'created' | 'attached'}> {
  const {policy} = await getLeadProgram(scope);
  const identity = identify(newLead.company, newLead.contact);
  const days = policy.dedupeWindowDays;
  const known = dedupe && days > 0 ? identity : {emailKey: null, domainKey: null};
  const since = new Date(scope.context.now() - days * 86_400_000).toISOString();
  const sameId = await findSameLead(scope, {externalId: newLead.externalId ?? null, emailKey: known.emailKey, domainKey: known.domainKey, since});
  const same = sameId === undefined ? undefined : await openCase(scope, news, sameId);
  if (same) {
    await attach(same, newLead, by, identity.emailKey);
    return {leadId: same.lead.id, outcome: 'attached'};
  }
  const isRouted = newLead.route && !newLead.enriching;
  if (isRouted && lacksConsent(policy, {contact: newLead.contact, consent: newLead.consent ?? null})) throw problem('lead_consent_required');
  const held = await insert(scope, news, newLead);
  await tellStory(held, 'create', {by, data: {source: newLead.source, ...(newLead.campaign === undefined ? {} : {campaign: newLead.campaign})}});
  tellOfLead(news, held.lead.id, 'create');
  if (isRouted) await routeLead(held, by);
  return {leadId: held.lead.id, outcome: 'created'};
}

/** The details of a lead as it was sent. */
export function detailsOf(newLead: NewLead): LeadDetails {
  const {title, company, contact, products, need = null, timeline = null, valueBand = null, estimatedValue = null, score = null, quality = null, priority, tags} = newLead;
  return {title: title ?? titleOf(company), company, contact, products, need, timeline, valueBand, estimatedValue, score, quality, priority, tags};
}

async function insert(scope: Scope, news: News, newLead: NewLead): Promise<LeadCase> {
  const now = nowText(scope.context);
  const details = detailsOf(newLead);
  const {domainKey, emailKey, accountKey} = identify(details.company, details.contact);
  const externalId = newLead.externalId ?? null;
  const campaign = newLead.campaign ?? null;
  const lead = await insertLead(scope, {
    ...toColumns(details),
    lead_id: newId(scope.context),
    program_id: scope.programId,
    external_id: externalId,
    status: newLead.enriching ? 'enriching' : 'new',
    source: newLead.source,
    campaign,
    consent: newLead.consent ? JSON.stringify(newLead.consent) : null,
    account_key: accountKey,
    domain_key: domainKey,
    email_key: emailKey,
    search_words: searchWordsOf({...details, externalId, campaign, partnerName: null}),
    attention: newLead.route || newLead.enriching ? null : 'not_routed',
    received_at: newLead.receivedAt ?? now,
    created_at: now,
    updated_at: now,
  });
  return {scope, news, lead, offers: [], program: await getLeadProgram(scope), now};
}

const longestNeed = 1000;

/** Notes on a lead that the same customer has asked again; whoever works on it sees it, and so does the vendor where nobody would look. */
async function attach(held: LeadCase, newLead: NewLead, by: Doer, emailKey: string | null): Promise<void> {
  const {source, campaign, need} = newLead;
  const data = {source, ...(campaign === undefined ? {} : {campaign}), ...(need === undefined ? {} : {need: need.slice(0, longestNeed)})};
  const inWork = openOffersOf(held).find(({acceptedAt}) => acceptedAt !== null);
  await tellStory(held, 'attach', {by, data, ...(inWork ? {offer: inWork} : {})});
  tellOfLead(held.news, held.lead.id, 'attach', {source});
  if (inWork) tellOfOffer(held.news, inWork, 'attach');
  const idle: readonly string[] = ['quarantined', 'converted', 'closed_won', 'closed_lost'];
  const attention: LeadAttention | null = idle.includes(held.lead.status) ? 'enquired_again' : held.lead.attention;
  const agrees = held.lead.consent === null && newLead.consent !== undefined && emailKey !== null && emailKey === held.lead.emailKey;
  await changeLead(held, {attention, ...(agrees ? {consent: JSON.stringify(newLead.consent)} : {})});
}
