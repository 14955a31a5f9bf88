import type {Account, Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {problem} from './problem.ts';

const byName: Order<Account> = {keyOf: account => account.name.toLowerCase(), ids: 'up'};

export const accountMocks: MockHandlers<Api['accounts']> = {
  list(input, {store}) {
    const words = input.q?.toLowerCase() ?? '';
    const found = store.data.accounts.values().filter(({name, website, domains, externalId, taxId}) => [name, website, externalId, taxId, ...domains].some(text => text?.toLowerCase().includes(words)));
    return pageOf(sortRows(found, byName), byName, input, input);
  },
  get({id}, {store}) {
    const account = store.data.accounts.get(id);
    if (!account) throw problem('account_not_found');
    return account;
  },
  upsert({accounts}, {store}) {
    const counts = {created: 0, updated: 0, unchanged: 0};
    const known = new Map(store.data.accounts.values().map(account => [account.externalId, account]));
    for (const wanted of accounts) {
      const before = known.get(wanted.externalId);
      const id = before?.id ?? store.newId('account');
      // The keys stand in the order of what was kept, so that equal ones read the same.
      const isSame = before !== undefined && JSON.stringify({...before, ...wanted}) === JSON.stringify(before);
      counts[before ? (isSame ? 'unchanged' : 'updated') : 'created']++;
      if (!isSame) known.set(wanted.externalId, store.data.accounts.set({id, ...wanted, updatedAt: store.now()}));
    }
    return counts;
  },
  delete({id}, {store}) {
    if (!store.data.accounts.get(id)) throw problem('account_not_found');
    store.data.accounts.delete(id);
    return undefined;
  },
};
