import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, refusalOf, refusalsOf, testConsent} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`leads on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('are taken in, routed and answered whole', async () => {
      const {newLead, partners} = await leadProgramme(server, {partners: 1});
      const lead = await newLead({contact: {firstName: 'Anna', email: 'anna@customer-1.example'}, products: ['GTX Pro'], externalId: 'crm-1'});
      assert.equal(lead.status, 'offered');
      assert.equal(lead.title, 'Food · FI');
      assert.deepEqual(lead.offer?.partnerOrg, {id: partners[0]?.id, name: 'Partner A'});
      assert.equal(lead.contact.email, 'anna@customer-1.example');
      assert.equal(lead.offerCount, 1);
      assert.equal(lead.attention, null);
    });

    it('wait for a person when nobody routes them or nobody fits', async () => {
      const {newLead, vendor} = await leadProgramme(server, {partners: 0});
      assert.deepEqual(await newLead({route: false}).then(({status, attention}) => [status, attention]), ['new', 'not_routed']);
      assert.deepEqual(await newLead().then(({status, attention}) => [status, attention]), ['unroutable', 'no_partner']);
      const {needsAttention, byStatus} = await vendor.leads.counts({});
      assert.deepEqual([needsAttention, byStatus], [2, {new: 1, unroutable: 1}]);
      assert.equal((await vendor.leads.list({attention: true})).items.length, 2);
      assert.equal((await vendor.leads.list({attention: false})).items.length, 0);
    });

    it('keep every offer that was made of them, the newest first', async () => {
      const programme = await leadProgramme(server, {partners: 2});
      const {newLead, vendor} = programme;
      const lead = await newLead();
      const [first, second] = lead.offer?.partnerOrg.id === partnerAt(programme, 0).id ? [0, 1] : [1, 0];
      server.clock.advance({minutes: 5});
      await partnerAt(programme, first).client.leadOffers.decline({id: lead.offer!.id, version: lead.offer!.version, reason: 'outside_expertise', comment: 'Not our trade.'});
      const {items} = await vendor.leads.offers({id: lead.id});
      assert.deepEqual(items.map(({status, partnerOrg}) => [status, partnerOrg.id]), [['offered', partnerAt(programme, second).id], ['declined', partnerAt(programme, first).id]]);
      assert.deepEqual([items[1]?.endReason, items[1]?.endComment, items[1]?.endedAt], ['outside_expertise', 'Not our trade.', items[0]?.offeredAt]);
    });

    it('need consent before data of a person is shared', async () => {
      const programme = await leadProgramme(server);
      const {vendor} = programme;
      const contact = {email: 'anna@acme.example'};
      assert.equal(await refusalOf(vendor.leads.create({contact})), 'lead_consent_required');
      const {lead} = await vendor.leads.create({contact, route: false});
      assert.equal(await refusalOf(vendor.leads.route({id: lead.id, version: lead.version})), 'lead_consent_required');
      assert.equal(await refusalOf(vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId: partnerAt(programme, 0).id})), 'lead_consent_required');
      const {version} = await vendor.leads.update({id: lead.id, version: lead.version, consent: testConsent});
      assert.equal((await vendor.leads.route({id: lead.id, version})).status, 'offered');
    });

    it('that repeat another are attached to it', async () => {
      const {vendor, newLead} = await leadProgramme(server);
      const lead = await newLead({contact: {email: 'Anna@customer-1.example'}, externalId: 'crm-1'});
      for (const again of [
        {externalId: 'crm-1', company: {name: 'Quite another'}},
        {contact: {email: 'anna@CUSTOMER-1.example'}, consent: testConsent},
        {company: {website: 'shop.customer-1.example'}, need: 'More'},
      ]) {
        const receipt = await vendor.leads.create(again);
        assert.deepEqual([receipt.outcome, receipt.lead.id], ['attached', lead.id]);
      }
      const {items} = await vendor.activities.listForLead({leadId: lead.id});
      assert.equal(items.filter(({event}) => event === 'attach').length, 3);
      assert.equal((await vendor.leads.create({company: {website: 'customer-1.test.example'}})).outcome, 'created');
    });

    it('are new again when the other has ended or was long ago', async () => {
      const {tenant, vendor, newLead} = await leadProgramme(server, {policy: {dedupeWindowDays: 30}, route: false});
      const ended = await newLead({route: false});
      await vendor.leads.close({id: ended.id, version: ended.version, reason: 'budget'});
      assert.equal((await vendor.leads.create({company: {website: 'customer-1.example'}})).outcome, 'created');
      assert.equal((await vendor.leads.create({company: {website: 'customer-1.example'}})).outcome, 'attached');
      server.clock.advance({days: 31});
      assert.equal((await tenant.client.leads.create({company: {website: 'customer-1.example'}})).outcome, 'created');
    });

    it('that come twice at the same moment are one', async () => {
      const {vendor} = await leadProgramme(server);
      const receipts = await Promise.all(Array.from({length: 8}, () => vendor.leads.create({company: {name: 'Twice', website: 'twice.example'}})));
      assert.equal(new Set(receipts.map(({lead}) => lead.id)).size, 1);
      assert.equal(receipts.filter(({outcome}) => outcome === 'created').length, 1);
    });

    it('are offered by hand to a partner who may have them', async () => {
      const programme = await leadProgramme(server, {route: false});
      const {vendor, newLead, newPartner} = programme;
      const abroad = await newPartner({name: 'Abroad', partnership: {territories: [{country: 'SE', region: null}]}});
      const gone = await newPartner({name: 'Gone', partnership: {status: 'terminated'}});
      const {id, version} = await newLead();
      assert.equal(await refusalOf(vendor.leads.offer({id, version, partnerOrgId: abroad.id})), 'partner_not_eligible');
      assert.equal(await refusalOf(vendor.leads.offer({id, version, partnerOrgId: gone.id, override: true})), 'partner_not_eligible');
      assert.equal(await refusalOf(vendor.leads.offer({id, version, partnerOrgId: '00000000-0000-7000-8000-000000000000'})), 'partner_org_not_found');
      const lead = await vendor.leads.offer({id, version, partnerOrgId: abroad.id, override: true, acceptWithinHours: 2, comment: 'They asked for it'});
      assert.equal(lead.offer?.acceptBy, new Date(server.clock.now() + 2 * 3_600_000).toISOString());
      const [decision] = (await vendor.routingDecisions.list({leadId: id})).items;
      assert.deepEqual([decision?.method, decision?.overridden, decision?.candidates[0]?.failed], ['manual', true, ['territory']]);
      assert.equal(await refusalOf(vendor.leads.offer({id, version: lead.version, partnerOrgId: partnerAt(programme, 0).id})), 'lead_already_offered');
      assert.equal(await refusalOf(abroad.client.activities.list({leadOfferId: lead.offer?.id ?? ''})), null);
    });

    it('are set aside, put back and closed by the vendor', async () => {
      const {vendor, newLead} = await leadProgramme(server, {route: false});
      const {id, version} = await newLead({route: false});
      const aside = await vendor.leads.quarantine({id, version, comment: 'Spam'});
      assert.equal(aside.status, 'quarantined');
      assert.equal(await refusalOf(vendor.leads.route({id, version: aside.version})), 'lead_not_routable');
      const back = await vendor.leads.recycle({id, version: aside.version});
      assert.equal(back.status, 'recycled');
      const closed = await vendor.leads.close({id, version: back.version, reason: 'budget'});
      assert.deepEqual([closed.status, closed.lostReason, closed.endedAt !== null], ['closed_lost', 'budget', true]);
      assert.equal(await refusalOf(vendor.leads.update({id, version: closed.version, score: 1})), 'lead_read_only');
      assert.equal(await refusalOf(vendor.leads.close({id, version: closed.version, reason: 'price'})), 'lead_read_only');
      const again = await vendor.leads.recycle({id, version: closed.version});
      assert.deepEqual([again.status, again.lostReason, again.endedAt], ['recycled', null, null]);
    });

    it('that a partner has are not set aside or closed', async () => {
      const programme = await leadProgramme(server);
      const {lead} = await programme.offered(partnerAt(programme, 0));
      const {vendor} = programme;
      const target = {id: lead.id, version: lead.version};
      assert.deepEqual(await refusalsOf(vendor.leads.quarantine(target), vendor.leads.close({...target, reason: 'budget'}), vendor.leads.recycle(target), vendor.leads.route(target)), ['lead_already_offered']);
    });

    it('are corrected field by field, which partners who see them hear of', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const {leadId, offerId, version} = await programme.accepted(partner, {need: 'Pumps', contact: {firstName: 'Anna', email: 'anna@customer-1.example'}});
      const before = await programme.vendor.leads.get({id: leadId});
      const lead = await programme.vendor.leads.update({id: leadId, version: before.version, contact: {phone: '+358 40 1234567'}, score: 90});
      assert.deepEqual([lead.contact.phone, lead.contact.firstName, lead.need, lead.score], ['+358 40 1234567', 'Anna', 'Pumps', 90]);
      const offer = await partner.client.leadOffers.get({id: offerId});
      assert.deepEqual([offer.lead?.contact.phone, offer.version > version], ['+358 40 1234567', true]);
      assert.equal((await partner.client.leadOffers.list({tab: 'working', q: '1234567'})).items.length, 1);
      assert.equal(await refusalOf(programme.vendor.leads.update({id: leadId, version: before.version, score: 1})), 'version_conflict');
    });

    it('are found by title, company, contact, partner and externalId, and listed in every order', async () => {
      const programme = await leadProgramme(server, {route: false});
      const {vendor, newLead} = programme;
      const scores = [10, 90, 50];
      const ids: string[] = [];
      for (const score of scores) ids.push((await newLead({score, route: false, externalId: `crm-${score}`, contact: {lastName: `Virtanen${score}`}})).id);
      const {version} = await vendor.leads.get({id: ids[2] ?? ''});
      await vendor.leads.offer({id: ids[2] ?? '', version, partnerOrgId: partnerAt(programme, 1).id});
      const found = async (input: Parameters<typeof vendor.leads.list>[0]) => (await vendor.leads.list(input)).items.map(({score}) => score);
      assert.deepEqual(await found({q: 'virtanen'}).then(all => all.toSorted()), [10, 50, 90]);
      assert.deepEqual(await found({q: 'customer 2'}), [90]);
      assert.deepEqual(await found({q: 'partner b'}), [50]);
      assert.deepEqual(await found({q: 'crm 10'}), [10]);
      assert.deepEqual(await found({q: 'nothing'}), []);
      assert.deepEqual(await found({externalId: 'crm-90'}), [90]);
      assert.deepEqual(await found({partnerOrgId: partnerAt(programme, 1).id}), [50]);
      assert.deepEqual(await found({sort: 'score'}), [90, 50, 10]);
      assert.deepEqual((await found({sort: 'deadline'}))[0], 50);
      assert.deepEqual(await found({status: ['offered', 'working']}), [50]);
      assert.deepEqual((await vendor.leads.counts({q: 'virtanen'})).byStatus, {new: 2, offered: 1});
    });

    it('of another vendor do not exist', async () => {
      const mine = await leadProgramme(server);
      const theirs = await leadProgramme(server);
      const {id} = await theirs.newLead();
      assert.equal(await refusalOf(mine.vendor.leads.get({id})), 'lead_not_found');
      assert.equal(await refusalOf(mine.vendor.leads.route({id, version: 1})), 'lead_not_found');
      assert.equal(await refusalOf(mine.vendor.activities.listForLead({leadId: id})), 'lead_not_found');
    });
  });
}
