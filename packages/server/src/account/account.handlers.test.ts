import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Api, RouteInput} from '@portico/contract';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`accounts on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const acme = {externalId: 'crm-1', name: 'Acme Pumps Oy', website: 'https://www.acme.example/fi', domains: ['shop.acme-pumps.example', 'nonsense'], taxId: '1234567-8', country: 'FI', standing: 'existing_customer'} satisfies RouteInput<Api['accounts']['upsert']>['accounts'][number];

    it('are added, changed and left alone by their externalId', async () => {
      const tenant = await server.newTenant();
      const {client} = await tenant.vendorSession();
      assert.deepEqual(await client.accounts.upsert({accounts: [acme, {externalId: 'crm-2', name: 'Birch'}]}), {created: 2, updated: 0, unchanged: 0});
      const [first] = (await client.accounts.list({})).items;
      assert.deepEqual(first, {...acme, id: first?.id, updatedAt: first?.updatedAt});
      server.clock.advance({minutes: 1});
      assert.deepEqual(await client.accounts.upsert({accounts: [acme, {externalId: 'crm-2', name: 'Birch AB'}, {externalId: 'crm-3', name: 'Cedar'}]}), {created: 1, updated: 1, unchanged: 1});
      const names = (await client.accounts.list({})).items.map(({name, updatedAt}) => [name, updatedAt === first?.updatedAt]);
      assert.deepEqual(names, [['Acme Pumps Oy', true], ['Birch AB', false], ['Cedar', false]]);
      const keys = await tenant.inScope(({db}) => db.selectFrom('account').select(['domain_keys', 'tax_key', 'name_key']).where('external_id', '=', 'crm-1').execute());
      assert.deepEqual(keys, [{domain_keys: ['acme.example', 'acme-pumps.example'], tax_key: 'FI12345678', name_key: 'acme pumps'}]);
      const entries = await tenant.inScope(({db}) => db.selectFrom('audit_entry').select(['action', 'changes']).where('resource', '=', 'account').orderBy('audit_id').execute());
      assert.deepEqual(entries, [{action: 'upsert', changes: {created: 2, updated: 0, unchanged: 0}}, {action: 'upsert', changes: {created: 1, updated: 1, unchanged: 1}}]);
    });

    it('come a page at a time and by their words', async () => {
      const tenant = await server.newTenant();
      await tenant.client.accounts.upsert({accounts: Array.from({length: 30}, (_, n) => ({externalId: `crm-${n}`, name: `Company ${String(n).padStart(2, '0')}`}))});
      const page = await tenant.client.accounts.list({limit: 20});
      const rest = await tenant.client.accounts.list({limit: 20, cursor: page.page.next ?? ''});
      assert.deepEqual([...page.items, ...rest.items].map(({name}) => name), Array.from({length: 30}, (_, n) => `Company ${String(n).padStart(2, '0')}`));
      assert.deepEqual((await tenant.client.accounts.list({q: 'ANY 1'})).items.length, 10);
      assert.deepEqual((await tenant.client.accounts.list({q: 'crm-7'})).items.map(({name}) => name), ['Company 07']);
      assert.deepEqual((await tenant.client.accounts.list({q: '%'})).items, []);
    });

    it('are forgotten, and belong to one vendor', async () => {
      const [tenant, other] = [await server.newTenant(), await server.newTenant()];
      await tenant.client.accounts.upsert({accounts: [acme]});
      await other.client.accounts.upsert({accounts: [acme]});
      const [{id} = {id: ''}] = (await tenant.client.accounts.list({})).items;
      assert.equal(await refusalOf(other.client.accounts.get({id})), 'account_not_found');
      assert.equal(await refusalOf(other.client.accounts.delete({id})), 'account_not_found');
      assert.equal((await tenant.client.accounts.get({id})).name, acme.name);
      await tenant.client.accounts.delete({id});
      assert.equal(await refusalOf(tenant.client.accounts.get({id})), 'account_not_found');
      assert.equal((await other.client.accounts.list({})).items.length, 1);
    });

    it('are nothing for partners, and one externalId comes once', async () => {
      const tenant = await server.newTenant();
      const {client} = await tenant.partnerSession();
      assert.equal(await refusalOf(client.accounts.list({})), 'forbidden');
      assert.equal(await refusalOf(client.accounts.upsert({accounts: [acme]})), 'forbidden');
      await assert.rejects(tenant.client.accounts.upsert({accounts: [acme, {externalId: 'b', name: 'B'}, acme]}), (error: unknown) => {
        assert.match(JSON.stringify(error), /\/accounts\/2\/externalId/);
        return true;
      });
      assert.deepEqual((await tenant.client.accounts.list({})).items, []);
    });
  });
}
