import type {LeadCompany, LeadContact} from '@portico/contract';
import {getDomain} from 'tldts';
import {isPublicMailDomain} from './public-mail-domains.ts';

/** By what a lead is recognised. */
export interface LeadIdentity {
  /** Registrable domain of the customer, from the website, else from a company's mail address. */
  readonly domainKey: string | null;
  readonly emailKey: string | null;
  /** One customer, over all their leads: `domain:acme.fi`, else `name:acme:FI`; `null` when neither is known. */
  readonly accountKey: string | null;
}

/** Recognises the customer of a lead. */
export function identify(company: Pick<LeadCompany, 'name' | 'website' | 'country'>, contact: Pick<LeadContact, 'email'>): LeadIdentity {
  const emailKey = contact.email?.toLowerCase() ?? null;
  const domainKey = domainOf(company.website) ?? companyMailDomainOf(emailKey);
  return {domainKey, emailKey, accountKey: domainKey ? `domain:${domainKey}` : nameKeyOf(company)};
}

function domainOf(website: string | null): string | null {
  if (!website) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(website) ? website : `https://${website}`;
  // The URL parser turns international names into their ASCII form, so that both spellings are one customer.
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return registrable(host);
}

function companyMailDomainOf(email: string | null): string | null {
  const domain = email ? registrable(email.slice(email.lastIndexOf('@') + 1)) : null;
  return domain && !isPublicMailDomain(domain) ? domain : null;
}

function registrable(host: string): string | null {
  const domain = getDomain(host, {allowPrivateDomains: true});
  return domain ? domain.toLowerCase() : null;
}

// Legal forms say how a company is registered, and people leave them out when they type.
const legalForms = new Set(['inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'llc', 'llp', 'ltd', 'limited', 'plc', 'gmbh', 'ag', 'kg', 'ohg', 'ug', 'se', 'oy', 'oyj', 'ab', 'as', 'asa', 'aps', 'bv', 'nv', 'sa', 'sas', 'sarl', 'srl', 'spa', 'sl', 'kk', 'pty', 'pte']);

function nameKeyOf({name, country}: Pick<LeadCompany, 'name' | 'country'>): string | null {
  // The same name in another country is another company more often than not.
  if (!name || !country) return null;
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[.'’]/g, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop();
  return words.length > 0 ? `name:${words.join(' ')}:${country}` : null;
}
