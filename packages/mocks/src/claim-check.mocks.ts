import type {Api, ClaimCheck} from '@portico/contract';
import {accountKeysOf} from './account-keys.ts';
import {customerKeysOf, type CustomerKeys} from './customer-keys.ts';
import {certaintyOf, isProtected, keysOf, matchesOf, overlap, claimedProducts, rivalsOf} from './deal-queue.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {problem} from './problem.ts';

const hourMs = 3_600_000;

export const claimCheckMocks: MockHandlers<Api['claimChecks']> = {
  create({website, name, country, taxId, email, phone, products, dealRegistrationId}, scope) {
    const {store} = scope;
    const keys = customerKeysOf({website: website ?? null, name: name ?? null, country: country ?? null, taxId: taxId ?? null}, {email: email ?? null, phone: phone ?? null});
    if (!keys.domain && !keys.tax && !keys.email && !(keys.name && keys.country)) throw problem('claim_incomplete');
    limit(scope);
    const full = answerTo(scope, keys, products, dealRegistrationId ?? null);
    const isCoarse = store.data.program.dealPolicy.claimAnswers === 'coarse' && full !== 'clear' && full !== 'your_own';
    return {answer: isCoarse ? 'possible_conflict' : full, domain: keys.domain};
  },
};

function answerTo({store, viewer}: Scope, keys: CustomerKeys, products: readonly string[], ownId: string | null): ClaimCheck['answer'] {
  const rivals = rivalsOf(store, keys, products, ownId);
  if (rivals.some(({partnerOrgId}) => partnerOrgId === viewer.partnerOrgId)) return 'your_own';
  if (rivals.some(isProtected)) return 'protected_by_other';
  const accounts = store.data.accounts.values().flatMap(account => {
    const certainties = accountKeysOf(account).map(each => certaintyOf(matchesOf(keys, each)));
    const matches = accountKeysOf(account).some(each => matchesOf(keys, each).length > 0);
    return matches ? [{account, isCertain: certainties.includes('certain')}] : [];
  });
  const certain = accounts.filter(({isCertain}) => isCertain).map(({account}) => account.standing);
  if (certain.includes('direct_sales_active')) return 'direct_sales_active';
  if (certain.includes('existing_customer')) return 'existing_customer';
  const isLikelyAccount = accounts.some(({account}) => account.standing !== 'prospect');
  return rivals.length > 0 || isLikelyAccount || resembles({store, viewer}, keys, products, ownId) ? 'possible_conflict' : 'clear';
}

/** Whether somebody else's protected deal has a similar customer. */
function resembles({store, viewer}: Scope, keys: CustomerKeys, products: readonly string[], ownId: string | null): boolean {
  return store.data.deals
    .values()
    .some(deal => isProtected(deal) && deal.id !== ownId && deal.partnerOrgId !== viewer.partnerOrgId && overlap(products, claimedProducts(deal)) && matchesOf(keys, keysOf(deal)).length > 0);
}

/** Nobody reads the customer list out of this. */
function limit({store, viewer}: Scope): void {
  const now = store.clock.now();
  const person = viewer.person?.id ?? '';
  const recent = (store.claimChecks.get(person) ?? []).filter(at => at > now - hourMs);
  if (recent.length >= store.data.program.dealPolicy.claimChecksPerHour) throw problem('rate_limited', {retryAfterS: Math.ceil(((recent[0] ?? now) + hourMs - now) / 1000)});
  store.claimChecks.set(person, [...recent, now]);
}
