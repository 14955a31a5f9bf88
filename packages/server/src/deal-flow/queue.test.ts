import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {DealRegistration} from '@portico/contract';
import {runDue} from '../jobs/run-due.ts';
import {dealPartnerAt, dealProgramme, type DealProgramme} from '../testing/deal-programme.ts';
import type {TestClient} from '../testing/test-client.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const acme = {customer: {name: 'Acme', website: 'https://acme.example', country: 'FI'}, lines: [{product: 'Vision', quantity: 1}]};

for (const database of resourceDatabaseKinds) {
  describe(`who waits behind a deal on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    type Ends = (deal: {id: string; version: number}, stage: {partner: TestClient; vendor: TestClient}) => Promise<unknown>;
    const review = async ({id, version}: {id: string; version: number}, vendor: TestClient) => ({id, version: (await vendor.dealReviews.assign({id, version})).version});

    /** The first of three partners with one customer, as it stands when it is protected or only sent; the others wait in their order. */
    async function stage(isProtected: boolean) {
      const programme = await dealProgramme(server, {partners: 3, policy: {infoDueDays: 5, progressWindowDays: 20}});
      const [a, b, c] = [dealPartnerAt(programme, 0), dealPartnerAt(programme, 1), dealPartnerAt(programme, 2)];
      const first = isProtected ? await programme.approved(a.client, acme) : await programme.submitted(a.client, acme);
      const [next, last] = [await programme.submitted(b.client, acme), await programme.submitted(c.client, acme)];
      assert.deepEqual([next.standing, last.standing], ['behind', 'behind']);
      return {...programme, a, b, c, first, next, last, standings: async () => [await standingOf(programme, next), await standingOf(programme, last)]};
    }
    const standingOf = async ({tenant}: DealProgramme, {id}: DealRegistration) => (await tenant.client.dealRegistrations.get({id})).standing;
    /** What the system wrote into the stories of two, and which partners heard of it. */
    async function told({tenant}: DealProgramme, deals: readonly DealRegistration[]): Promise<(string | null)[][]> {
      return tenant.inScope(async ({db}) =>
        Promise.all(
          deals.map(async ({id, partnerOrg}) => {
            const story = await db.selectFrom('deal_activity').select(['event', 'visibility']).where('deal_registration_id', '=', id).where('side', '=', 'system').where('event', 'in', ['next_in_queue', 'customer_decided']).orderBy('seq').execute();
            const heard = await db.selectFrom('change_event').select('partner_org_id').where('resource_id', '=', id).where('partner_org_id', '=', partnerOrg.id).execute();
            assert.ok(heard.length >= story.length && story.every(({visibility}) => visibility === 'shared'));
            return story.map(({event}) => event);
          }),
        ),
      );
    }

    const byTheClock: Ends = async () => {
      server.clock.advance({days: 21});
      await runDue(server.database, server.context);
    };
    const endings: [string, boolean, Ends][] = [
      ['lost', true, (deal, {partner}) => partner.dealRegistrations.lose({...deal, reason: 'price'})],
      ['cancelled', true, (deal, {vendor}) => vendor.dealReviews.cancel({...deal, comment: 'No'})],
      ['expired', true, byTheClock],
      ['withdrawn', false, (deal, {partner}) => partner.dealRegistrations.withdraw({...deal, reason: 'other'})],
      ['cancelled', false, (deal, {vendor}) => vendor.dealReviews.cancel({...deal, comment: 'No'})],
      ['taken back', false, (deal, {partner}) => partner.dealRegistrations.recall(deal)],
      ['rejected', false, async (deal, {vendor}) => vendor.dealReviews.reject({...(await review(deal, vendor)), reason: 'other'})],
      [
        'lapsed',
        false,
        async (deal, {vendor, partner}) => {
          await vendor.dealReviews.requestInfo({...deal, fields: ['description'], comment: 'More'});
          await byTheClock(deal, {vendor, partner});
        },
      ],
    ];
    for (const [name, isProtected, end] of endings) {
      it(`moves up and is told when the one ${isProtected ? 'protected' : 'ahead'} is ${name}`, async () => {
        const stood = await stage(isProtected);
        await end({id: stood.first.id, version: stood.first.version}, {partner: stood.a.client, vendor: stood.vendor});
        assert.deepEqual(await stood.standings(), ['first', 'behind']);
        assert.deepEqual(await told(stood, [stood.next, stood.last]), [['next_in_queue'], []]);
      });
    }

    it('moves up and is told when the one ahead is found to be a duplicate', async () => {
      const stood = await stage(false);
      const other = await stood.submitted(stood.c.client);
      await stood.vendor.dealReviews.markDuplicate({id: stood.first.id, version: stood.first.version, ofId: other.id});
      assert.deepEqual(await stood.standings(), ['first', 'behind']);
      assert.deepEqual(await told(stood, [stood.next, stood.last]), [['next_in_queue'], []]);
    });

    it('is told when the deal was won, and is not first for what is sold', async () => {
      const stood = await stage(true);
      const {a, b, first, next, last, vendor} = stood;
      await a.client.dealRegistrations.win({id: first.id, version: first.version});
      assert.deepEqual(await stood.standings(), ['behind', 'behind']);
      assert.deepEqual(await told(stood, [next, last]), [['customer_decided'], ['customer_decided']]);
      assert.doesNotMatch(JSON.stringify([await b.client.dealRegistrations.get({id: next.id}), await b.client.dealActivities.list({dealRegistrationId: next.id})]), new RegExp(`${first.id}|${first.partnerOrg.name}|${first.number}`));
      // One that leaves leaves nobody first.
      await b.client.dealRegistrations.withdraw({id: next.id, version: next.version, reason: 'other'});
      assert.deepEqual([await standingOf(stood, last), await told(stood, [last])], ['behind', [['customer_decided']]]);
      // What is registered after the win is another purchase, and has its own queue.
      const later = await stood.submitted(b.client, acme);
      assert.equal(later.standing, 'behind', 'another one waits before it');
      await stood.c.client.dealRegistrations.withdraw({id: last.id, version: last.version, reason: 'other'});
      assert.deepEqual([await standingOf(stood, later), await told(stood, [later])], ['first', [['next_in_queue']]]);
      assert.equal((await vendor.dealReviews.approve(await review(later, vendor))).status, 'approved');
    });

    it('moves up and is told when a win is taken back', async () => {
      const stood = await stage(true);
      const {a, first, vendor} = stood;
      const won = await a.client.dealRegistrations.win({id: first.id, version: first.version});
      const confirmed = await vendor.dealReviews.confirmWin({id: won.id, version: won.version});
      assert.deepEqual(await stood.standings(), ['behind', 'behind']);
      await vendor.dealReviews.void({id: won.id, version: confirmed.version, comment: 'The order was a forgery.'});
      assert.deepEqual(await stood.standings(), ['first', 'behind']);
      assert.deepEqual(await told(stood, [stood.next, stood.last]), [['customer_decided', 'next_in_queue'], ['customer_decided']]);
      const {id, version} = await vendor.dealRegistrations.get({id: stood.next.id});
      assert.equal((await vendor.dealReviews.approve(await review({id, version}, vendor))).status, 'approved');
    });
  });
}
