import type {LeadDetails, LeadImportField, NewLead} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {detailsOf} from '../lead-flow/create-lead.ts';
import {openCase, theClock} from '../lead-flow/lead-case.ts';
import type {News} from '../lead-flow/news.ts';
import {updateDetails} from '../lead-flow/update-details.ts';
import {corrected, hasEnded} from '../lead/lead.rules.ts';
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
  const {details, consent: agreed} = held.lead;
  const changes = saidOf(correction);
  // Consent that was given before is not replaced by what an old file says of it.
  const consent = agreed ? undefined : correction.lead.consent;
  if (!consent && JSON.stringify(corrected(details, changes)) === JSON.stringify(details)) return 'same';
  await updateDetails(held, {...changes, consent}, theClock);
  return 'corrected';
}

/** The part of the details that the row says itself; the rest of a new lead are defaults. */
function saidOf({lead, said}: Correction): Omit<Parameters<typeof updateDetails>[1], 'consent'> {
  const {company, contact, ...flat} = detailsOf(lead);
  const of = <T extends object>(group: T, name: (key: string) => string) => Object.fromEntries(Object.entries(group).filter(([key]) => said.has(name(key) as LeadImportField))) as Partial<T>;
  const {need, timeline, valueBand, estimatedValue, score, quality, ...always} = of(flat as Omit<LeadDetails, 'company' | 'contact'>, key => key);
  const given = {need, timeline, valueBand, estimatedValue, score, quality};
  return {...always, ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null)) as Partial<NewLead>), company: of(company, key => `company.${key}`), contact: of(contact, key => `contact.${key}`)};
}
