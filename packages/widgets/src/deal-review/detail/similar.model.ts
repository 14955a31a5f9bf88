import type {Account, DealMatch, DealRegistration, SimilarDeal} from '@portico/contract';
import {siteName} from '../../base/site-link.ts';

/** One side of a comparison, as far as it is known; `undefined` where that kind has no such fact. */
export interface Side {
  readonly name: string | null;
  readonly website: string | null;
  readonly taxId: string | null;
  readonly country: string | null;
  readonly email: string | null | undefined;
  readonly phone: string | null | undefined;
  readonly products: readonly string[] | undefined;
  readonly amount: DealRegistration['estimatedAmount'] | undefined;
  readonly partner: string | null | undefined;
  readonly submittedAt: string | null | undefined;
  readonly status: string;
}

/** What the other one is known to be: itself, or only what the list of similar ones says. */
export type Other = {readonly deal: DealRegistration} | {readonly account: Account} | undefined;

export function sideOfDeal(deal: DealRegistration): Side {
  const {customer, contact, lines, estimatedAmount, partnerOrg, submittedAt, status} = deal;
  return {
    name: customer.name,
    website: customer.website && siteName(customer.website),
    taxId: customer.taxId,
    country: customer.country,
    email: contact.email,
    phone: contact.phone,
    products: [...new Set(lines.map(({product}) => product))],
    amount: estimatedAmount,
    partner: partnerOrg.name,
    submittedAt,
    status,
  };
}

export function sideOfOther(similar: SimilarDeal, other: Other): Side {
  if (other && 'deal' in other) return sideOfDeal(other.deal);
  const nothing = {email: undefined, phone: undefined, amount: undefined};
  if (other) {
    const {name, website, domains, taxId, country, standing} = other.account;
    return {...nothing, name, website: [...new Set([website && siteName(website), ...domains])].filter(Boolean).join(', ') || null, taxId, country, products: undefined, partner: undefined, submittedAt: undefined, status: standing};
  }
  const {customerName, partnerName, products, submittedAt, status, kind} = similar;
  const isAccount = kind === 'account';
  return {...nothing, name: customerName, website: null, taxId: null, country: null, products: isAccount ? undefined : products, partner: isAccount ? undefined : partnerName, submittedAt: isAccount ? undefined : submittedAt, status};
}

/** The rows of a comparison, and which matches mark each. */
export const comparedFacts = {
  name: ['name_and_country', 'similar_name', 'external_id'],
  website: ['domain'],
  taxId: ['tax_id'],
  country: ['name_and_country'],
  email: ['contact_email'],
  phone: ['contact_phone'],
  products: [],
  amount: [],
  partner: [],
  submittedAt: [],
  status: [],
} as const satisfies Record<keyof Side, readonly DealMatch[]>;

/** How much earlier one side was submitted: milliseconds above zero when this one was first; `undefined` where one was not submitted. */
export function leadOf(mine: Side, other: Side): number | undefined {
  if (!mine.submittedAt || !other.submittedAt) return undefined;
  return Date.parse(other.submittedAt) - Date.parse(mine.submittedAt);
}
