import type {DealContact, DealCustomer} from '@portico/contract';

/** What a customer is recognised by; `null` where it is not known. */
export interface CustomerKeys {
  readonly domain: string | null;
  readonly tax: string | null;
  readonly name: string | null;
  readonly country: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Second labels under which whole countries register their companies. */
const publicSecondLabels = new Set(['co', 'com', 'ac', 'org', 'net', 'gov', 'edu', 'or', 'ne']);
const legalForms = /(?:\b(?:gmbh|mbh|ag|kg|kgaa|ohg|oy|oyj|ab|as|asa|aps|ltd|limited|llc|inc|corp|co|plc|sa|sarl|srl|spa|bv|nv|fze|kk|jsc|tnhh)\b|有限公司|株式会社|công ty|cổ phần)/gu;
const publicMail = new Set(['gmail.com', 'outlook.com', 'hotmail.com', 'yahoo.com', 'icloud.com', 'gmx.de', 'qq.com', '163.com']);

/** The keys of a customer; simpler than the server's, which knows every public suffix and legal form. */
export function customerKeysOf({website, name, taxId, country}: Pick<DealCustomer, 'website' | 'name' | 'taxId' | 'country'>, {email, phone}: Pick<DealContact, 'email' | 'phone'>): CustomerKeys {
  const mailDomain = email?.split('@')[1]?.toLowerCase() ?? null;
  return {
    domain: domainOf(website) ?? (mailDomain && !publicMail.has(mailDomain) ? registrable(mailDomain) : null),
    tax: orNull((taxId ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')),
    name: orNull((name ?? '').normalize('NFKC').toLowerCase().replace(/[.,&()]/g, ' ').replace(legalForms, ' ').replace(/[^\p{L}\p{N}]+/gu, '')),
    country: country ?? null,
    email: email?.toLowerCase() ?? null,
    phone: orNull((phone ?? '').replace(/[^\d+]/g, '')),
  };
}

/** What is certain about a customer: one registration of each may be protected. */
export function protectionKeysOf({domain, tax, name, country}: CustomerKeys): string[] {
  const certain = [...(domain ? [`domain:${domain}`] : []), ...(tax ? [`tax:${tax}`] : [])];
  return certain.length === 0 && name && country ? [`name:${name}:${country}`] : certain;
}

/** The registrable domain of a website as people write it, or `null`. */
export function domainOf(website: string | null | undefined): string | null {
  if (!website) return null;
  try {
    const {hostname} = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(website) ? website : `https://${website}`);
    return hostname.includes('.') && !/^[\d.]+$/.test(hostname) ? registrable(hostname) : null;
  } catch {
    return null;
  }
}

function registrable(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const [second = ''] = labels.slice(-2);
  return labels.slice(publicSecondLabels.has(second) && labels.length > 2 ? -3 : -2).join('.');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
