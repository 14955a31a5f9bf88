import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

const accounts = [
  {externalId: 'c-1', name: 'Åland Ferries Ab', website: 'https://www.ferries.example', domains: ['ferry.example'], taxId: 'FI11111118', country: 'FI', standing: 'existing_customer' as const},
  {externalId: 'c-2', name: 'Baltic Crane Oü', country: 'EE'},
];

export function accountSuite(backend: () => Backend): void {
  it('is kept current by its externalId', async () => {
    const {key, vendor} = await backend().newStage();
    assert.deepEqual(await key.accounts.upsert({accounts}), {created: 2, updated: 0, unchanged: 0});
    assert.deepEqual(await key.accounts.upsert({accounts}), {created: 0, updated: 0, unchanged: 2});
    assert.deepEqual(await vendor.accounts.upsert({accounts: [{externalId: 'c-2', name: 'Baltic Cranes Oü', country: 'EE', standing: 'direct_sales_active'}]}), {created: 0, updated: 1, unchanged: 0});
    const [found] = (await vendor.accounts.list({q: 'baltic'})).items;
    assert.deepEqual([found?.externalId, found?.name, found?.standing], ['c-2', 'Baltic Cranes Oü', 'direct_sales_active']);
    assert.deepEqual(await vendor.accounts.get({id: found?.id ?? ''}), found);
  });

  it('is forgotten, and never shown to partners', async () => {
    const {key, vendor, partner} = await backend().newStage();
    await key.accounts.upsert({accounts});
    const {items} = await vendor.accounts.list({});
    assert.equal(items.length, 2);
    await refuses('forbidden', partner.accounts.list({}));
    const id = items[0]?.id ?? '';
    await vendor.accounts.delete({id});
    await refuses('account_not_found', vendor.accounts.get({id}));
    await refuses('account_not_found', vendor.accounts.delete({id}));
    assert.equal((await vendor.accounts.list({})).items.length, 1);
  });
}
