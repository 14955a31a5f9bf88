import type {DealContact, DealCustomer, DealLine} from '@portico/contract';
import {customerKeysOf} from '../claim-check/customer-key.rules.ts';
import {markedWordsOf, type SearchMark} from '../lead/search.rules.ts';
import type {DealChanges, HeldDeal} from './held-deal.queries.ts';

/** What vendor staff search, and what partners do. */
export const vendorDealMarks: readonly SearchMark[] = ['d', 'v'];
export const partnerDealMarks: readonly SearchMark[] = ['d'];

/** What a registration is found and its customer recognised by. */
export type DealFacts = Pick<HeldDeal, 'number' | 'external_id' | 'name'> & {readonly customer: DealCustomer; readonly contact: DealContact; readonly lines: readonly DealLine[]; readonly partnerName: string};

/** The columns that follow from what a registration says: keys of its customer and words to search. */
export function derivedColumnsOf({number, external_id, name, customer, contact, lines, partnerName}: DealFacts): Pick<DealChanges, 'domain_key' | 'tax_key' | 'name_key' | 'country_key' | 'email_key' | 'phone_key' | 'search_words'> {
  const {domainKey, taxKey, nameKey, countryKey, emailKey, phoneKey} = customerKeysOf({...customer, email: contact.email, phone: contact.phone});
  const {firstName, lastName, jobTitle, email, phone} = contact;
  const words = markedWordsOf({
    d: [number, name, ...Object.values(customer), firstName, lastName, jobTitle, email, phone, ...lines.map(({product}) => product)],
    v: [external_id, partnerName],
  });
  return {domain_key: domainKey, tax_key: taxKey, name_key: nameKey, country_key: countryKey, email_key: emailKey, phone_key: phoneKey, search_words: words};
}
