import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`transfers of deals on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    async function stage() {
      const programme = await dealProgramme(server, {partners: 3});
      const [giver, taker, stranger] = [dealPartnerAt(programme, 0), dealPartnerAt(programme, 1), dealPartnerAt(programme, 2)];
      const {id} = await programme.approved(giver.client, {customer: {name: 'Treasure Oy', website: 'https://treasure.example', country: 'FI'}});
      await giver.client.dealActivities.create({dealRegistrationId: id, kind: 'call', body: 'Spoke with the giver’s friend'});
      await giver.client.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'Giver only', internal: true});
      server.clock.advance({seconds: 1});
      const change = await programme.vendor.dealChanges.transfer({dealRegistrationId: id, toPartnerOrgId: taker.partnerOrgId, note: 'Closer to the customer'});
      return {...programme, giver, taker, stranger, id, change};
    }

    it('are heard of by who has the deal first, and by who would have it when that has agreed', async () => {
      const {vendor, giver, taker, stranger, id, change} = await stage();
      assert.deepEqual([change.toPartnerOrg?.id, change.agreedBy, change.actions], [taker.partnerOrgId, ['vendor'], ['withdraw']]);
      assert.deepEqual((await taker.client.dealChanges.list({})).items, []);
      assert.equal(await refusalOf(taker.client.dealChanges.approve({id: change.id, version: 1})), 'deal_change_not_found');
      const [asked] = (await giver.client.dealChanges.list({})).items;
      assert.deepEqual([asked?.toPartnerOrg, asked?.requestedBy, asked?.actions], [null, null, ['approve', 'reject']]);
      assert.equal(await refusalOf(vendor.dealChanges.approve({id: change.id, version: 1})), 'forbidden');
      const agreed = await giver.client.dealChanges.approve({id: change.id, version: 1, comment: 'They never liked us'});
      assert.deepEqual([agreed.status, agreed.agreedBy, agreed.actions], ['requested', ['vendor', 'giving_partner'], []]);

      const [offered] = (await taker.client.dealChanges.list({})).items;
      assert.deepEqual([offered?.customerName, offered?.actions, offered?.toPartnerOrg?.id, offered?.requestedBy], ['Treasure Oy', ['approve', 'reject'], taker.partnerOrgId, null]);
      assert.equal(await refusalOf(taker.client.dealRegistrations.get({id})), 'deal_registration_not_found');
      assert.deepEqual((await stranger.client.dealChanges.list({})).items, []);
      assert.equal(await refusalOf(stranger.client.dealChanges.reject({id: change.id, version: agreed.version})), 'deal_change_not_found');
    });

    it('take effect when both have agreed: the protection goes along, what was said before does not', async () => {
      const {tenant, vendor, giver, taker, id, change, submitted} = await stage();
      const before = await giver.client.dealRegistrations.get({id});
      await giver.client.dealChanges.approve({id: change.id, version: 1, comment: 'They never liked us'});
      server.clock.advance({seconds: 1});
      const done = await taker.client.dealChanges.approve({id: change.id, version: 2});
      assert.deepEqual([done.status, done.agreedBy], ['approved', ['vendor', 'giving_partner', 'receiving_partner']]);
      assert.equal(await refusalOf(giver.client.dealRegistrations.get({id})), 'deal_registration_not_found');
      assert.deepEqual((await giver.client.dealChanges.list({})).items, []);
      const deal = await taker.client.dealRegistrations.get({id});
      assert.deepEqual([deal.partnerOrg.id, deal.status, deal.protectedUntil, deal.owner, deal.submittedBy], [taker.partnerOrgId, 'approved', before.protectedUntil, null, null]);
      const told = JSON.stringify([deal, await taker.client.dealActivities.list({dealRegistrationId: id}), await taker.client.receipts.list({dealRegistrationId: id}), await taker.client.dealChanges.list({dealRegistrationId: id})]);
      const giverName = before.partnerOrg.name;
      for (const secret of [giver.partnerOrgId, giver.personId, giverName, 'friend', 'Giver only', 'never liked']) assert.equal(told.includes(secret), false, `the new partner reads ${secret}`);
      assert.deepEqual((await taker.client.dealActivities.list({dealRegistrationId: id})).items.map(({event}) => event), ['transfer']);
      assert.ok((await vendor.dealActivities.list({dealRegistrationId: id, limit: 100})).items.some(({body}) => body.includes('friend')), 'the vendor reads on');
      const rival = await submitted(giver.client, {customer: {name: 'Treasure Oy', website: 'https://treasure.example', country: 'FI'}});
      assert.equal(rival.standing, 'behind');
      const audience = await tenant.inScope(({db}) => db.selectFrom('change_event').select(['partner_org_id']).where('resource_id', '=', id).execute());
      assert.deepEqual(new Set(audience.map(row => row.partner_org_id).filter(Boolean)), new Set([giver.partnerOrgId, taker.partnerOrgId]));
    });

    it('end with the no of either, without a word of the other', async () => {
      const {vendor, giver, taker, id, change} = await stage();
      await giver.client.dealChanges.approve({id: change.id, version: 1});
      const refused = await taker.client.dealChanges.reject({id: change.id, version: 2, comment: 'Too small for us'});
      assert.equal(refused.status, 'rejected');
      const [seen] = (await giver.client.dealChanges.list({})).items;
      assert.deepEqual([seen?.status, seen?.comment, seen?.decidedBy], ['rejected', null, null]);
      assert.equal((await vendor.dealChanges.list({dealRegistrationId: id})).items[0]?.comment, 'Too small for us');
      assert.doesNotMatch(JSON.stringify(await giver.client.dealActivities.list({dealRegistrationId: id})), /Too small/);
      assert.equal((await giver.client.dealRegistrations.get({id})).status, 'approved');

      const again = await vendor.dealChanges.transfer({dealRegistrationId: id, toPartnerOrgId: taker.partnerOrgId, note: 'Please'});
      await giver.client.dealChanges.reject({id: again.id, version: 1});
      assert.equal((await taker.client.dealChanges.list({open: true})).items.length, 0);
    });

    it('are no business of a distributor who sees the deal, until one is offered to it', async () => {
      const {tenant, vendor, giver, newPartner, approved} = await stage();
      const distributor = await newPartner();
      await tenant.inScope(async ({db}) => {
        await db.updateTable('partner_org').set({type: 'distributor'}).where('partner_org_id', '=', distributor.partnerOrgId).execute();
        await db.updateTable('partner_org').set({parent_id: distributor.partnerOrgId}).where('partner_org_id', '=', giver.partnerOrgId).execute();
      });
      const {id, protectedUntil} = await approved(giver.client);
      assert.equal((await distributor.client.dealRegistrations.get({id})).id, id);
      const until = new Date(Date.parse(protectedUntil ?? '') + 10 * 86_400_000).toISOString().slice(0, 10);
      await giver.client.dealChanges.extend({dealRegistrationId: id, note: 'Between us', protectedUntilOn: until});
      const change = await vendor.dealChanges.transfer({dealRegistrationId: id, toPartnerOrgId: distributor.partnerOrgId, note: 'Take it yourselves'});
      assert.deepEqual((await distributor.client.dealChanges.list({})).items, []);
      assert.equal(await refusalOf(distributor.client.dealChanges.approve({id: change.id, version: 1})), 'deal_change_not_found');
      await giver.client.dealChanges.approve({id: change.id, version: 1});
      assert.deepEqual((await distributor.client.dealChanges.list({})).items.map(({kind, actions}) => [kind, actions]), [['transfer', ['approve', 'reject']]]);
      await distributor.client.dealChanges.approve({id: change.id, version: 2});
      assert.equal((await distributor.client.dealRegistrations.get({id})).partnerOrg.id, distributor.partnerOrgId);
    });

    it('need room at whoever would have the deal, and only one of two gets the last place', async () => {
      const {vendor, levelId, giver, taker, id, change, approved} = await stage();
      const {version, dealPolicy} = await vendor.program.get({});
      await vendor.program.update({version, dealPolicy: {...dealPolicy, levelBenefits: [{levelId, marginPercent: null, priceList: null, capacity: 2}]}});
      const own = await approved(taker.client);
      const other = await approved(giver.client);
      const second = await vendor.dealChanges.transfer({dealRegistrationId: other.id, toPartnerOrgId: taker.partnerOrgId, note: 'This one as well'});
      for (const each of [change, second]) await giver.client.dealChanges.approve({id: each.id, version: 1});
      const answers = await Promise.all([change, second].map(each => refusalOf(taker.client.dealChanges.approve({id: each.id, version: 2}))));
      assert.deepEqual(answers.toSorted(), [null, 'deal_capacity_reached'].toSorted());
      const [left, leftDeal] = answers[0] === null ? [second, other.id] : [change, id];
      assert.equal((await giver.client.dealRegistrations.get({id: leftDeal})).status, 'approved');
      assert.equal(await refusalOf(taker.client.dealChanges.approve({id: left.id, version: 2})), 'deal_capacity_reached');
      await taker.client.dealRegistrations.lose({id: own.id, version: own.version, reason: 'price'});
      assert.equal(await refusalOf(taker.client.dealChanges.approve({id: left.id, version: 2})), null);
    });

    it('are for whoever leads an organisation, to another active partner', async () => {
      const {tenant, vendor, giver, taker, id, change} = await stage();
      const rep = await tenant.partnerSession({partnerOrgId: taker.partnerOrgId, roles: ['sales_rep']});
      await giver.client.dealChanges.approve({id: change.id, version: 1});
      assert.deepEqual((await rep.client.dealChanges.list({})).items, []);
      assert.equal(await refusalOf(rep.client.dealChanges.approve({id: change.id, version: 2})), 'deal_change_not_found');
      assert.equal(await refusalOf(vendor.dealChanges.transfer({dealRegistrationId: id, toPartnerOrgId: giver.partnerOrgId, note: 'x'})), 'input_invalid');
      const paused = await tenant.newPartnerOrg({partnership: {status: 'suspended'}});
      assert.equal(await refusalOf(vendor.dealChanges.transfer({dealRegistrationId: id, toPartnerOrgId: paused, note: 'x'})), 'partner_org_not_found');
      assert.equal(await refusalOf(vendor.dealChanges.transfer({dealRegistrationId: id, toPartnerOrgId: taker.partnerOrgId, note: 'x'})), 'deal_change_open');
    });
  });
}
