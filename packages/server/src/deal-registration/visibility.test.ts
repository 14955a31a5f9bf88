import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf, refusalsOf} from '../testing/lead-programme.ts';
import type {TestClient} from '../testing/test-client.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const foreign = '0193a0c0-0000-7000-8000-00000000dead';

/** Every route of one registration that a partner may call, by id. */
function callsOf({dealRegistrations: deals}: TestClient, id: string): Record<string, () => Promise<unknown>> {
  const target = {id, version: 1};
  return {
    get: () => deals.get({id}),
    update: () => deals.update({...target, name: 'Mine'}),
    submit: () => deals.submit(target),
    recall: () => deals.recall(target),
    revise: () => deals.revise(target),
    withdraw: () => deals.withdraw({...target, reason: 'other'}),
    reassign: () => deals.reassign({...target, ownerId: foreign}),
    setStage: () => deals.setStage({...target, stage: 'proposal'}),
    win: () => deals.win(target),
    lose: () => deals.lose({...target, reason: 'price'}),
  };
}

for (const database of databaseKinds) {
  describe(`who sees a deal on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const idsOf = async (client: TestClient) => (await client.dealRegistrations.list({limit: 100})).items.map(({id}) => id).toSorted();
    const openOf = async (client: TestClient) => {
      const {draft, in_review, protected: guarded, closed} = await client.dealRegistrations.counts({});
      return draft + in_review + guarded + closed;
    };

    it('is decided the same for lists, counts, single reads and acts', async () => {
      const programme = await dealProgramme(server, {partners: 0});
      const {tenant} = programme;
      const managerId = await tenant.newPerson({name: 'Manager', roles: ['channel_manager']});
      const above = await programme.newPartner({name: 'Distributor'});
      const reseller = await programme.newPartner({name: 'Reseller', partnership: {managerId}});
      const stranger = await programme.newPartner({name: 'Stranger'});
      await tenant.inScope(async ({db}) => {
        await db.updateTable('partner_org').set({type: 'distributor'}).where('partner_org_id', '=', above.partnerOrgId).execute();
        await db.updateTable('partner_org').set({parent_id: above.partnerOrgId}).where('partner_org_id', '=', reseller.partnerOrgId).execute();
      });
      const personAt = async (partnerOrgId: string, roles: readonly ['sales_rep'] | readonly ['distributor_user'] | readonly ['org_admin']) => tenant.partnerSession({partnerOrgId, roles});
      const [ben, cleo] = [await personAt(reseller.partnerOrgId, ['sales_rep']), await personAt(reseller.partnerOrgId, ['sales_rep'])];
      const distributorUser = await personAt(above.partnerOrgId, ['distributor_user']);
      const distributorRep = await personAt(above.partnerOrgId, ['sales_rep']);
      const manager = (await tenant.vendorSession({personId: managerId})).client;
      const otherManager = (await tenant.vendorSession({roles: ['channel_manager']})).client;

      const draft = (await programme.draft(ben.client)).id;
      const shared = (await programme.submitted(ben.client)).id;
      const hidden = (await programme.submitted(cleo.client, {hideFromDistributor: true})).id;
      const forReseller = (await distributorUser.client.dealRegistrations.create({partnerOrgId: reseller.partnerOrgId, name: 'Through us', hideFromDistributor: true})).id;
      const onBehalf = (await programme.vendor.dealRegistrations.create({partnerOrgId: reseller.partnerOrgId, name: 'By the vendor'})).id;

      const all = [draft, shared, hidden, forReseller, onBehalf];
      const expected: [string, TestClient, string[]][] = [
        ['the partner', reseller.client, all],
        ['a rep', ben.client, [draft, shared]],
        ['another rep', cleo.client, [hidden]],
        ['a user at the distributor', distributorUser.client, [shared, forReseller]],
        ['who leads the distributor', above.client, [shared, forReseller]],
        ['a rep of the distributor', distributorRep.client, []],
        ['another partner', stranger.client, []],
        ['the vendor', programme.vendor, [shared, hidden, onBehalf]],
        ['a key', tenant.client, [shared, hidden, onBehalf]],
        ['its channel manager', manager, [shared, hidden, onBehalf]],
        ['another channel manager', otherManager, []],
      ];
      for (const [who, client, visible] of expected) {
        assert.deepEqual(await idsOf(client), visible.toSorted(), who);
        assert.equal(await openOf(client), visible.length, who);
        for (const id of all) assert.equal(await refusalOf(client.dealRegistrations.get({id})), visible.includes(id) ? null : 'deal_registration_not_found', who);
      }
      const [drafted] = (await above.client.dealRegistrations.list({status: ['draft']})).items;
      assert.deepEqual([drafted?.hideFromDistributor, drafted?.actions, drafted?.openChanges], [false, ['update', 'submit', 'withdraw'], []]);
      assert.deepEqual((await above.client.dealRegistrations.get({id: shared})).actions, [], 'a distributor reads what it did not start');
      assert.equal(await refusalOf(above.client.dealRegistrations.withdraw({id: shared, version: 2, reason: 'other'})), 'forbidden');
      assert.equal((await programme.vendor.dealRegistrations.get({id: shared})).review !== null, true);
      assert.equal((await reseller.client.dealRegistrations.get({id: shared})).review, null);
      assert.deepEqual((await reseller.client.dealRegistrations.list({reviewer: 'nobody'})).items, [], 'who reviews is not the partner’s to find out');
      assert.equal(await refusalOf(stranger.client.dealRegistrations.create({partnerOrgId: reseller.partnerOrgId})), 'partner_org_not_found');
      assert.equal(await refusalOf(above.client.dealRegistrations.create({partnerOrgId: stranger.partnerOrgId})), 'partner_org_not_found');
      assert.equal(await refusalOf(otherManager.dealRegistrations.create({partnerOrgId: reseller.partnerOrgId})), 'forbidden');
    });

    it('cannot be told by one who does not from a deal that is not there', async () => {
      const programme = await dealProgramme(server);
      const [owner, stranger] = [dealPartnerAt(programme, 0), dealPartnerAt(programme, 1)];
      const acme = {customer: {name: 'Acme', website: 'acme.example', country: 'FI'}, externalId: 'crm-1'};
      const draft = await programme.draft(owner.client, acme);
      const approved = await programme.approved(owner.client);
      for (const {id} of [draft, approved]) {
        for (const [name, call] of Object.entries(callsOf(stranger.client, id))) assert.equal(await refusalOf(call()), 'deal_registration_not_found', name);
        const read = async (wanted: string) => {
          const answer = await server.send(`/v1/deal-registrations/${wanted}`, {headers: {Authorization: `Bearer ${stranger.token}`}});
          const headers = [...answer.headers].filter(([name]) => !['x-request-id', 'ratelimit', 'date', 'server-timing'].includes(name)).toSorted();
          const {instance: _, requestId: __, ...body} = (await answer.json()) as Record<string, unknown>;
          return JSON.stringify([answer.status, headers, body]);
        };
        assert.equal(await read(id), await read(foreign));
      }
      // Neither an identifier of their own, nor a search, nor a filter tells that another partner has it.
      assert.equal((await programme.draft(stranger.client, {...acme})).status, 'draft');
      assert.equal(await refusalOf(programme.draft(owner.client, acme)), 'external_id_taken');
      assert.deepEqual((await stranger.client.dealRegistrations.list({q: 'DR-000001', partnerOrgId: owner.partnerOrgId})).items, []);
      assert.deepEqual(await refusalsOf(stranger.client.dealRegistrations.list({owner: owner.personId}), stranger.client.dealRegistrations.counts({partnerOrgId: owner.partnerOrgId})), [null]);
      const heard = await programme.tenant.inScope(({db}) => db.selectFrom('change_event').select('partner_org_id').where('resource_id', 'in', [draft.id, approved.id]).distinct().execute());
      assert.deepEqual(heard.flatMap(({partner_org_id}) => partner_org_id ?? []), [owner.partnerOrgId]);
    });

    it('is found by its words, those of the partner’s name by the vendor alone', async () => {
      const programme = await dealProgramme(server, {partners: 0});
      const partner = await programme.newPartner({name: 'Zebra Systems'});
      const {id} = await programme.submitted(partner.client, {name: 'Cameras for the dryer', customer: {name: 'Käpylä Oy', website: 'kapyla.example', country: 'FI'}, contact: {lastName: 'Nguyễn', email: 'a@kapyla.example'}});
      const found = async (client: TestClient, q: string) => (await client.dealRegistrations.list({q})).items.length;
      for (const q of ['kapyla', 'KÄPYLÄ oy', 'DR-000001', 'camera dry', 'nguyen', 'vision']) assert.deepEqual([q, await found(partner.client, q), await found(programme.vendor, q)], [q, 1, 1]);
      assert.deepEqual([await found(partner.client, 'zebra'), await found(programme.vendor, 'zebra'), await found(programme.vendor, 'cat')], [0, 1, 0]);
      assert.equal((await programme.vendor.dealRegistrations.counts({q: 'zebra'})).in_review, 1);
      await partner.client.dealRegistrations.get({id});
    });

    it('is walked through page by page, each once, in every order', async () => {
      const programme = await dealProgramme(server, {partners: 1});
      const {client} = dealPartnerAt(programme, 0);
      const ids: string[] = [];
      for (let index = 0; index < 9; index++) {
        server.clock.advance({seconds: 1});
        const make = index % 3 === 0 ? programme.draft : index % 3 === 1 ? programme.submitted : programme.approved;
        ids.push((await make(client, {lines: [], estimatedAmount: {amountMinor: (index * 7) % 5, currency: 'JPY'}})).id);
      }
      for (const sort of ['newest', 'deadline', 'amount'] as const) {
        const walked: string[] = [];
        let cursor: string | undefined;
        do {
          const {items, page} = await client.dealRegistrations.list({sort, limit: 2, ...(cursor ? {cursor} : {})});
          walked.push(...items.map(({id}) => id));
          cursor = page.next ?? undefined;
        } while (cursor);
        assert.deepEqual(walked.toSorted(), ids.toSorted(), sort);
        if (sort === 'newest') assert.deepEqual(walked, ids.toReversed());
      }
      const amounts = (await client.dealRegistrations.list({sort: 'amount', limit: 100})).items.map(({estimatedAmount}) => estimatedAmount?.amountMinor ?? -1);
      assert.deepEqual(amounts, amounts.toSorted((a, b) => b - a));
      assert.deepEqual((await client.dealRegistrations.list({tab: 'protected'})).items.map(({status}) => status), ['approved', 'approved', 'approved']);
      const {attention: _, capacityLeft, ...tabs} = await client.dealRegistrations.counts({});
      assert.deepEqual([tabs, capacityLeft], [{draft: 3, in_review: 3, protected: 3, closed: 0}, null]);
    });
  });
}
