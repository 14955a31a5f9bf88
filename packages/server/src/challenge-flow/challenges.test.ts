import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {sql} from 'kysely';
import {toSqlError} from '../database/errors.ts';
import {challengeDeadlines} from '../jobs/challenge-deadlines.ts';
import {runDue} from '../jobs/run-due.ts';
import {leadProgramme, partnerAt, refusalOf, type LeadProgramme} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const dayMs = 86_400_000;
const counts = (codes: readonly (string | null)[]) => Object.fromEntries([...Map.groupBy(codes, code => code ?? 'done')].map(([code, each]) => [code, each.length]));

for (const database of resourceDatabaseKinds) {
  describe(`challenges and redemptions on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const due = () => runDue(server.database, server.context, [challengeDeadlines]);
    const inDays = (days: number) => new Date(server.context.now() + days * dayMs).toISOString();
    const pass = ({tenant}: LeadProgramme, partnerOrgId: string, sourceId: string, more: object = {}) =>
      tenant.client.partnerEvents.create({event: 'course_passed', sourceId, partnerOrgId, ...more});
    /** A programme whose partners have a hundred points each. */
    const rich = async (partners: number) => {
      const programme = await leadProgramme(server, {partners, route: false});
      const {id, version} = await programme.vendor.pointsRules.create({name: 'Courses', event: 'course_passed', formula: {kind: 'fixed', points: 100}, cap: {times: 1, per: 'all'}, expiresAfterDays: 300});
      await programme.vendor.pointsRules.publish({id, version});
      for (const partner of programme.partners) await pass(programme, partner.id, `of ${partner.id}`);
      return programme;
    };
    const publish = async ({vendor}: LeadProgramme, changes: Partial<Parameters<LeadProgramme['vendor']['challenges']['create']>[0]> = {}) => {
      const {id, version} = await vendor.challenges.create({name: 'Stories', type: 'submission', proofs: ['text'], window: {kind: 'absolute', startsAt: inDays(-10), endsAt: inDays(10)}, points: 50, ...changes});
      return (await vendor.challenges.publish({id, version})).id;
    };

    it('pay with points that are there, however many ask at the same instant, and give the last piece to one', async () => {
      const programme = await rich(4);
      const {vendor} = programme;
      const mug = await vendor.rewards.create({name: 'A mug', points: 30});
      const {client} = partnerAt(programme, 0);
      const asked = await Promise.all(Array.from({length: 8}, () => refusalOf(client.redemptions.create({rewardId: mug.id, points: 30}))));
      assert.deepEqual([counts(asked), (await client.pointsAccounts.current({})).balance], [{done: 3, points_short: 5}, 10]);
      const rare = await vendor.rewards.create({name: 'A print', points: 10, stock: 2});
      const wanted = await Promise.all(programme.partners.slice(1).flatMap(partner => [0, 1].map(() => refusalOf(partner.client.redemptions.create({rewardId: rare.id, points: 10})))));
      assert.deepEqual([counts(wanted), (await vendor.rewards.get({id: rare.id})).stock], [{done: 2, reward_out_of_stock: 4}, 0]);
      // Called off and approved at the same instant: one of the two happened, and the account says which.
      for (const redemption of (await client.redemptions.list({status: ['requested']})).items) {
        const {id, version} = redemption;
        const before = (await client.pointsAccounts.current({})).balance;
        const refusals = await Promise.all([refusalOf(client.redemptions.cancel({id, version})), refusalOf(vendor.redemptions.approve({id, version})), refusalOf(vendor.redemptions.cancel({id, version}))]);
        assert.equal(refusals.filter(code => code === null).length, 1);
        const gained = (await client.redemptions.get({id})).status === 'cancelled' ? redemption.points : 0;
        assert.equal((await client.pointsAccounts.current({})).balance, before + gained);
      }
      const {rows} = await programme.tenant.inScope(({db}) => sql<{sum: number}>`select sum(points)::int as sum from points_entry group by partner_org_id having sum(points) < 0`.execute(db));
      assert.deepEqual(rows, []);
    });

    it('are won once by an entry, and by no more than may win', async () => {
      const programme = await leadProgramme(server, {partners: 5, route: false});
      const {vendor} = programme;
      const challengeId = await publish(programme, {maxWinners: 2});
      const sent = await Promise.all(programme.partners.map(async ({client}) => {
        const {id, version} = await client.challengeEntries.create({challengeId, text: 'A story'});
        return client.challengeEntries.submit({id, version});
      }));
      const refusals = await Promise.all(sent.flatMap(({id, version}) => [0, 1].map(() => refusalOf(vendor.challengeEntries.approve({id, version})))));
      assert.equal(counts(refusals)['done'], 2);
      assert.ok(refusals.every(code => code === null || code === 'version_conflict' || code === 'challenge_full'));
      assert.deepEqual((await vendor.pointsEntries.list({challengeId})).items.map(({points}) => points), [50, 50]);
      const quick = await publish(programme, {type: 'performance', proofs: [], goal: {metric: 'events', event: 'course_passed', target: 1}, maxWinners: 3});
      await Promise.all(programme.partners.map(partner => pass(programme, partner.id, `race ${partner.id}`)));
      assert.deepEqual([(await vendor.challenges.get({id: quick})).winners, (await vendor.pointsEntries.list({challengeId: quick})).items.length], [3, 3]);
    });

    it('count what happened before they were published, in each of their periods, and end by the clock', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const {vendor} = programme;
      const [first, second] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      for (const [partner, days] of [[first, -9], [first, -1], [second, -9]] as const) await pass(programme, partner.id, `${partner.id} ${days}`, {occurredAt: inDays(days)});
      const badge = await vendor.badges.create({name: 'Scholar', criterion: {goal: {metric: 'events', event: 'course_passed', target: 1}, withinDays: 20}, validForDays: 15});
      const id = await publish(programme, {type: 'performance', proofs: [], goal: {metric: 'events', event: 'course_passed', target: 1}, period: 'week', points: 5});
      const {version} = await vendor.challenges.get({id});
      assert.ok((await due()) > 0);
      const won = async () => (await vendor.challengeEntries.list({challengeId: id})).items.map(({partnerOrg, status}) => `${partnerOrg.id === first.id ? 'first' : 'second'} ${status}`).toSorted();
      assert.deepEqual(await won(), ['first approved', 'first approved', 'second approved']);
      assert.deepEqual([(await vendor.challenges.get({id})).version, (await first.client.pointsAccounts.current({})).balance], [version, 10]);
      await pass(programme, first.id, 'third', {occurredAt: inDays(-1)});
      const [held] = (await first.client.badgeAwards.list({})).items;
      assert.deepEqual([await due(), held?.earnedBy], [0, 'criterion']);
      // Sessions do not live so long; keys do.
      const {client: key} = programme.tenant;
      server.clock.advance({days: 16});
      assert.deepEqual([(await key.challenges.get({id})).phase, (await key.badgeAwards.get({id: held?.id ?? ''})).status], ['over', 'expired']);
      await due();
      const ended = await key.challenges.get({id});
      assert.deepEqual([ended.status, ended.endedAt !== null, (await key.badges.get({id: badge.id})).holders], ['ended', true, 1]);
      assert.deepEqual((await key.badgeAwards.list({partnerOrgId: first.id})).items.map(({status}) => status), ['valid', 'expired']);
      server.clock.advance({days: 16});
      await due();
      assert.deepEqual((await key.badgeAwards.list({partnerOrgId: first.id, status: 'valid'})).items, []);
    });

    it('stay as they are when several processes look at them at the same instant', async () => {
      const programme = await leadProgramme(server, {partners: 3, route: false});
      const {vendor} = programme;
      const ids = await Promise.all(Array.from({length: 6}, () => publish(programme, {type: 'performance', proofs: [], goal: {metric: 'points', target: 1000}})));
      const versions = async () => (await Promise.all(ids.map(id => vendor.challenges.get({id})))).map(({version}) => version);
      const before = await versions();
      await Promise.all(Array.from({length: 6}, due));
      assert.deepEqual(await versions(), before);
    });

    it('are held together by the database', async () => {
      const programme = await rich(1);
      const {tenant, vendor} = programme;
      const {client} = partnerAt(programme, 0);
      const mug = await vendor.rewards.create({name: 'A mug', points: 60, stock: 5});
      const {id} = await client.redemptions.create({rewardId: mug.id, points: 60});
      const attempt = (statement: string) =>
        tenant.inScope(({db}) => sql.raw(statement).execute(db)).then(
          () => 'done',
          (error: unknown) => toSqlError(error)?.code ?? String(error),
        );
      const line = (step: number, points: number, lot: number) => attempt(`insert into points_entry (tenant_id, points_entry_id, partner_org_id, kind, redemption_id, lot, step, points, reason, occurred_at, recorded_at, expires_at)
        select tenant_id, gen_random_uuid(), partner_org_id, kind, redemption_id, ${lot}, ${step}, ${points}, 'redemption', occurred_at, recorded_at, expires_at from points_entry where redemption_id = '${id}' and step = 0 and lot = 0`);
      // More than there is, the same again, a reversal of something else, one without a beginning, and a payment that gives.
      assert.deepEqual([await line(0, -41, 1), await line(0, -1, 0), await line(1, 59, 0), await line(1, 60, 7), await line(0, 60, 8)], ['23514', '23505', '23503', '23503', '23514']);
      assert.deepEqual([await attempt(`update redemption set status = 'fulfilled', ended_at = now()`), await attempt('update reward set stock = -1')], ['23514', '23514']);
      assert.deepEqual([await line(0, -40, 1), await line(1, 60, 0), (await client.pointsAccounts.current({})).balance], ['done', 'done', 60]);
      // What was taken back after it was redeemed is owed.
      const [event] = (await vendor.partnerEvents.list({})).items;
      await tenant.client.partnerEvents.retract({id: event?.id ?? ''});
      assert.deepEqual([(await client.pointsAccounts.current({})).balance, await refusalOf(client.redemptions.create({rewardId: mug.id, points: 60}))], [-40, 'points_short']);
    });
  });
}
