import {companyMailDomainOf, domainKeyOf} from './domain-key.rules.ts';
import {nameKeyOf} from './name-key.rules.ts';
import {phoneKeyOf} from './phone-key.rules.ts';
import {taxKeyOf} from './tax-key.rules.ts';

/** What is known of a customer, as people wrote it. */
export interface CustomerFacts {
  readonly name?: string | null | undefined;
  readonly website?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  /** Two letters of ISO 3166. */
  readonly country?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

/** By what a customer is recognised, however it is written; `null` for what is not known. The same in tables of registrations and accounts. */
export interface CustomerKeys {
  /** Registrable domain of the website, else of a company's mail address. */
  readonly domainKey: string | null;
  /** Tax identifier with its country: `FI12345678`. */
  readonly taxKey: string | null;
  /** Name without legal forms; compared within one country. */
  readonly nameKey: string | null;
  readonly countryKey: string | null;
  readonly emailKey: string | null;
  /** `+358…` */
  readonly phoneKey: string | null;
}

/** Recognises a customer. */
export function customerKeysOf({name, website, taxId, country, email, phone}: CustomerFacts): CustomerKeys {
  const countryKey = country?.toUpperCase() || null;
  const emailKey = email?.trim().toLowerCase() || null;
  return {
    domainKey: domainKeyOf(website ?? null) ?? companyMailDomainOf(emailKey),
    taxKey: taxKeyOf(taxId ?? null, countryKey),
    nameKey: nameKeyOf(name ?? null),
    countryKey,
    emailKey,
    phoneKey: phoneKeyOf(phone ?? null, countryKey),
  };
}

/**
 * What a protection holds of a customer: the certain keys, `domain:acme.fi` and `tax:FI12345678`; `name:acme:FI` only where neither is known. Without any of them
 * nothing is protected.
 */
export function protectionKeysOf({domainKey, taxKey, nameKey, countryKey}: CustomerKeys): string[] {
  const certain = [...(domainKey ? [`domain:${domainKey}`] : []), ...(taxKey ? [`tax:${taxKey}`] : [])];
  // The same name in another country is another company more often than not.
  return certain.length === 0 && nameKey && countryKey ? [`name:${nameKey}:${countryKey}`] : certain;
}
