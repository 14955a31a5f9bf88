import type {LeadCompany, LeadContact} from '@portico/contract';
import {customerKeysOf} from '../claim-check/customer-key.rules.ts';

/** By what a lead is recognised. */
export interface LeadIdentity {
  /** Registrable domain of the customer, from the website, else from a company's mail address. */
  readonly domainKey: string | null;
  readonly emailKey: string | null;
  /** One customer, over all their leads: `domain:acme.fi`, else `name:acme:FI`; `null` when neither is known. */
  readonly accountKey: string | null;
}

/** Recognises the customer of a lead, by the same keys as deal registrations. */
export function identify(company: Pick<LeadCompany, 'name' | 'website' | 'country'>, contact: Pick<LeadContact, 'email'>): LeadIdentity {
  const {domainKey, emailKey, nameKey, countryKey} = customerKeysOf({...company, email: contact.email});
  // A lead's tax identifier is not asked for. The same name in another country is another company more often than not.
  const accountKey = domainKey ? `domain:${domainKey}` : nameKey && countryKey ? `name:${nameKey}:${countryKey}` : null;
  return {domainKey, emailKey, accountKey};
}
