import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, refusalOf, refusalsOf, testConsent} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`lead offers on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('are opened, accepted, worked and converted into a deal registration', async () => {
      const programme = await leadProgramme(server);
      const {client, session} = partnerAt(programme, 0);
      const {lead, offerId: id} = await programme.offered(partnerAt(programme, 0), {contact: {firstName: 'Anna', email: 'anna@customer-1.example'}, estimatedValue: {amountMinor: 500_000, currency: 'EUR'}});
      const viewed = await client.leadOffers.view({id});
      assert.deepEqual([viewed.status, viewed.unread, viewed.firstViewedAt !== null, viewed.lead], ['viewed', false, true, null]);
      assert.equal((await client.leadOffers.view({id})).version, viewed.version);

      const accepted = await client.leadOffers.accept({id, version: viewed.version});
      assert.deepEqual([accepted.status, accepted.assignee?.id, accepted.lead?.contact.firstName], ['accepted', session.personId, 'Anna']);
      assert.equal(accepted.actBy, new Date(server.clock.now() + 60 * 86_400_000).toISOString());
      assert.equal((await programme.vendor.leads.get({id: lead.id})).status, 'accepted');

      await client.activities.create({leadOfferId: id, kind: 'call', body: 'Rang', nextStep: {text: 'Send a quote', dueOn: '2026-12-01'}});
      const working = await client.leadOffers.get({id});
      assert.deepEqual([working.status, working.firstContactAt !== null, working.nextStep], ['working', true, {text: 'Send a quote', dueOn: '2026-12-01'}]);

      const converted = await client.leadOffers.convert({id, version: working.version, dealName: 'Pumps', expectedCloseOn: '2027-01-31'});
      assert.deepEqual([converted.status, converted.actions], ['converted', []]);
      const deal = await client.dealRegistrations.get({id: converted.dealRegistrationId ?? ''});
      assert.deepEqual([deal.name, deal.contact.firstName, deal.estimatedAmount, deal.expectedCloseOn, deal.leadId, deal.leadOfferId, deal.status], ['Pumps', 'Anna', {amountMinor: 500_000, currency: 'EUR'}, '2027-01-31', lead.id, id, 'draft']);
      const after = await programme.vendor.leads.get({id: lead.id});
      assert.deepEqual([after.status, after.endedAt !== null], ['converted', true]);
      assert.equal(await refusalOf(programme.vendor.leads.update({id: lead.id, version: after.version, score: 1})), 'lead_read_only');
      const story = (await client.activities.list({leadOfferId: id})).items.map(({kind, event}) => event ?? kind);
      assert.deepEqual(story, ['convert', 'contact', 'call', 'accept', 'view', 'offer']);
    });

    it('that are declined go to the next partner and never back', async () => {
      const programme = await leadProgramme(server);
      const [a, b] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const {lead, offerId} = await programme.offered(a);
      const declined = await a.client.leadOffers.decline({id: offerId, version: 1, reason: 'no_capacity', contacted: true, comment: 'Full'});
      assert.deepEqual([declined.status, declined.endReason, declined.endComment, declined.lead], ['declined', 'no_capacity', 'Full', null]);
      const next = await programme.vendor.leads.get({id: lead.id});
      assert.deepEqual([next.status, next.offer?.partnerOrg.id, next.offerCount], ['offered', b.id, 2]);
      await b.client.leadOffers.decline({id: next.offer?.id ?? '', version: 1, reason: 'other'});
      const {status, attention, version} = await programme.vendor.leads.get({id: lead.id});
      assert.deepEqual([status, attention], ['unroutable', 'all_declined']);
      assert.equal(await refusalOf(programme.vendor.leads.offer({id: lead.id, version, partnerOrgId: a.id})), 'partner_not_eligible');
      const recycled = await programme.vendor.leads.recycle({id: lead.id, version});
      assert.equal((await programme.vendor.leads.route({id: lead.id, version: recycled.version})).status, 'unroutable');
    });

    it('stay with people when the programme does not offer on by itself', async () => {
      const programme = await leadProgramme(server, {policy: {autoReoffer: false}});
      const {lead, offerId} = await programme.offered(partnerAt(programme, 0));
      await partnerAt(programme, 0).client.leadOffers.decline({id: offerId, version: 1, reason: 'spam'});
      const {status, attention} = await programme.vendor.leads.get({id: lead.id});
      assert.deepEqual([status, attention], ['routable', 'declined']);
    });

    it('that are withdrawn hide the lead again and say why', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const {leadId, offerId, version} = await programme.accepted(partner);
      const answer = await programme.vendor.leadOffers.withdraw({id: offerId, version, reason: 'no_progress', comment: 'Too slow'});
      assert.deepEqual([answer.status, answer.lead !== null], ['withdrawn', true]);
      const seen = await partner.client.leadOffers.get({id: offerId});
      assert.deepEqual([seen.lead, seen.endReason, seen.endComment, seen.unread], [null, 'no_progress', 'Too slow', true]);
      assert.equal(await refusalOf(partner.client.leadOffers.closeWon({id: offerId, version: seen.version})), 'lead_offer_withdrawn');
      const {status, attention} = await programme.vendor.leads.get({id: leadId});
      assert.deepEqual([status, attention], ['routable', 'withdrawn']);
    });

    it('that are returned go to the channel manager, and the partner keeps their history', async () => {
      const programme = await leadProgramme(server);
      const managerId = await programme.tenant.newPerson({name: 'Mia Manager', roles: ['channel_manager']});
      const partner = await programme.newPartner({name: 'Managed', partnership: {managerId}});
      const {leadId, offerId, version} = await programme.accepted(partner);
      const returned = await partner.client.leadOffers.return({id: offerId, version, reason: 'no_response'});
      assert.deepEqual([returned.status, returned.lead !== null, returned.channelManager?.name], ['returned', true, 'Mia Manager']);
      const {status, attention, owner} = await programme.vendor.leads.get({id: leadId});
      assert.deepEqual([status, attention, owner], ['routable', 'returned', {id: managerId, name: 'Mia Manager'}]);
    });

    it('end won or lost, and then take no more edits', async () => {
      const programme = await leadProgramme(server);
      const {client} = partnerAt(programme, 0);
      const won = await programme.accepted(partnerAt(programme, 0));
      const lost = await programme.accepted(partnerAt(programme, 0));
      const {version} = await client.leadOffers.closeWon({id: won.offerId, version: won.version, amount: {amountMinor: 1000, currency: 'EUR'}, comment: 'Signed'});
      await client.leadOffers.closeLost({id: lost.offerId, version: lost.version, reason: 'price'});
      assert.equal((await programme.vendor.leads.get({id: won.leadId})).status, 'closed_won');
      assert.deepEqual(await programme.vendor.leads.get({id: lost.leadId}).then(({status, lostReason}) => [status, lostReason]), ['closed_lost', 'price']);
      const target = {id: won.offerId, version};
      assert.deepEqual(await refusalsOf(client.leadOffers.convert(target), client.leadOffers.return({...target, reason: 'other'}), client.leadOffers.closeLost({...target, reason: 'price'}), client.leadOffers.reassign({...target, assigneeId: null}),
        client.leadOffers.setNextStep({...target, nextStep: {text: 'No'}}), client.activities.create({leadOfferId: won.offerId, kind: 'note', body: 'No'}), programme.vendor.leadOffers.withdraw({...target, reason: 'other'})), ['lead_offer_status_conflict']);
      const story = (await client.activities.list({leadOfferId: won.offerId})).items;
      assert.deepEqual(story[0]?.data, {amountMinor: '1000', currency: 'EUR'});
    });

    it('are accepted at once where the programme says so', async () => {
      const {newLead, partners} = await leadProgramme(server, {partners: 1, policy: {autoAccept: true}});
      const lead = await newLead();
      assert.equal(lead.status, 'accepted');
      const {items} = (await partners[0]?.client.leadOffers.list({tab: 'working'})) ?? {items: []};
      assert.deepEqual(items.map(({status, unread, lead: details}) => [status, unread, details !== null]), [['accepted', true, true]]);
    });

    it('are refused with an old version, and with what they are now', async () => {
      const programme = await leadProgramme(server);
      const {client} = partnerAt(programme, 0);
      const {offerId: id, lead} = await programme.offered(partnerAt(programme, 0));
      await programme.vendor.leads.update({id: lead.id, version: lead.version, need: 'Something else'});
      const error = await client.leadOffers.accept({id, version: 1}).catch((caught: unknown) => caught as {status: number; problem: {code: string; current: {version: number; lead: null}}});
      assert.ok('problem' in error);
      assert.deepEqual([error.status, error.problem.code, error.problem.current.version, error.problem.current.lead], [412, 'version_conflict', 2, null]);
    });

    it('are not accepted by a partner without room', async () => {
      const programme = await leadProgramme(server);
      const partner = await programme.newPartner({name: 'Small', partnership: {capacity: 1}});
      await programme.accepted(partner);
      const {id, version} = await programme.newLead({route: false, consent: testConsent});
      assert.equal(await refusalOf(programme.vendor.leads.offer({id, version, partnerOrgId: partner.id})), 'partner_not_eligible');
      const {offer} = await programme.vendor.leads.offer({id, version, partnerOrgId: partner.id, override: true});
      assert.equal((await partner.client.leadOffers.accept({id: offer?.id ?? '', version: 1})).status, 'accepted');
    });
  });
}
