import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, refusalOf} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const dayMs = 86_400_000;

for (const database of resourceDatabaseKinds) {
  describe(`activities on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('start the idle clock again, and the first contact puts the lead in work', async () => {
      const programme = await leadProgramme(server);
      const {client} = partnerAt(programme, 0);
      const {leadId, offerId: id} = await programme.accepted(partnerAt(programme, 0));
      server.clock.advance({minutes: 5});
      await client.activities.create({leadOfferId: id, kind: 'note', body: 'Read it'});
      const noted = await client.leadOffers.get({id});
      assert.deepEqual([noted.status, noted.firstContactAt, noted.idleBy], ['accepted', null, new Date(server.clock.now() + 14 * dayMs).toISOString()]);
      server.clock.advance({minutes: 5});
      const calledAt = new Date(server.clock.now() - 60_000).toISOString();
      await client.activities.create({leadOfferId: id, kind: 'call', body: 'Rang', occurredAt: calledAt});
      const called = await client.leadOffers.get({id});
      assert.deepEqual([called.status, called.firstContactAt, called.lastActivityAt], ['working', calledAt, new Date(server.clock.now()).toISOString()]);
      assert.equal((await programme.vendor.leads.get({id: leadId})).status, 'working');
      server.clock.advance({minutes: 1});
      await client.activities.create({leadOfferId: id, kind: 'mail', body: 'Wrote'});
      assert.equal((await client.leadOffers.get({id})).firstContactAt, calledAt);
    });

    it('are refused before acceptance, after the end and from the future', async () => {
      const programme = await leadProgramme(server);
      const {client} = partnerAt(programme, 0);
      const {offerId: leadOfferId} = await programme.offered(partnerAt(programme, 0));
      assert.equal(await refusalOf(client.activities.create({leadOfferId, kind: 'call', body: 'Too soon'})), 'lead_offer_status_conflict');
      const taken = await programme.accepted(partnerAt(programme, 0));
      const tomorrow = new Date(server.clock.now() + dayMs).toISOString();
      assert.equal(await refusalOf(client.activities.create({leadOfferId: taken.offerId, kind: 'call', body: 'Hm', occurredAt: tomorrow})), 'input_invalid');
      await client.leadOffers.return({id: taken.offerId, version: taken.version, reason: 'other'});
      assert.equal(await refusalOf(client.activities.create({leadOfferId: taken.offerId, kind: 'call', body: 'Too late'})), 'lead_offer_status_conflict');
      assert.equal(await refusalOf(programme.vendor.activities.create({leadOfferId: taken.offerId, kind: 'note', body: 'To whom?'})), 'lead_offer_status_conflict');
      assert.equal(await refusalOf(programme.vendor.activities.create({leadOfferId: taken.offerId, kind: 'note', body: 'For us', internal: true})), null);
    });

    it('of the vendor reach whoever has the lead, as news, without moving it', async () => {
      const programme = await leadProgramme(server);
      const {client} = partnerAt(programme, 0);
      const {leadId, offerId} = await programme.accepted(partnerAt(programme, 0));
      const entry = await programme.vendor.activities.createForLead({leadId, kind: 'call', body: 'They expect you on Monday'});
      assert.deepEqual([entry.leadOfferId, entry.visibility, entry.side], [offerId, 'shared', 'vendor']);
      const offer = await client.leadOffers.get({id: offerId});
      assert.deepEqual([offer.unread, offer.status, offer.lastActivityAt], [true, 'accepted', null]);
      assert.equal((await client.leadOffers.counts({})).unread, 1);
      assert.equal((await client.leadOffers.view({id: offerId})).unread, false);
      assert.equal(await refusalOf(programme.vendor.activities.create({leadOfferId: offerId, kind: 'note', body: 'Plan', nextStep: null})), 'forbidden');
    });

    it('keep the order in which they were written, page by page', async () => {
      const programme = await leadProgramme(server);
      const {client} = partnerAt(programme, 0);
      const {leadId, offerId: leadOfferId} = await programme.accepted(partnerAt(programme, 0));
      const bodies = Array.from({length: 7}, (_, index) => `Entry ${index}`);
      for (const body of bodies) await client.activities.create({leadOfferId, kind: 'note', body});
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof client.activities.list>> = await client.activities.list({leadOfferId, limit: 3, ...(cursor ? {cursor} : {})});
        seen.push(...page.items.map(({body}) => body));
        cursor = page.page.next;
      } while (cursor);
      assert.deepEqual(seen.filter(Boolean), bodies.toReversed());
      assert.deepEqual((await programme.vendor.activities.listForLead({leadId, limit: 100})).items.map(({body}) => body).filter(Boolean), bodies.toReversed());
    });

    it('of one partner are not seen by the next', async () => {
      const programme = await leadProgramme(server);
      const [a, b] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const {leadId, offerId, version} = await programme.accepted(a);
      await a.client.activities.create({leadOfferId: offerId, kind: 'note', body: 'Only we know'});
      await a.client.leadOffers.return({id: offerId, version: version + 1, reason: 'no_capacity'});
      const lead = await programme.vendor.leads.get({id: leadId});
      const {offer} = await programme.vendor.leads.offer({id: leadId, version: lead.version, partnerOrgId: b.id});
      await b.client.leadOffers.accept({id: offer?.id ?? '', version: 1});
      assert.deepEqual((await b.client.activities.list({leadOfferId: offer?.id ?? ''})).items.map(({event}) => event), ['accept', 'offer']);
      assert.ok((await a.client.activities.list({leadOfferId: offerId})).items.some(({body}) => body === 'Only we know'));
    });
  });
}
