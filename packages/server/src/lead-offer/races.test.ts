import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {runDue} from '../jobs/run-due.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, refusalOf, type LeadProgramme} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

/** How often each outcome came. */
function tally(outcomes: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome ?? 'ok'] = (counts[outcome ?? 'ok'] ?? 0) + 1;
  return counts;
}

/** The statuses of all offers of a lead, sorted. */
async function statusesOf({tenant}: LeadProgramme, leadId: string): Promise<string[]> {
  const rows = await tenant.inScope(({db}) => db.selectFrom('lead_offer').select('status').where('lead_id', '=', leadId).execute());
  return rows.map(({status}) => status).toSorted();
}

for (const database of databaseKinds) {
  describe(`at the same moment, on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('50 partners accept the same lead: one wins, 49 lose the race', async () => {
      const programme = await leadProgramme(server, {partners: 50, route: false});
      let lead = await programme.newLead({route: false});
      const offerIds: string[] = [];
      for (const {id: partnerOrgId} of programme.partners) {
        lead = await programme.vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId, exclusive: false});
        offerIds.push(lead.offer?.id ?? '');
      }
      const outcomes = await Promise.all(programme.partners.map(({client}, index) => refusalOf(client.leadOffers.accept({id: offerIds[index] ?? '', version: 1}))));
      assert.deepEqual(tally(outcomes), {ok: 1, lead_offer_lost_race: 49});
      assert.deepEqual(tally(await statusesOf(programme, lead.id)), {accepted: 1, lost_race: 49});
      const won = await programme.vendor.leads.get({id: lead.id});
      assert.deepEqual([won.status, won.offer?.partnerOrg.id], ['accepted', programme.partners[outcomes.indexOf(null)]?.id]);
      const locks = await programme.tenant.inScope(({db}) => db.selectFrom('account_lock').select('partner_org_id').execute());
      assert.deepEqual(locks.map(({partner_org_id}) => partner_org_id), [won.offer?.partnerOrg.id]);
    });

    it('20 people of one partner accept the same offer: one has it', async () => {
      const programme = await leadProgramme(server, {partners: 1});
      const partner = partnerAt(programme, 0);
      const colleagues = await Promise.all(Array.from({length: 20}, () => partner.rep()));
      const {offerId: id} = await programme.offered(partner);
      const outcomes = await Promise.all(colleagues.map(({client}) => refusalOf(client.leadOffers.accept({id, version: 1}))));
      const {ok, ...refusals} = tally(outcomes);
      assert.equal(ok, 1);
      assert.ok(Object.keys(refusals).every(code => ['version_conflict', 'lead_offer_status_conflict', 'lead_offer_not_found'].includes(code)), JSON.stringify(refusals));
      const {assignee} = await partner.client.leadOffers.get({id});
      assert.equal(assignee?.id, colleagues[outcomes.indexOf(null)]?.personId);
    });

    it('the partner accepts, the vendor withdraws and the clock lets it expire: exactly one of them has its way', async () => {
      for (let round = 0; round < 12; round++) {
        const programme = await leadProgramme(server, {partners: 1, policy: {autoReoffer: false}});
        const {lead, offerId: id} = await programme.offered(partnerAt(programme, 0));
        server.clock.set(Date.parse(lead.offer?.acceptBy ?? '') - 1);
        const fresh = await programme.tenant.partnerSession({partnerOrgId: partnerAt(programme, 0).id, roles: ['sales_lead']});
        const accept = refusalOf(fresh.client.leadOffers.accept({id, version: 1}));
        const withdraw = refusalOf(programme.tenant.client.leadOffers.withdraw({id, version: 1, reason: 'other'}));
        server.clock.advance({ms: round % 3});
        const expire = runDue(server.database, server.context);
        const [accepted, withdrawn] = await Promise.all([accept, withdraw, expire]);
        const [status, ...others] = await statusesOf(programme, lead.id);
        assert.deepEqual(others, []);
        assert.equal(accepted === null, status === 'accepted', `accept was answered ${accepted} and the offer is ${status}`);
        assert.equal(withdrawn === null, status === 'withdrawn', `withdraw was answered ${withdrawn} and the offer is ${status}`);
        assert.ok(['accepted', 'withdrawn', 'expired', 'offered'].includes(status ?? ''));
        assert.ok(accepted === null || ['version_conflict', 'lead_offer_withdrawn', 'lead_offer_expired', 'lead_offer_status_conflict'].includes(accepted), `accept was answered ${accepted}`);
        const events = await programme.tenant.inScope(({db}) => db.selectFrom('activity').select('event').where('lead_id', '=', lead.id).where('event', 'in', ['accept', 'withdraw', 'expire']).execute());
        assert.equal(events.length, status === 'offered' ? 0 : 1);
      }
    });

    it('ten partners accept ten leads of one customer: one has the customer', async () => {
      const programme = await leadProgramme(server, {partners: 10, policy: {dedupeWindowDays: 0}, route: false});
      const offers = await Promise.all(programme.partners.map(partner => programme.offered(partner, {company: {website: 'wanted.example'}})));
      const outcomes = await Promise.all(programme.partners.map(({client}, index) => refusalOf(client.leadOffers.accept({id: offers[index]?.offerId ?? '', version: 1}))));
      assert.deepEqual(tally(outcomes), {ok: 1, lead_account_locked: 9});
      const holder = programme.partners[outcomes.indexOf(null)];
      const routed = await programme.newLead({company: {website: 'www.wanted.example'}});
      assert.deepEqual([routed.status, routed.offer?.partnerOrg.id], ['offered', holder?.id]);
    });

    it('a partner with room for three accepts ten: three are taken', async () => {
      const programme = await leadProgramme(server, {partners: 0, route: false});
      const partner = await programme.newPartner({partnership: {capacity: 3}});
      const offers = await Promise.all(
        Array.from({length: 10}, async () => {
          const {id, version} = await programme.newLead({route: false});
          return programme.vendor.leads.offer({id, version, partnerOrgId: partner.id, override: true});
        }),
      );
      // Overridden offers are taken whatever the room; here the rules shall count.
      await programme.tenant.inScope(({db}) => db.updateTable('routing_decision').set({overridden: false}).execute());
      const outcomes = await Promise.all(offers.map(({offer}) => refusalOf(partner.client.leadOffers.accept({id: offer?.id ?? '', version: 1}))));
      assert.deepEqual(tally(outcomes), {ok: 3, partner_not_eligible: 7});
    });

    it('thirty leads come in: three partners in turn have ten each, and nobody more than their room', async () => {
      const even = await leadProgramme(server, {partners: 3});
      const leads = await Promise.all(Array.from({length: 30}, () => even.newLead()));
      assert.deepEqual(Object.values(tally(leads.map(({offer}) => offer?.partnerOrg.name ?? null))), [10, 10, 10]);

      const tight = await leadProgramme(server, {partners: 0});
      for (let index = 0; index < 2; index++) await tight.newPartner({partnership: {capacity: 4}});
      const more = await Promise.all(Array.from({length: 12}, () => tight.newLead()));
      assert.deepEqual(tally(more.map(({offer}) => offer?.partnerOrg.name ?? 'nobody')), {'Partner A': 4, 'Partner B': 4, nobody: 4});
    });

    it('two clocks do what is due: everything happens once', async () => {
      const programme = await leadProgramme(server, {partners: 2, policy: {acceptReminderHours: []}});
      const leads = await Promise.all(Array.from({length: 10}, () => programme.newLead()));
      server.clock.advance({days: 3});
      const done = await Promise.all([runDue(server.database, server.context), runDue(server.database, server.context), runDue(server.database, server.context)]);
      assert.ok(done.reduce((sum, count) => sum + count, 0) >= 10);
      for (const {id} of leads) assert.deepEqual(await statusesOf(programme, id), ['expired', 'offered']);
    });
  });
}
