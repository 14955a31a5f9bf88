import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Board} from '@portico/contract';
import {readChanges} from '../changes/read-changes.ts';
import {boardPeriods} from '../jobs/board-periods.ts';
import {runDue} from '../jobs/run-due.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {testClient, type TestClient} from '../testing/test-client.ts';
import {databaseKinds, resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

/** How often each outcome came. */
function tally(outcomes: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome ?? 'ok'] = (counts[outcome ?? 'ok'] ?? 0) + 1;
  return counts;
}

for (const database of databaseKinds) {
  describe(`how periods of boards end, on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    let count = 0;
    /** A tenant with partners of these names, and a rule that gives ten points for a course. */
    const stage = async (...names: readonly string[]) => {
      const tenant = await server.newTenant();
      const key = tenant.client;
      const partners = new Map<string, string>();
      for (const name of names) partners.set(name, await tenant.newPartnerOrg({name, externalId: `crm-${name}`}));
      const idOf = (name: string) => partners.get(name) ?? assert.fail(name);
      const rule = await key.pointsRules.create({name: 'Courses', event: 'course_passed', formula: {kind: 'fixed', points: 10}, cap: {times: 100, per: 'month'}});
      await key.pointsRules.publish({id: rule.id, version: rule.version});
      const pass = async (name: string, occurredAt: string, times = 1) => {
        for (let time = 0; time < times; time++) await key.partnerEvents.create({event: 'course_passed', sourceId: `course-${++count}`, partnerOrgId: idOf(name), occurredAt});
      };
      return {tenant, key, idOf, pass};
    };
    const run = () => runDue(server.database, server.context, [boardPeriods]);
    const at = (time: string) => server.clock.set(Date.parse(time));

    it('freeze by the clock, when the period is over where the board is', async () => {
      at('2026-11-21T10:00:00Z');
      const {key, pass, tenant} = await stage('Anna', 'Bela');
      // November ends at 11:00 in Auckland, when it is not over anywhere else.
      const board = await key.boards.create({name: 'Points', metric: 'points', period: 'month', timeZone: 'Pacific/Auckland', minParticipants: 2});
      const world = await key.boards.create({name: 'World', metric: 'points', period: 'month', minParticipants: 2});
      await pass('Anna', '2026-11-01T00:00:00Z');
      at('2026-11-30T10:59:59.999Z');
      await pass('Bela', '2026-11-30T10:59:59.999Z', 2);
      await run();
      const results = async ({id}: Board) => (await (await tenant.vendorSession()).client.boardResults.list({boardId: id})).items;
      assert.deepEqual(await results(board), []);
      at('2026-11-30T11:00:00Z');
      await pass('Anna', '2026-11-30T11:00:00Z', 5);
      await run();
      const [result, ...others] = await results(board);
      assert.deepEqual([result?.period, result?.status, result?.frozenAt, others, await results(world)], [{key: '2026-11', from: '2026-10-31T11:00:00.000Z', until: '2026-11-30T11:00:00.000Z'}, 'frozen', '2026-11-30T11:00:00.000Z', [], []]);
      assert.deepEqual((await key.boardResults.standings({id: result?.id ?? ''})).rows.map(({value, partnerOrg}) => [partnerOrg?.name, value]), [['Bela', 20], ['Anna', 10]]);
      assert.equal(await run(), 0);
      // A server that slept over two more ends catches up, period by period.
      at('2027-01-31T11:00:00Z');
      await run();
      assert.deepEqual((await results(board)).map(({period}) => period.key), ['2027-01', '2026-12', '2026-11']);
    });

    it('are frozen once and decided once, however many are at it', async () => {
      at('2026-11-21T10:00:00Z');
      const {key, pass, tenant, idOf} = await stage('Anna', 'Bela');
      const board = await key.boards.create({name: 'Points', metric: 'points', period: 'month', minParticipants: 2});
      await pass('Anna', '2026-11-10T10:00:00Z', 2);
      await key.pointsHolds.setCheck({burst: {times: 1, minutes: 10}});
      await pass('Bela', '2026-11-10T10:00:00Z', 3);
      const [hold, ...more] = (await key.pointsHolds.list({status: 'held'})).items;
      assert.ok(hold && more.length === 1);
      const deciders = await Promise.all(Array.from({length: 6}, async () => (await tenant.vendorSession()).client));
      const {id, version} = hold;
      const decisions = await Promise.all(deciders.map(({pointsHolds}, index) => refusalOf(index % 2 ? pointsHolds.deny({id, version, comment: 'No'}) : pointsHolds.release({id, version}))));
      assert.deepEqual(tally(decisions), {ok: 1, version_conflict: 5});
      const {status} = await key.pointsHolds.get({id});
      assert.equal(status, decisions.indexOf(null) % 2 ? 'denied' : 'released');
      const points = status === 'released' ? 20 : 10;
      const lines = await tenant.inScope(({db}) => db.selectFrom('points_entry').select('points').where('partner_org_id', '=', idOf('Bela')).execute());
      assert.equal(lines.reduce((sum, line) => sum + line.points, 0), points);

      at('2026-12-01T00:00:00Z');
      const fresh = await Promise.all(Array.from({length: 5}, async () => (await tenant.vendorSession()).client));
      const freezes = fresh.map(({boardResults}) => refusalOf(boardResults.freeze({boardId: board.id, at: '2026-11-10T00:00:00Z'})));
      await Promise.all([...freezes, run(), run()]);
      assert.deepEqual(tally(await Promise.all(freezes)), {ok: 5});
      const results = (await key.boardResults.list({boardId: board.id})).items;
      const [result] = results;
      assert.ok(result && results.length === 1);
      const rows = await tenant.inScope(({db}) => db.selectFrom('board_result_row').select(['rank', 'value']).orderBy('rank').execute());
      assert.deepEqual(rows, points === 20 ? [{rank: 1, value: 20}, {rank: 1, value: 20}] : [{rank: 1, value: 20}, {rank: 2, value: 10}]);
      const verdicts = await Promise.all(fresh.map(({boardResults}) => refusalOf(boardResults.verify({id: result.id, version: result.version}))));
      assert.deepEqual(tally(verdicts), {ok: 1, version_conflict: 4});
      const verified = await key.boardResults.get({id: result.id});
      const [frozen, prized] = await Promise.all([refusalOf(key.boardResults.freeze({boardId: board.id, at: '2026-11-10T00:00:00Z'})), refusalOf(key.boardResults.award({id: result.id, version: verified.version, prizes: [{toRank: 1, prize: 'A cup'}]}))]);
      assert.deepEqual([frozen, prized], ['board_result_status_conflict', null]);
    });

    it('are disputed by those who were there, and answered to them alone', async () => {
      at('2026-12-02T10:00:00Z');
      const {key, pass, tenant, idOf} = await stage('Anna', 'Bela', 'Cleo');
      const board = await key.boards.create({name: 'Points', metric: 'points', period: 'month', minParticipants: 2});
      for (const [name, times] of [['Anna', 3], ['Bela', 2]] as const) await pass(name, '2026-11-10T10:00:00Z', times);
      const {id} = await key.boardResults.freeze({boardId: board.id, at: '2026-11-10T00:00:00Z'});
      const [anna, bela] = await Promise.all(['Anna', 'Bela'].map(async name => (await tenant.partnerSession({partnerOrgId: idOf(name)})).client)) as [TestClient, TestClient];
      const version = async () => (await key.boardResults.get({id})).version;
      const ours = await bela.boardResults.dispute({id, version: await version(), text: 'Two of mine are missing'});
      const theirs = await anna.boardResults.dispute({id, version: await version(), text: 'Bela counted twice'});
      assert.deepEqual([(await anna.boardResults.get({id})).openDisputes, (await key.boardResults.get({id})).openDisputes], [1, 2]);
      const vendor = (await tenant.vendorSession()).client;
      const seen = await version();
      const answers = await Promise.all([true, false].map(isAccepted => refusalOf(vendor.boardResults.answer({id, version: seen, disputeId: ours.id, isAccepted, answer: isAccepted ? 'Counted now' : 'Not counted'}))));
      assert.deepEqual(tally(answers), {ok: 1, version_conflict: 1});
      const said = answers[0] === null ? {status: 'accepted', answer: 'Counted now'} : {status: 'rejected', answer: 'Not counted'};
      const [own] = (await bela.boardResults.disputes({id})).items;
      assert.deepEqual([own?.status, own?.answer, own?.answeredAt], [said.status, said.answer, '2026-12-02T10:00:00.000Z']);
      const heard = JSON.stringify([await anna.boardResults.disputes({id}), await anna.boardResults.get({id}), await anna.boardResults.list({})]);
      assert.ok(!heard.includes(said.answer) && !heard.includes(ours.id) && !heard.includes('missing'));
      assert.equal(await refusalOf(vendor.boardResults.verify({id, version: await version()})), 'board_result_disputed');
      const answered = await vendor.boardResults.answer({id, version: await version(), disputeId: theirs.id, isAccepted: false, answer: 'It was not'});
      assert.deepEqual([answered.status, (await anna.boardResults.disputes({id})).items.map(({answer}) => answer)], ['rejected', ['It was not']]);
      // Who was not there sees that it was, and has no say; the partner is told that there is an answer.
      const cleo = (await tenant.partnerSession({partnerOrgId: idOf('Cleo')})).client;
      assert.deepEqual([(await cleo.boardResults.get({id})).own, (await cleo.boardResults.disputes({id})).items], [null, []]);
      const changes = (await readChanges(server.database, tenant.tenantId, 0, 1000)).filter(({resource}) => resource === 'board_result');
      assert.deepEqual(['Anna', 'Bela', 'Cleo'].map(name => changes.filter(({partnerOrgId}) => partnerOrgId === idOf(name)).length), [2, 2, 0]);
      assert.equal((await vendor.boardResults.verify({id, version: await version()})).status, 'verified');
    });

    /** All that a partner can ask of boards, and what reaches it by itself, as text with ids and aliases made alike. */
    const heardBy = async (tenant: TestTenant, partnerOrgId: string, known: ReadonlyMap<string, string>): Promise<string> => {
      const session = await tenant.partnerSession({partnerOrgId});
      const heard: string[] = [];
      const client = testClient(async (path, init) => {
        const response = await server.send(path, init);
        heard.push(`${path} ${response.status} ${await response.clone().text()} ${response.headers.get('etag') ?? ''}`);
        return response;
      }, session.token);
      const boards = (await client.boards.list({})).items;
      for (const {id} of boards) {
        for (const when of ['2026-11-10T00:00:00Z', '2026-12-10T00:00:00Z']) for (const limit of [1, 3, 100]) await client.boards.standings({id, at: when, limit});
        await client.boards.people({id, at: '2026-11-10T00:00:00Z'});
      }
      const results: string[] = [];
      for (const {id} of boards) results.push(...(await client.boardResults.list({boardId: id})).items.map(result => result.id));
      for (const id of results) {
        await client.boardResults.get({id});
        for (const limit of [1, 100]) await client.boardResults.standings({id, limit});
        await client.boardResults.disputes({id});
        await refusalOf(client.boardResults.verify({id, version: 1}));
        await refusalOf(client.boardResults.answer({id, version: 1, disputeId: id, isAccepted: true, answer: 'Mine'}));
      }
      await client.partnerOrgs.list({limit: 100});
      await client.people.list({limit: 100});
      for (const other of known.keys()) await refusalOf(client.boards.people({id: boards[0]?.id ?? '', partnerOrgId: other, at: '2026-11-10T00:00:00Z'}));
      for (const change of await readChanges(server.database, tenant.tenantId, 0, 10_000)) if (change.partnerOrgId === partnerOrgId) heard.push(`event ${change.id} ${change.resource} ${change.resourceId}`);
      const ids = new Map<string, string>();
      return heard
        .join('\n')
        .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, id => known.get(id) ?? ids.get(id) ?? (ids.set(id, `id-${ids.size}`), `id-${ids.size - 1}`))
        .replaceAll(/"alias":"[\dA-F]{8}"/g, '"alias":"alias"')
        .replaceAll(/course-\d+/g, 'course');
    };

    // What follows does not depend on the database.
    if (!resourceDatabaseKinds.includes(database)) return;

    it('put ties in an order of their own, which says nothing of who joined first', async () => {
      at('2026-11-21T10:00:00Z');
      const names = Array.from({length: 9}, (_, index) => `Tied ${index}`);
      const {tenant, key, idOf, pass} = await stage(...names, 'Self');
      for (const name of [...names, 'Self']) await pass(name, '2026-11-10T10:00:00Z');
      const {client} = await tenant.partnerSession({partnerOrgId: idOf('Self')});
      const orders = new Set<string>();
      for (const within of ['all', 'country'] as const) {
        const board = await key.boards.create({name: within, metric: 'points', period: 'month', within, isNormalised: within !== 'all', minParticipants: 5});
        const seen: (string | undefined)[] = [];
        // Cut by cut: whoever comes in addition is next.
        for (let limit = 1; limit <= 10; limit++) {
          const {rows} = await client.boards.standings({id: board.id, limit});
          assert.ok(rows.length >= limit && rows.every(({rank}) => rank === 1));
          seen.push(...rows.map(({partnerOrg}) => partnerOrg?.name).filter(name => !seen.includes(name)).toSorted());
        }
        assert.equal(seen.length, 10);
        orders.add(seen.filter(name => name !== 'Self').join());
      }
      // 1 in 362,880 for each: by their ids they would be like this.
      assert.ok(!orders.has(names.join()) && orders.size === 2, [...orders].join(' | '));
    });

    it('tell nobody who is behind an alias: whoever did what, a partner hears the same', async () => {
      /** The same November, in which these two had each other's place or not. */
      const world = async (first: string, second: string) => {
        at('2026-11-21T10:00:00Z');
        const {tenant, key, idOf, pass} = await stage('Anna', 'Bela', 'Cleo', 'Dora', 'Self');
        for (const [index, visibility] of [{kind: 'alias'}, {kind: 'alias'}, {kind: 'top', top: 0, around: 0}].entries()) await key.boards.create({name: `Board ${index}`, metric: 'points', period: 'month', visibility: visibility as Board['visibility'], minParticipants: index === 1 ? 6 : 5});
        for (const [name, times] of [[first, 6], ['Cleo', 5], ['Self', 4], [second, 3], ['Dora', 1]] as const) await pass(name, '2026-11-10T10:00:00Z', times);
        for (const [name, times] of [[first, 2], ['Cleo', 1], ['Self', 3], [second, 2], ['Dora', 1]] as const) await pass(name, '2026-11-12T10:00:00Z', times);
        at('2026-12-02T10:00:00Z');
        await run();
        for (const result of (await key.boardResults.list({})).items) {
          const rival = (await tenant.partnerSession({partnerOrgId: idOf(first)})).client;
          const dispute = await rival.boardResults.dispute({id: result.id, version: result.version, text: 'Mine'});
          await key.boardResults.answer({id: result.id, version: (await key.boardResults.get({id: result.id})).version, disputeId: dispute.id, isAccepted: false, answer: 'No'});
          const {version} = await key.boardResults.verify({id: result.id, version: (await key.boardResults.get({id: result.id})).version});
          await key.boardResults.award({id: result.id, version, prizes: [{toRank: 1, prize: 'A cup'}, {toRank: 3, prize: 'A mug'}]});
        }
        const names = ['Anna', 'Bela', 'Cleo', 'Dora'];
        const text = await heardBy(tenant, idOf('Self'), new Map(names.map(name => [idOf(name), `rival-${name}`])));
        const asked = text.split('\n').filter(line => !line.includes('/people?') || !line.includes('partnerOrgId='));
        for (const name of names) for (const word of [name, `crm-${name}`, `rival-${name}`]) assert.ok(!asked.some(line => line.includes(word)), `${word} is told: ${asked.find(line => line.includes(word))}`);
        return text.replaceAll(/rival-\w+/g, 'rival');
      };
      const [one, other] = [await world('Anna', 'Bela'), await world('Bela', 'Anna')];
      assert.ok(one.split('\n').length > 40 && one.includes('"alias":"alias"') && one.includes('A cup'));
      assert.deepEqual(one.split('\n'), other.split('\n'));
    });
  });
}
