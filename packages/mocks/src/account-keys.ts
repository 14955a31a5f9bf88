import type {Account} from '@portico/contract';
import {customerKeysOf, domainOf, type CustomerKeys} from './customer-keys.ts';

const known = new WeakMap<Account, CustomerKeys[]>();

/** The keys of an account, once for each of its domains. */
export function accountKeysOf(account: Account): CustomerKeys[] {
  let keys = known.get(account);
  if (!keys) {
    const own = customerKeysOf(account, {email: null, phone: null});
    keys = [own, ...account.domains.map(domain => ({...own, domain: domainOf(domain)}))];
    known.set(account, keys);
  }
  return keys;
}
