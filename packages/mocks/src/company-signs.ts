import type {CompanySigns} from '@portico/contract/points-check-rules';
import {customerKeysOf, domainOf} from './customer-keys.ts';
import type {EventRow} from './standing.ts';
import type {Store} from './store.ts';
import {brandOf} from './partner-brand.ts';

const nobody = {website: null, name: null, taxId: null, country: null};

/** By what the customer of an event is recognised; `null` where nothing is known of it. */
export function customerSigns({data}: Store, {entityId, facts}: Pick<EventRow, 'entityId' | 'facts'>): CompanySigns | null {
  const deal = data.deals.get(entityId ?? '');
  const written = facts.customer ?? null;
  if (!deal) return written === null ? null : {names: known(written), domains: known(domainOf(written)), emailDomains: [], phones: [], taxIds: [], people: []};
  const {customer, contact} = deal;
  const keys = customerKeysOf(customer, {email: contact.email, phone: contact.phone});
  const person = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return {names: known(customer.name, keys.name), domains: known(keys.domain), emailDomains: known(mailDomain(contact.email)), phones: known(keys.phone), taxIds: known(keys.tax), people: known(person || null, keys.email)};
}

/** By what a partner is recognised: as it is written down, as it shows itself, and by its people. */
export function partnerSigns(store: Store, partnerOrgId: string): CompanySigns {
  const org = store.data.partnerOrgs.get(partnerOrgId);
  const {email, phone, website, displayName} = brandOf(store, partnerOrgId);
  const people = store.data.people.values().filter(({memberships}) => memberships.some(each => each.partnerOrgId === partnerOrgId));
  return {
    names: known(org?.name, displayName, customerKeysOf({...nobody, name: org?.name ?? null}, {email: null, phone: null}).name),
    domains: known(org?.website, domainOf(org?.website), domainOf(website)),
    emailDomains: known(mailDomain(email), ...people.map(person => mailDomain(person.email))),
    phones: known(customerKeysOf(nobody, {email: null, phone}).phone),
    taxIds: [],
    people: known(...people.flatMap(person => [person.name, person.email])),
  };
}

function mailDomain(email: string | null): string | null {
  return customerKeysOf(nobody, {email, phone: null}).domain;
}

function known(...texts: readonly (string | null | undefined)[]): string[] {
  return texts.filter(text => typeof text === 'string');
}
