import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {dealPartnerAt, dealProgramme, type DealProgramme} from '../testing/deal-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {runDue} from './run-due.ts';

/** What the clock wrote into the stories, in the order in which it did. */
async function clockStory({tenant}: DealProgramme): Promise<{event: string | null; id: string; visibility: string}[]> {
  const rows = await tenant.inScope(({db}) => db.selectFrom('deal_activity').select(['event', 'deal_registration_id', 'visibility']).where('side', '=', 'system').orderBy('seq').execute());
  return rows.map(({event, deal_registration_id: id, visibility}) => ({event, id, visibility}));
}

for (const database of databaseKinds) {
  describe(`deadlines of deals on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());
    const run = () => runDue(server.database, server.context);

    it('remind 30, 14, 7 and 1 days before a protection ends, then end it and tell the next', async () => {
      const programme = await dealProgramme(server);
      const acme = {customer: {name: 'Acme', website: 'acme.example', country: 'FI'}};
      const deal = await programme.approved(dealPartnerAt(programme, 0).client, acme);
      const next = await programme.submitted(dealPartnerAt(programme, 1).client, acme);
      assert.equal(next.standing, 'behind');
      const story: [number, string | null, boolean][] = [];
      for (let day = 1; day <= 91; day++) {
        server.clock.advance({days: 1});
        const before = (await clockStory(programme)).length;
        await run();
        for (const {event, id} of (await clockStory(programme)).slice(before)) story.push([day, event, id === deal.id]);
      }
      assert.deepEqual(story, [[2, 'sla_breached', false], [60, 'expiry_reminder', true], [76, 'expiry_reminder', true], [83, 'expiry_reminder', true], [89, 'expiry_reminder', true], [90, 'expire', true], [90, 'next_in_queue', false]]);
      const ended = await programme.tenant.client.dealRegistrations.get({id: deal.id});
      assert.deepEqual([ended.status, ended.endReason, ended.endedAt], ['expired', null, ended.protectedUntil]);
      const {standing, review} = await programme.tenant.client.dealRegistrations.get({id: next.id});
      assert.deepEqual([standing, review?.overdue], ['first', true]);
      const kept = await programme.tenant.inScope(({db}) => db.selectFrom('deal_protection').select('released_at').where('deal_registration_id', '=', deal.id).execute());
      assert.ok(kept.length > 0 && kept.every(({released_at}) => released_at !== null));
    });

    it('all pass in their order when nobody ran them for 90 days, and only once', async () => {
      const programme = await dealProgramme(server, {policy: {protectionDays: 60}});
      const [one, two] = [dealPartnerAt(programme, 0), dealPartnerAt(programme, 1)];
      const early = await programme.approved(one.client);
      server.clock.advance({days: 5});
      const late = await programme.approved(await programme.renew(two));
      const won = await programme.approved(await programme.renew(one));
      await (await programme.renew(one)).dealRegistrations.win({id: won.id, version: won.version});
      const asked = await programme.submitted(await programme.renew(two));
      const reviewer = (await programme.tenant.vendorSession()).client.dealReviews;
      await reviewer.requestInfo({id: asked.id, version: asked.version, fields: ['customer.taxId'], comment: 'Please add it.'});
      const unanswered = await programme.submitted(await programme.renew(two));
      const draft = await programme.draft(await programme.renew(two));
      server.clock.advance({days: 90});
      await run();
      assert.deepEqual(await clockStory(programme), [
        {event: 'sla_breached', id: unanswered.id, visibility: 'vendor_internal'},
        {event: 'lapse', id: asked.id, visibility: 'shared'},
        {event: 'expire', id: early.id, visibility: 'shared'},
        {event: 'expire', id: late.id, visibility: 'shared'},
      ]);
      const statusOf = async (id: string) => (await programme.tenant.inScope(({db}) => db.selectFrom('deal_registration').select('status').where('deal_registration_id', '=', id).executeTakeFirstOrThrow())).status;
      const statuses = await Promise.all([early, late, won, asked, unanswered, draft].map(({id}) => statusOf(id)));
      assert.deepEqual(statuses, ['expired', 'expired', 'won', 'lapsed', 'submitted', 'draft']);
      // Each partner hears of its own and of no other; of what is late inside only the vendor does.
      const heard = await programme.tenant.inScope(({db}) => db.selectFrom('audit_entry as a').select(['a.action', 'a.resource_id']).where('principal_id', '=', 'system:deal-deadlines').orderBy('audit_id').execute());
      assert.deepEqual(heard.filter(({action}) => action === 'expire' || action === 'lapse').map(({resource_id}) => resource_id).filter((id, index, all) => all.indexOf(id) === index), [asked.id, early.id, late.id]);
      assert.equal(await run(), 0);
    });

    it('take the protection from who hoards and leave it to who works', async () => {
      const programme = await dealProgramme(server, {policy: {protectionDays: null, progressWindowDays: 20, expiryReminderDays: [5]}});
      const [hoarder, worker] = [dealPartnerAt(programme, 0), dealPartnerAt(programme, 1)];
      const acme = {customer: {name: 'Acme', website: 'acme.example', country: 'FI'}, lines: [{product: 'Vision', quantity: 1}]};
      const hoarded = await programme.approved(hoarder.client, acme);
      const waiting = await programme.submitted(worker.client, acme);
      const worked = await programme.approved(worker.client, {...acme, lines: [{product: 'Flow', quantity: 1}]});
      assert.deepEqual([hoarded.protectedUntil, Date.parse(hoarded.progressDueAt ?? '') - server.clock.now()], [null, 20 * 86_400_000]);
      const stages = ['needs', 'proposal', 'negotiation', 'verbal'];
      for (const stage of stages) {
        server.clock.advance({days: 14});
        await run();
        const deals = (await programme.renew(worker)).dealRegistrations;
        await deals.setStage({id: worked.id, version: (await deals.get({id: worked.id})).version, stage});
        const own = (await programme.renew(hoarder)).dealRegistrations;
        const {status, version} = await own.get({id: hoarded.id});
        // Saying the same again keeps nothing.
        if (status === 'approved') await own.setStage({id: hoarded.id, version, stage: 'qualified'});
      }
      const vendor = programme.tenant.client.dealRegistrations;
      const [lost, kept] = [await vendor.get({id: hoarded.id}), await vendor.get({id: worked.id})];
      assert.deepEqual([lost.status, lost.endReason, kept.status], ['expired', 'no_progress', 'approved']);
      assert.equal(Date.parse(kept.progressDueAt ?? '') - server.clock.now(), 20 * 86_400_000);
      const story = (await clockStory(programme)).filter(({event}) => event !== 'sla_breached');
      assert.deepEqual(story.map(({event, id}) => [event, id]), [['expire', hoarded.id], ['next_in_queue', waiting.id]]);
      const reviewer = (await programme.tenant.vendorSession()).client;
      const {version} = await reviewer.dealRegistrations.get({id: waiting.id});
      const taken = await reviewer.dealReviews.assign({id: waiting.id, version});
      assert.equal((await reviewer.dealReviews.approve({id: waiting.id, version: taken.version})).status, 'approved');
    });

    it('that cannot be handled are put off and hold up nobody else', async () => {
      const programme = await dealProgramme(server);
      const acme = {customer: {name: 'Acme', website: 'acme.example', country: 'FI'}};
      const broken = await programme.approved(dealPartnerAt(programme, 0).client, acme);
      await programme.submitted(dealPartnerAt(programme, 1).client, acme);
      server.clock.advance({seconds: 1});
      const fine = await programme.approved(await programme.renew(dealPartnerAt(programme, 1)));
      // Lines that no code writes.
      await programme.tenant.inScope(({db}) => db.updateTable('deal_registration').set({lines: '5'}).where('deal_registration_id', '=', broken.id).execute());
      server.clock.advance({days: 91});
      const errors = server.logged.length;
      await run();
      const rows = await programme.tenant.inScope(({db}) => db.selectFrom('deal_registration').select(['deal_registration_id as id', 'status', 'due_at']).where('number', 'is not', null).execute());
      const find = (id: string) => rows.find(row => row.id === id);
      assert.deepEqual([find(broken.id)?.status, find(fine.id)?.status, server.logged.length], ['approved', 'expired', errors + 1]);
      assert.equal(Date.parse(find(broken.id)?.due_at ?? '') - server.clock.now(), 600_000);
      assert.equal(await run(), 0);
    });
  });
}
