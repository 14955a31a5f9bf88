import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {databaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, refusalOf, type LeadProgramme} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {runDue} from './run-due.ts';

/** What the clock wrote into the story of a programme's leads, in order. */
async function clockStory({tenant}: LeadProgramme): Promise<{event: string | null; leadId: string}[]> {
  const rows = await tenant.inScope(({db}) => db.selectFrom('activity').select(['event', 'lead_id']).where('side', '=', 'system').orderBy('seq').execute());
  return rows.map(({event, lead_id}) => ({event, leadId: lead_id}));
}

for (const database of databaseKinds) {
  describe(`deadlines on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());
    const run = () => runDue(server.database, server.context);

    it('remind once before the time to respond ends, then offer the lead to the next partner', async () => {
      const programme = await leadProgramme(server, {partners: 2});
      const lead = await programme.newLead();
      server.clock.advance({hours: 43, minutes: 59});
      assert.equal(await run(), 0);
      server.clock.advance({minutes: 1});
      assert.deepEqual([await run(), await run()], [1, 0]);
      server.clock.advance({hours: 4});
      assert.deepEqual([await run(), await run()], [1, 0]);
      const {status, offer, offerCount} = await programme.tenant.client.leads.get({id: lead.id});
      assert.deepEqual([status, offerCount, offer?.status], ['offered', 2, 'offered']);
      assert.notEqual(offer?.partnerOrg.id, lead.offer?.partnerOrg.id);
      assert.deepEqual((await clockStory(programme)).map(({event}) => event), ['accept_reminder', 'expire', 'offer']);
    });

    it('remind without making anybody late: who acts on what they saw before is heard', async () => {
      const programme = await leadProgramme(server, {partners: 1});
      const {tenant} = programme;
      const key = tenant.client;
      const {id: partnerOrgId, session} = partnerAt(programme, 0);
      // Sessions end long before anybody is reminded.
      const partner = async () => (await tenant.partnerSession({partnerOrgId, personId: session.personId})).client.leadOffers;
      const lead = await programme.newLead();
      const {id, version} = await key.leadOffers.get({id: lead.offer!.id});
      server.clock.advance({hours: 44});
      await run();
      assert.deepEqual([(await key.leadOffers.get({id})).version > version, (await clockStory(programme)).at(-1)?.event], [true, 'accept_reminder']);
      const accepted = await (await partner()).accept({id, version});
      assert.equal(accepted.status, 'accepted');
      server.clock.advance({days: 3});
      await run();
      assert.equal((await clockStory(programme)).at(-1)?.event, 'idle_reminder');
      const offers = await partner();
      assert.equal((await offers.setNextStep({id, version: accepted.version, nextStep: {text: 'Call them', dueOn: null}})).nextStep?.text, 'Call them');
      assert.equal(await refusalOf(offers.setNextStep({id, version: accepted.version, nextStep: null})), 'version_conflict');
    });

    it('remind of silence on days 3 and 7 and pull the lead back on day 14', async () => {
      const programme = await leadProgramme(server, {partners: 1});
      const {leadId, offerId} = await programme.accepted(partnerAt(programme, 0));
      const story: [number, string | null][] = [];
      for (let day = 1; day <= 15; day++) {
        server.clock.advance({days: 1});
        const before = (await clockStory(programme)).length;
        await run();
        for (const {event} of (await clockStory(programme)).slice(before)) story.push([day, event]);
      }
      assert.deepEqual(story, [[3, 'idle_reminder'], [7, 'idle_reminder'], [14, 'reclaim'], [14, 'unroutable']]);
      const lead = await programme.tenant.client.leads.get({id: leadId});
      assert.deepEqual([lead.status, lead.attention, lead.offer?.status], ['unroutable', 'all_declined', 'reclaimed']);
      const locks = await programme.tenant.inScope(({db}) => db.selectFrom('account_lock').select('released_at').where('lead_offer_id', '=', offerId).execute());
      assert.ok(locks.every(({released_at}) => released_at !== null));
    });

    it('leave a lead alone whose partner keeps logging, until its time is over', async () => {
      const programme = await leadProgramme(server, {partners: 1, policy: {idleReminderDays: []}});
      const partner = partnerAt(programme, 0);
      const {leadId, offerId} = await programme.accepted(partner);
      for (let day = 0; day < 60; day += 10) {
        const {client} = await programme.tenant.partnerSession({partnerOrgId: partner.id, roles: ['sales_lead']});
        await client.activities.create({leadOfferId: offerId, kind: 'call', body: 'Still at it'});
        assert.equal(await run(), 0);
        server.clock.advance({days: 10});
      }
      assert.equal(await run(), 1);
      const lead = await programme.tenant.client.leads.get({id: leadId});
      assert.deepEqual([lead.status, lead.lostReason, lead.offer?.status], ['closed_lost', 'no_response', 'timed_out']);
    });

    it('route a lead on whose time is over where the programme says so', async () => {
      const programme = await leadProgramme(server, {partners: 2, policy: {onTimedOut: 'reroute', actSlaDays: 5, idleReminderDays: []}});
      const {leadId} = await programme.accepted(partnerAt(programme, 0));
      server.clock.advance({days: 5});
      await run();
      const lead = await programme.tenant.client.leads.get({id: leadId});
      assert.deepEqual([lead.status, lead.offer?.partnerOrg.id, lead.offerCount], ['offered', partnerAt(programme, 1).id, 2]);
    });

    it('all pass in their order when nobody ran them for 90 days, and only once', async () => {
      const programme = await leadProgramme(server, {partners: 1, route: false});
      const partner = partnerAt(programme, 0);
      const untouched = (await programme.newLead({route: false})).id;
      const accepted = (await programme.accepted(partner)).leadId;
      server.clock.advance({days: 1});
      const {client} = await programme.tenant.partnerSession({partnerOrgId: partner.id, roles: ['sales_lead']});
      const vendor = programme.tenant.client;
      const offerTo = async (hours: number): Promise<{leadId: string; offerId: string}> => {
        const {lead} = await vendor.leads.create({company: {name: `Deadline ${hours}`}, route: false});
        const {offer} = await vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId: partner.id, acceptWithinHours: hours});
        return {leadId: lead.id, offerId: offer?.id ?? ''};
      };
      const late = await offerTo(60);
      const early = await offerTo(2);
      const won = await offerTo(3);
      const {version} = await client.leadOffers.accept({id: won.offerId, version: 1});
      await client.leadOffers.closeWon({id: won.offerId, version});
      server.clock.advance({days: 90});
      await run();
      assert.deepEqual((await clockStory(programme)).filter(({event}) => event !== 'unroutable'), [
        {event: 'expire', leadId: early.leadId},
        {event: 'expire', leadId: late.leadId},
        {event: 'reclaim', leadId: accepted},
      ]);
      const statusOf = async (id: string) => (await vendor.leads.get({id})).status;
      assert.deepEqual([await statusOf(early.leadId), await statusOf(late.leadId), await statusOf(accepted), await statusOf(won.leadId), await statusOf(untouched)], ['unroutable', 'unroutable', 'unroutable', 'closed_won', 'new']);
      const audit = await programme.tenant.inScope(({db}) => db.selectFrom('audit_entry').select(['action', 'principal_id']).where('principal_id', '=', 'system:deadlines').orderBy('audit_id').execute());
      assert.deepEqual(audit.filter(({action}) => action === 'expire' || action === 'reclaim').map(({action}) => action), ['expire', 'expire', 'expire', 'expire', 'reclaim', 'reclaim']);
      assert.equal(await run(), 0);
    });

    it('that cannot be handled are put off and hold up nobody else', async () => {
      const programme = await leadProgramme(server, {partners: 2});
      const [broken, fine] = [await programme.newLead(), await programme.newLead()];
      // A customer's data that no code writes.
      await programme.tenant.inScope(({db}) => db.updateTable('lead').set({company: 'null'}).where('lead_id', '=', broken.id).execute());
      server.clock.advance({days: 3});
      const errors = server.logged.length;
      await run();
      assert.equal((await programme.tenant.client.leads.list({status: ['offered'], externalId: 'none'})).items.length, 0);
      const statuses = await programme.tenant.inScope(({db}) => db.selectFrom('lead_offer').select(['status']).where('lead_id', '=', fine.id).execute());
      assert.deepEqual(statuses.map(({status}) => status).toSorted(), ['expired', 'offered']);
      assert.equal(server.logged.length, errors + 1);
      assert.equal(await run(), 0);
    });
  });
}
