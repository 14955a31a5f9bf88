import {getDomain} from 'tldts';
import {isPublicMailDomain} from './public-mail-domains.data.ts';

/** Where anybody has a page or a mailbox: such an address says nothing about the company. */
const sharedSites = new Set([
  'facebook.com', 'fb.com', 'instagram.com', 'linkedin.com', 'twitter.com', 'x.com', 'tiktok.com', 'youtube.com', 'xing.com', 'wa.me', 't.me', 'linktr.ee', 'bit.ly', 'goo.gl', 'vk.com', 'zalo.me', 'gmail.com', 'googlemail.com', 'hotmail.com',
]);

/**
 * The registrable domain of a website, so that all its sub-domains and spellings are one: `https://www.Shop.Acme.co.uk/x` is `acme.co.uk`.
 *
 * @param website - As a person writes it, with or without a scheme; a mail address counts by its domain.
 * @returns In the ASCII form of the DNS, or `null` for addresses, nonsense and sites that everybody shares.
 */
export function domainKeyOf(website: string | null): string | null {
  if (!website) return null;
  const text = website.trim();
  if (/^(mailto:)?[^\s/@]+@[^\s/@]+$/i.test(text)) return companyMailDomainOf(text);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
  // The URL parser turns international names into their ASCII form, so that both spellings are one customer.
  const domain = registrable(URL.canParse(address) ? new URL(address).hostname : '');
  return domain && !sharedSites.has(domain) ? domain : null;
}

/** The domain of a company's mail address; `null` for providers that anybody uses. */
export function companyMailDomainOf(email: string | null): string | null {
  const host = email ? `https://${email.slice(email.lastIndexOf('@') + 1)}` : '';
  const domain = URL.canParse(host) ? registrable(new URL(host).hostname) : null;
  return domain && !isPublicMailDomain(domain) && !sharedSites.has(domain) ? domain : null;
}

function registrable(host: string): string | null {
  return getDomain(host, {allowPrivateDomains: true})?.toLowerCase() ?? null;
}
