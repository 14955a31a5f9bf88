import type {DealMatch} from '@portico/contract';
import type {CustomerKeys} from './customer-key.rules.ts';

/** How sure it is that two records are one customer. */
export type Certainty = 'certain' | 'likely' | 'possible';

/** From here on two names in one country are likely the same company. Similarity as pg_trgm counts it, 0 to 1. */
export const likelySimilarity = 0.9;
/** From here on names in one country look alike, as in 0009-similar-names.sql; in different countries they have to be nearly the same. */
const similarEnough = 0.6;

/** What a record is recognised by; an account may have several domains. */
export interface RecordKeys {
  readonly domainKeys: readonly string[];
  readonly taxKey: string | null;
  readonly nameKey: string | null;
  readonly countryKey: string | null;
  readonly emailKey: string | null;
  readonly phoneKey: string | null;
  readonly externalId: string | null;
  /** Of its name to the one looked for. */
  readonly similarity: number;
}

/**
 * What a record has in common with the customer looked for, and how sure that is: a domain or tax identifier in common is certain, a name that is nearly the same in
 * one country is likely, all else possible.
 *
 * @returns `null` when they have nothing in common.
 */
export function compareCustomers(sought: CustomerKeys & {readonly externalId?: string | null}, found: RecordKeys): {readonly matches: DealMatch[]; readonly certainty: Certainty} | null {
  const same = (a: string | null | undefined, b: string | null): boolean => Boolean(a) && a === b;
  const isCountrySame = same(sought.countryKey, found.countryKey);
  const isNameSame = same(sought.nameKey, found.nameKey);
  const matches: DealMatch[] = [];
  if (sought.domainKey !== null && found.domainKeys.includes(sought.domainKey)) matches.push('domain');
  if (same(sought.taxKey, found.taxKey)) matches.push('tax_id');
  if (isNameSame && isCountrySame) matches.push('name_and_country');
  else if (isNameSame || found.similarity >= (isCountrySame || !sought.countryKey || !found.countryKey ? similarEnough : likelySimilarity)) matches.push('similar_name');
  if (same(sought.emailKey, found.emailKey)) matches.push('contact_email');
  if (same(sought.phoneKey, found.phoneKey)) matches.push('contact_phone');
  if (same(sought.externalId, found.externalId)) matches.push('external_id');
  if (matches.length === 0) return null;
  if (matches.includes('domain') || matches.includes('tax_id')) return {matches, certainty: 'certain'};
  const isLikely = isCountrySame && (isNameSame || found.similarity >= likelySimilarity) && !isOther(sought, found);
  return {matches, certainty: isLikely ? 'likely' : 'possible'};
}

/** Two domains or tax identifiers that differ speak against one name: there is more than one Smith & Sons. */
function isOther(sought: CustomerKeys, found: RecordKeys): boolean {
  const isTaxOther = sought.taxKey !== null && found.taxKey !== null && sought.taxKey !== found.taxKey;
  const isDomainOther = sought.domainKey !== null && found.domainKeys.length > 0 && !found.domainKeys.includes(sought.domainKey);
  return isTaxOther || isDomainOther;
}

/** Whether two registrations have a product in common; none named stands for all. */
export function productsOverlap(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some(product => b.includes(product));
}

/** From when and until when a registration stands in others' way, as ISO text; `until` is `null` without an end. */
export interface Standing {
  readonly from: string;
  readonly until: string | null;
}

/** Whether two of them stand at one time; an end is not part of it. */
export function timesOverlap(a: Standing, b: Standing): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}
