import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Api, LeadOffer, RouteInput} from '@portico/contract';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, refusalOf, refusalsOf} from '../testing/lead-programme.ts';
import type {TestClient} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

type ListInput = RouteInput<Api['leadOffers']['list']>;

async function walk(client: TestClient, input: ListInput): Promise<LeadOffer[]> {
  const items: LeadOffer[] = [];
  let cursor: string | null = null;
  do {
    const found: Awaited<ReturnType<TestClient['leadOffers']['list']>> = await client.leadOffers.list({...input, ...(cursor ? {cursor} : {})});
    items.push(...found.items);
    cursor = found.page.next;
  } while (cursor);
  return items;
}

for (const database of resourceDatabaseKinds) {
  describe(`the inbox on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('has tabs with counts that agree with the lists', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      await programme.offered(partner);
      await programme.offered(partner);
      await programme.accepted(partner);
      const {offerId, version} = await programme.accepted(partner);
      await partner.client.leadOffers.closeLost({id: offerId, version, reason: 'price'});
      assert.deepEqual(await partner.client.leadOffers.counts({}), {new: 2, working: 1, closed: 1, unread: 2});
      for (const [tab, count] of [['new', 2], ['working', 1], ['closed', 1]] as const) assert.equal((await partner.client.leadOffers.list({tab})).items.length, count);
      assert.deepEqual(await partnerAt(programme, 1).client.leadOffers.counts({}), {new: 0, working: 0, closed: 0, unread: 0});
    });

    it('sorts by deadline, score and age, page by page, each offer once', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const scores = [30, 90, undefined, 60, 90, 10, 50];
      for (const [index, score] of scores.entries()) {
        server.clock.advance({seconds: 1});
        const {id, version} = await programme.newLead({route: false, score});
        await programme.vendor.leads.offer({id, version, partnerOrgId: partner.id, acceptWithinHours: 10 + ((index * 3) % 7)});
      }
      const byScore = await walk(partner.client, {sort: 'score', limit: 2});
      assert.deepEqual(byScore.map(({teaser}) => teaser.score), [90, 90, 60, 50, 30, 10, null]);
      const byAge = await walk(partner.client, {sort: 'age', limit: 3});
      assert.deepEqual(byAge.map(({teaser}) => teaser.score ?? undefined), scores.toReversed());
      const byDeadline = (await walk(partner.client, {limit: 4})).map(({acceptBy}) => acceptBy);
      assert.deepEqual([byDeadline, new Set(byDeadline).size], [byDeadline.toSorted(), 7]);
    });

    it('shows what ended last first under Closed', async () => {
      const programme = await leadProgramme(server, {policy: {autoReoffer: false}});
      const partner = partnerAt(programme, 0);
      const ids: string[] = [];
      for (let index = 0; index < 3; index++) {
        const {offerId} = await programme.offered(partner);
        server.clock.advance({seconds: 1});
        await partner.client.leadOffers.decline({id: offerId, version: 1, reason: 'other'});
        ids.unshift(offerId);
      }
      assert.deepEqual((await walk(partner.client, {tab: 'closed', limit: 2})).map(({id}) => id), ids);
    });

    it('is narrowed by words, product, country, colleague and what is unread', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const rep = await partner.rep();
      await programme.offered(partner, {title: 'Pumps for a dairy', products: ['GTX Pro'], company: {country: 'DE'}});
      const {offerId} = await programme.offered(partner, {title: 'Valves', products: ['MG Special'], company: {country: 'FI'}});
      await partner.client.leadOffers.view({id: offerId});
      await partner.client.leadOffers.reassign({id: offerId, version: 2, assigneeId: partner.session.personId});
      const titles = async (input: ListInput) => (await partner.client.leadOffers.list(input)).items.map(({teaser}) => teaser.title);
      assert.deepEqual(await titles({q: 'dairy pu'}), ['Pumps for a dairy']);
      assert.deepEqual(await titles({product: 'MG Special'}), ['Valves']);
      assert.deepEqual(await titles({country: 'DE'}), ['Pumps for a dairy']);
      assert.deepEqual(await titles({assignee: 'me'}), ['Valves']);
      assert.deepEqual(await titles({assignee: partner.session.personId}), ['Valves']);
      assert.deepEqual(await titles({assignee: 'nobody'}), ['Pumps for a dairy']);
      assert.deepEqual(await titles({unread: true}), ['Pumps for a dairy']);
      assert.deepEqual(await partner.client.leadOffers.counts({q: 'valves'}), {new: 1, working: 0, closed: 0, unread: 0});
      assert.deepEqual(await partner.client.leadOffers.counts({country: 'DE'}), {new: 1, working: 0, closed: 0, unread: 1});
      assert.deepEqual((await rep.client.leadOffers.list({})).items.map(({teaser}) => teaser.title), ['Pumps for a dairy']);
    });

    it('shows a rep own and unassigned offers, and hides a colleague’s as if there were none', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const [ben, cleo] = [await partner.rep('Ben'), await partner.rep('Cleo')];
      const {offerId: id} = await programme.offered(partner);
      const offer = await partner.client.leadOffers.reassign({id, version: 1, assigneeId: ben.personId, comment: 'Yours?'});
      assert.deepEqual((await ben.client.activities.list({leadOfferId: id})).items.map(({event, body}) => event ?? body), ['Yours?', 'reassign', 'offer']);
      const taken = await ben.client.leadOffers.accept({id, version: offer.version});
      assert.deepEqual([taken.assignee?.name, (await ben.client.leadOffers.list({tab: 'working'})).items.length], ['Ben', 1]);
      assert.deepEqual(await cleo.client.leadOffers.counts({}), {new: 0, working: 0, closed: 0, unread: 0});
      assert.deepEqual(await refusalsOf(cleo.client.leadOffers.get({id}), cleo.client.leadOffers.view({id}), cleo.client.leadOffers.closeWon({id, version: taken.version}), cleo.client.activities.list({leadOfferId: id}),
        cleo.client.activities.create({leadOfferId: id, kind: 'note', body: 'Mine?'})), ['lead_offer_not_found']);
      const handed = await ben.client.leadOffers.reassign({id, version: taken.version, assigneeId: cleo.personId, comment: 'You know them'});
      assert.deepEqual([handed.assignee?.name, handed.actions], ['Cleo', []]);
      const hers = await cleo.client.leadOffers.get({id});
      assert.deepEqual([hers.unread, hers.actions.includes('convert')], [true, true]);
      assert.equal(await refusalOf(ben.client.leadOffers.get({id})), 'lead_offer_not_found');
      assert.ok((await cleo.client.activities.list({leadOfferId: id})).items.some(({body}) => body === 'You know them'));
      assert.ok(!(await programme.vendor.activities.list({leadOfferId: id})).items.some(({body}) => body === 'You know them'));
    });

    it('is reassigned to colleagues who work leads, and to nobody else', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const learner = await programme.tenant.newPerson({partnerOrgId: partner.id, roles: ['learner']});
      const {offerId: id} = await programme.offered(partner);
      const target = {id, version: 1};
      assert.equal(await refusalOf(partner.client.leadOffers.reassign({...target, assigneeId: learner})), 'person_not_found');
      assert.equal(await refusalOf(partner.client.leadOffers.reassign({...target, assigneeId: partnerAt(programme, 1).session.personId})), 'person_not_found');
      assert.equal(await refusalOf(partner.client.leadOffers.reassign({...target, assigneeId: null})), 'reassign_same_person');
      assert.equal((await partner.client.leadOffers.reassign({...target, assigneeId: partner.session.personId})).unread, false);
    });

    it('shows nothing of other partners', async () => {
      const programme = await leadProgramme(server);
      const {offerId: id} = await programme.offered(partnerAt(programme, 0));
      const {client} = partnerAt(programme, 1);
      assert.deepEqual(await refusalsOf(client.leadOffers.get({id}), client.leadOffers.view({id}), client.leadOffers.accept({id, version: 1}), client.activities.list({leadOfferId: id})), ['lead_offer_not_found']);
      assert.equal(await refusalOf(client.leadOffers.withdraw({id, version: 1, reason: 'other'})), 'forbidden');
      assert.equal(await refusalOf(programme.vendor.leadOffers.accept({id, version: 1})), 'forbidden');
    });
  });
}
