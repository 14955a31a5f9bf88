import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, refusalOf, refusalsOf} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const nobody = '00000000-0000-7000-8000-000000000000';

for (const database of resourceDatabaseKinds) {
  describe(`routing on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('has rules that are listed in order, changed field by field and removed', async () => {
      const {vendor, partners} = await leadProgramme(server, {route: false});
      const last = await vendor.routingRules.create({name: 'Last', position: 20, method: 'round_robin', condition: {countries: ['fi']}});
      const first = await vendor.routingRules.create({name: 'First', position: 10, method: 'named_partner', partnerOrgIds: partners.map(({id}) => id)});
      assert.deepEqual((await vendor.routingRules.list({})).items, [first, last]);
      assert.deepEqual(last.condition, {countries: ['FI'], products: [], campaigns: [], minScore: null});
      const changed = await vendor.routingRules.update({id: first.id, version: first.version, position: 30, active: false});
      assert.deepEqual(changed, {...first, position: 30, active: false, version: 2, updatedAt: changed.updatedAt});
      assert.deepEqual((await vendor.routingRules.list({limit: 1})).items, [last]);
      assert.equal(await refusalOf(vendor.routingRules.update({id: first.id, version: 1, name: 'Old'})), 'version_conflict');
      await vendor.routingRules.delete({id: first.id, version: 2});
      assert.deepEqual((await vendor.routingRules.list({})).items, [last]);
      assert.deepEqual(await refusalsOf(vendor.routingRules.delete({id: first.id, version: 3}), vendor.routingRules.update({id: nobody, version: 1})), ['routing_rule_not_found']);
    });

    it('refuses partners that do not exist, and people who may not set rules', async () => {
      const programme = await leadProgramme(server, {route: false});
      const theirs = await leadProgramme(server, {partners: 1});
      const rule = {name: 'Rule', position: 1, method: 'round_robin'} as const;
      assert.deepEqual(await refusalsOf(programme.vendor.routingRules.create({...rule, partnerOrgIds: [nobody]}), programme.vendor.routingRules.create({...rule, partnerOrgIds: [partnerAt(theirs, 0).id]})), ['partner_org_not_found']);
      const manager = await programme.tenant.vendorSession({roles: ['channel_manager']});
      const {client: partner} = partnerAt(programme, 0);
      assert.deepEqual(await refusalsOf(manager.client.routingRules.create(rule), partner.routingRules.list({}), partner.routingDecisions.list({leadId: nobody})), ['forbidden']);
    });

    it('follows the first rule that finds somebody, and logs who was looked at and why', async () => {
      const programme = await leadProgramme(server, {partners: 0, route: false});
      const {vendor} = programme;
      const north = await programme.newPartner({name: 'North', partnership: {territories: [{country: 'FI', region: 'Lappi'}]}});
      const finland = await programme.newPartner({name: 'Finland', partnership: {territories: [{country: 'FI', region: null}]}});
      const anywhere = await programme.newPartner({name: 'Anywhere'});
      const held = await programme.newPartner({name: 'Held', partnership: {pausedReason: 'Too many came back'}});
      await vendor.routingRules.create({name: 'Key accounts', position: 1, method: 'named_partner', partnerOrgIds: [held.id, anywhere.id], condition: {minScore: 80}});
      const rule = await vendor.routingRules.create({name: 'By place', position: 2, method: 'territory'});
      const chosenFor = async (changes: Parameters<typeof programme.newLead>[0]) => (await programme.newLead(changes)).offer?.partnerOrg.name;
      assert.equal(await chosenFor({score: 90}), 'Anywhere');
      assert.equal(await chosenFor({company: {country: 'FI', region: 'Lappi'}}), 'North');
      assert.equal(await chosenFor({company: {country: 'FI', region: 'Uusimaa'}}), 'Finland');
      assert.equal(await chosenFor({company: {country: 'SE'}}), 'Anywhere');
      const lead = await programme.newLead({company: {country: 'FI', region: 'Uusimaa'}});
      const [decision] = (await vendor.routingDecisions.list({leadId: lead.id})).items;
      assert.deepEqual([decision?.method, decision?.ruleId, decision?.ruleName, decision?.ruleVersion, decision?.chosen], ['territory', rule.id, 'By place', 1, {id: finland.id, name: 'Finland'}]);
      assert.deepEqual(new Map(decision?.candidates.map(({partnerOrg, failed}) => [partnerOrg.name, failed])), new Map([[north.name, ['territory']], ['Finland', []], ['Anywhere', []], ['Held', ['not_paused']]]));
    });

    it('goes to the default partner where no rule places a lead', async () => {
      const programme = await leadProgramme(server, {route: false});
      const {version} = await programme.vendor.program.get({});
      await programme.vendor.program.update({version, defaultPartnerOrgId: partnerAt(programme, 1).id});
      const lead = await programme.newLead();
      assert.equal(lead.offer?.partnerOrg.id, partnerAt(programme, 1).id);
      const [decision] = (await programme.vendor.routingDecisions.list({leadId: lead.id})).items;
      assert.equal(decision?.method, 'default_owner');
    });

    it('gives turns in one order, also within one instant', async () => {
      const programme = await leadProgramme(server, {partners: 3});
      const names: (string | undefined)[] = [];
      for (let index = 0; index < 7; index++) names.push((await programme.newLead()).offer?.partnerOrg.name);
      const round = names.slice(0, 3);
      assert.equal(new Set(round).size, 3);
      assert.deepEqual(names, [...round, ...round, round[0]]);
    });

    it('sends a customer’s next lead to whoever works with them, until they let go', async () => {
      const programme = await leadProgramme(server, {partners: 3, policy: {dedupeWindowDays: 0}});
      const holder = partnerAt(programme, 2);
      const customer = {company: {website: 'customer.example'}};
      const first = await programme.accepted(holder, customer);
      for (let index = 0; index < 4; index++) assert.equal((await programme.newLead(customer)).offer?.partnerOrg.id, holder.id);
      const other = await programme.newLead({...customer, route: false});
      assert.equal(await refusalOf(programme.vendor.leads.offer({id: other.id, version: other.version, partnerOrgId: partnerAt(programme, 0).id})), 'lead_account_locked');
      const byHand = await programme.vendor.leads.offer({id: other.id, version: other.version, partnerOrgId: partnerAt(programme, 0).id, override: true});
      assert.equal((await partnerAt(programme, 0).client.leadOffers.accept({id: byHand.offer?.id ?? '', version: 1})).status, 'accepted');
      await holder.client.leadOffers.closeLost({id: first.offerId, version: first.version, reason: 'price'});
      const free = [await programme.newLead(customer), await programme.newLead(customer), await programme.newLead(customer)];
      assert.equal(new Set(free.map(({offer}) => offer?.partnerOrg.id)).size, 3);
    });

    it('keeps the customer with a partner who has another lead of theirs in work', async () => {
      const programme = await leadProgramme(server, {partners: 2, policy: {dedupeWindowDays: 0}});
      const holder = partnerAt(programme, 1);
      const customer = {company: {website: 'customer.example'}};
      const [first, second] = [await programme.accepted(holder, customer), await programme.accepted(holder, customer)];
      await holder.client.leadOffers.return({id: first.offerId, version: first.version, reason: 'other'});
      assert.equal((await programme.newLead(customer)).offer?.partnerOrg.id, holder.id);
      await holder.client.leadOffers.closeWon({id: second.offerId, version: second.version});
      const locks = await programme.tenant.inScope(({db}) => db.selectFrom('account_lock').select('released_at').execute());
      assert.deepEqual(locks.map(({released_at}) => released_at !== null), [true]);
    });
  });
}
