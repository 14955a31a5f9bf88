import {dealTabOf, type DealLine, type DealMatch} from '@portico/contract';
import {customerKeysOf, protectionKeysOf, type CustomerKeys} from './customer-keys.ts';
import type {DealRow} from './deal-rows.ts';
import type {Store} from './store.ts';

const known = new WeakMap<DealRow, CustomerKeys>();

/** The keys of a registration's customer. A row is never changed in place, so that they are worked out once. */
export function keysOf(deal: DealRow): CustomerKeys {
  let keys = known.get(deal);
  if (!keys) known.set(deal, (keys = customerKeysOf(deal.customer, deal.contact)));
  return keys;
}

/** What a registration is about; without lines it stands for all products. */
export function productsOf({lines}: {readonly lines: readonly DealLine[]}): string[] {
  return [...new Set(lines.map(({product}) => product))];
}

/** Whether two sets of products have one in common; an empty one stands for all. */
export function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some(product => b.includes(product));
}

export function isProtected({status}: DealRow): boolean {
  return dealTabOf(status) === 'protected';
}

export function isInReview({status}: DealRow): boolean {
  return dealTabOf(status) === 'in_review';
}

/** What a registration protects, or would protect. */
export function claimedProducts(deal: DealRow): readonly string[] {
  return isProtected(deal) ? deal.protectedProducts : productsOf(deal);
}

/** Registrations that wait or are protected with one of these certain keys and a product in common; the first in the queue first. */
export function rivalsOf(store: Store, keys: CustomerKeys, products: readonly string[], exceptId: string | null): DealRow[] {
  const index = openByKey(store);
  const found = new Set(protectionKeysOf(keys).flatMap(key => index.get(key) ?? []));
  return [...found].filter(deal => deal.id !== exceptId && overlap(products, claimedProducts(deal)) && !isShared(store, deal.id, exceptId)).sort((a, b) => Number(isProtected(b)) - Number(isProtected(a)) || (a.queueNumber ?? 0) - (b.queueNumber ?? 0));
}

/** Whether people decided that two registrations share a deal: then neither is ahead of the other. */
function isShared(store: Store, one: string, other: string | null): boolean {
  return store.data.conflicts.values().some(({resolution, firstId, secondId}) => resolution === 'split' && ((firstId === one && secondId === other) || (firstId === other && secondId === one)));
}

/** Whether somebody registered this customer and these products earlier, or has won what this one waits for; `null` unless the registration waits. */
export function standingOf(store: Store, deal: DealRow): 'first' | 'behind' | null {
  if (!isInReview(deal)) return null;
  const ahead = isTaken(store, deal) || rivalsOf(store, keysOf(deal), productsOf(deal), deal.id).some(other => isProtected(other) || (other.queueNumber ?? 0) < (deal.queueNumber ?? 0));
  return ahead ? 'behind' : 'first';
}

/** Whether what a registration waits for was won by another while it stood in line. */
function isTaken(store: Store, deal: DealRow): boolean {
  const won = store.remember('won deals by key', () => byKey(store, ({closesQueueTo, status}) => status === 'won' && closesQueueTo !== null));
  return protectionKeysOf(keysOf(deal)).some(key => won.get(key)?.some(other => other.id !== deal.id && isClosedTo(other, deal) && !isShared(store, other.id, deal.id) && overlap(productsOf(deal), productsOf(other))));
}

/** Whether a registration stood in line when another was won. */
export function isClosedTo({closesQueueTo: last}: DealRow, {queueNumber: place}: DealRow): boolean {
  return last !== null && place !== null && place <= last;
}

/** The protected registration of the same opportunity. */
export function protectedRival(store: Store, deal: DealRow, products: readonly string[] = productsOf(deal)): DealRow | undefined {
  return rivalsOf(store, keysOf(deal), products, deal.id).find(isProtected);
}

/** What two customers have in common. */
export function matchesOf(a: CustomerKeys, b: CustomerKeys): DealMatch[] {
  const matches: DealMatch[] = [];
  const same = (key: keyof CustomerKeys) => a[key] !== null && a[key] === b[key];
  if (same('domain')) matches.push('domain');
  if (same('tax')) matches.push('tax_id');
  if (same('name') && same('country')) matches.push('name_and_country');
  else if (a.name && b.name && isSimilar(a.name, b.name)) matches.push('similar_name');
  if (same('email')) matches.push('contact_email');
  if (same('phone')) matches.push('contact_phone');
  return matches;
}

/** How sure it is that two customers are one. */
export function certaintyOf(matches: readonly DealMatch[]): 'certain' | 'likely' | 'possible' {
  if (matches.includes('domain') || matches.includes('tax_id')) return 'certain';
  return matches.includes('name_and_country') || matches.includes('similar_name') ? 'likely' : 'possible';
}

/** Share of the three-letter pieces that two names have in common, as pg_trgm counts it, from a half on. */
function isSimilar(a: string, b: string): boolean {
  const [pieces, others] = [trigrams(a), trigrams(b)];
  const shared = [...pieces].filter(piece => others.has(piece)).length;
  return shared / (pieces.size + others.size - shared) >= 0.5;
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({length: padded.length - 2}, (_, index) => padded.slice(index, index + 3)));
}

function openByKey(store: Store): Map<string, DealRow[]> {
  return store.remember('open deals by key', () => byKey(store, deal => isProtected(deal) || isInReview(deal)));
}

function byKey(store: Store, isKept: (deal: DealRow) => boolean): Map<string, DealRow[]> {
  const index = new Map<string, DealRow[]>();
  for (const deal of store.data.deals.values()) {
    if (!isKept(deal)) continue;
    for (const key of protectionKeysOf(keysOf(deal))) index.set(key, [...(index.get(key) ?? []), deal]);
  }
  return index;
}
