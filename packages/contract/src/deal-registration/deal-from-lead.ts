import type {LeadDetails} from '../lead/lead.schema.ts';
import type {DealContact, DealCustomer, DealLine} from './deal-customer.schema.ts';

/** What a lead already says of the deal that it becomes. */
export function dealFromLead({company, contact, products}: Pick<LeadDetails, 'company' | 'contact' | 'products'>): {customer: DealCustomer; contact: DealContact; lines: DealLine[]} {
  const {name, website, country, region, postalCode, city, street} = company;
  const {firstName, lastName, jobTitle, email, phone} = contact;
  return {
    customer: {name, website, taxId: null, country, region, postalCode, city, street, relationship: null},
    contact: {firstName, lastName, jobTitle, email, phone, consent: null},
    lines: products.map(product => ({product, quantity: 1, unitPrice: null, discountPercent: 0})),
  };
}
