import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {BoardStandings, OwnPartnerEvent} from '@portico/contract';
import {normalise, viewOfBoard} from '@portico/contract/board-rules';
import {sql} from 'kysely';
import {ownAct} from '../points-flow/partner-act.rules.ts';
import {recordPartnerEvents} from '../points-flow/record-partner-events.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

/** A stream of numbers that is the same every time (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const course = {event: 'course_passed', formula: {kind: 'fixed', points: 10}, cap: {times: 4, per: 'month'}} as const;

for (const database of databaseKinds) {
  describe(`boards on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const partnersOf = async (tenant: TestTenant, count: number): Promise<string[]> => {
      const ids: string[] = [];
      for (let index = 0; index < count; index++) ids.push(await tenant.newPartnerOrg({name: `Partner ${String.fromCharCode(65 + index)}`}));
      return ids;
    };
    const gist = ({rows}: BoardStandings) => rows.map(({rank, partnerOrg, value}) => [rank, partnerOrg?.id, value]);
    /** Every tally of points against the ledger, added up by the database's own calendar. */
    const differencesFromLedger = async (tenant: TestTenant, boardId: string): Promise<unknown[]> =>
      tenant.inScope(async ({db}) => {
        const {rows} = await sql`
          select * from (select partner_org_id, period_from, total from board_tally where board_id = ${boardId}::uuid and (total <> 0 or count <> 0)) t
          full join (
            select partner_org_id, date_trunc('month', occurred_at at time zone 'Europe/Helsinki') at time zone 'Europe/Helsinki' as period_from, sum(points) as total
            from points_entry group by 1, 2 having sum(points) <> 0
          ) l using (partner_org_id, period_from)
          where t.total is distinct from l.total`.execute(db);
        return rows;
      });

    it('rank and add up what an independent computation does, whatever was taken back and counted before they were made', async () => {
      const tenant = await server.newTenant();
      const {client: key} = tenant;
      const partners = await partnersOf(tenant, 8);
      const next = seeded(7);
      const names = ['deal_won', 'deal_lost', 'first_contact'] as const satisfies readonly OwnPartnerEvent[];
      const did = Array.from({length: 160}, (_, index) => ({
        event: names[next(3)] ?? 'deal_won',
        partnerOrgId: partners[next(7)] ?? '',
        id: `deal-${index}`,
        occurredAt: new Date(Date.UTC(2026, 6, 1) + next(140) * 86_400_000 + next(86_400) * 1000).toISOString(),
        amountMinor: next(4) * 1000,
        hours: next(20),
      }));
      const acts = did.map(({event, amountMinor, hours, ...act}) => ownAct(event, {...act, personId: null, facts: {amount: {amountMinor, currency: 'EUR'}, hours}}));
      const taken = new Set(did.filter(({event}) => event === 'deal_won' && next(4) === 0).map(({id}) => id));
      const half = acts.slice(0, 80);
      await tenant.inScope(scope => recordPartnerEvents(scope, [...half, ...half.filter(({sourceId}) => taken.has(sourceId)).map(({event, sourceId}) => ({event, takesBack: sourceId}))]));
      const boards = {
        revenue: await key.boards.create({name: 'Revenue', metric: 'revenue', period: 'quarter'}),
        deals: await key.boards.create({name: 'Deals', metric: 'deals_won', period: 'month'}),
        rate: await key.boards.create({name: 'Rate', metric: 'win_rate', period: 'all', minCount: 4}),
        growth: await key.boards.create({name: 'Growth', metric: 'revenue_growth', period: 'quarter'}),
        contact: await key.boards.create({name: 'Contact', metric: 'time_to_contact', period: 'quarter', minCount: 2}),
      };
      const rest = acts.slice(80);
      await tenant.inScope(scope => recordPartnerEvents(scope, [...rest, ...rest.filter(({sourceId}) => taken.has(sourceId)).map(({event, sourceId}) => ({event, takesBack: sourceId}))]));

      const live = did.filter(({id}) => !taken.has(id));
      const quarter = (at: string) => `2026-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}`;
      const expected = (value: (own: typeof live) => number | null, isIn: (at: string) => boolean, less = false): unknown[][] => {
        const values = partners.flatMap(id => {
          const of = value(live.filter(each => each.partnerOrgId === id && isIn(each.occurredAt)));
          return of === null ? [] : [{id, of}];
        });
        return values.map(({id, of}) => [1 + values.filter(other => (less ? other.of < of : other.of > of)).length, id, of]).sort((a, b) => Number(a[0]) - Number(b[0]) || partners.indexOf(String(a[1])) - partners.indexOf(String(b[1])));
      };
      const won = (own: typeof live) => own.filter(({event}) => event === 'deal_won');
      const contacts = (own: typeof live) => own.filter(({event}) => event === 'first_contact');
      const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
      for (const [at, key_] of [['2026-08-01T00:00:00Z', '2026-Q3'], ['2026-11-01T00:00:00Z', '2026-Q4']] as const) {
        const shown = await key.boards.standings({id: boards.revenue.id, at});
        assert.equal(shown.period.key, key_);
        assert.deepEqual(gist(shown), expected(own => (won(own).length > 0 ? sum(won(own).map(({amountMinor}) => amountMinor)) : null), when => quarter(when) === key_));
        assert.deepEqual(gist(await key.boards.standings({id: boards.contact.id, at})), expected(own => (contacts(own).length >= 2 ? Math.round(sum(contacts(own).map(({hours}) => hours * 100)) / contacts(own).length) : null), when => quarter(when) === key_, true));
      }
      const of = (own: typeof live, name: string) => sum(won(own).filter(({occurredAt}) => quarter(occurredAt) === name).map(({amountMinor}) => amountMinor));
      const grown = (own: typeof live) => (of(own, '2026-Q3') > 0 && won(own).some(({occurredAt}) => quarter(occurredAt) === '2026-Q4') ? Math.round(((of(own, '2026-Q4') - of(own, '2026-Q3')) * 10_000) / of(own, '2026-Q3')) : null);
      assert.deepEqual(gist(await key.boards.standings({id: boards.growth.id, at: '2026-11-01T00:00:00Z'})), expected(grown, () => true));
      for (const month of ['2026-07', '2026-09', '2026-11']) assert.deepEqual(gist(await key.boards.standings({id: boards.deals.id, at: `${month}-15T00:00:00Z`})), expected(own => won(own).length || null, at => at.startsWith(month)));
      const decided = (own: typeof live) => own.filter(({event}) => event !== 'first_contact');
      assert.deepEqual(gist(await key.boards.standings({id: boards.rate.id})), expected(own => (decided(own).length >= 4 ? Math.round((won(own).length * 10_000) / decided(own).length) : null), () => true));
      // Partner H did nothing and is on no board.
      assert.ok(!JSON.stringify(await key.boards.standings({id: boards.rate.id})).includes(partners[7] ?? ''));
    });

    it('always equal the ledger, with writers, reversals and new rules at the same time', async () => {
      const tenant = await server.newTenant();
      const {client: key} = tenant;
      const partners = await partnersOf(tenant, 3);
      const rule = await key.pointsRules.create({name: 'Courses', ...course});
      const published = await key.pointsRules.publish({id: rule.id, version: rule.version});
      const board = await key.boards.create({name: 'Points', metric: 'points', period: 'month', timeZone: 'Europe/Helsinki'});
      const next = seeded(11);
      const {version} = await key.pointsRules.update({id: rule.id, version: published.rule.version, formula: {kind: 'fixed', points: 7}, cap: {times: 6, per: 'month'}});
      const write = async (index: number): Promise<void> => {
        const {id} = await key.partnerEvents.create({event: 'course_passed', sourceId: String(index), partnerOrgId: partners[index % 3] ?? '', occurredAt: `2026-1${index % 2}-${String(1 + next(20)).padStart(2, '0')}T10:00:00Z`});
        if (next(3) === 0) await key.partnerEvents.retract({id});
      };
      await Promise.all([...Array.from({length: 30}, (_, index) => write(index)), key.pointsRules.publish({id: rule.id, version})]);
      assert.deepEqual(await differencesFromLedger(tenant, board.id), []);
      const again = await key.pointsRules.update({id: rule.id, version: version + 1, formula: {kind: 'fixed', points: 7}});
      const {added, reversed} = await key.pointsRules.preview({id: again.id});
      assert.deepEqual([added, reversed], [0, 0]);
      const late = await key.boards.create({name: 'Late', metric: 'points', period: 'month', timeZone: 'Europe/Helsinki'});
      assert.deepEqual(await differencesFromLedger(tenant, late.id), []);
    });

    it('rank beside the median as the contract does, for everybody, for one reader, and when the period is over', async () => {
      const tenant = await server.newTenant();
      const {client: key} = tenant;
      const partners = await partnersOf(tenant, 14);
      // Groups of six, five, two and one.
      const groupOf = (id: string) => ['FI', 'SE', 'DK', 'NO'][[5, 10, 12, 13].findIndex(last => partners.indexOf(id) <= last)] ?? '';
      await tenant.inScope(async ({db}) => {
        for (const id of partners) await db.updateTable('partner_org').set({country: groupOf(id)}).where('partner_org_id', '=', id).execute();
      });
      const next = seeded(19);
      const acts = Array.from({length: 120}, (_, index) => {
        const which = next(14);
        return ownAct(next(2) ? 'deal_won' : 'first_contact', {partnerOrgId: partners[which] ?? '', personId: null, id: `act-${index}`, occurredAt: `2026-10-${String(1 + next(28)).padStart(2, '0')}T10:00:00.000Z`, facts: {amount: {amountMinor: (1 + next(9)) * (which < 6 ? 10_000 : 700), currency: 'EUR'}, hours: next(30)}});
      });
      await tenant.inScope(scope => recordPartnerEvents(scope, acts));
      const fields = {period: 'month', within: 'country', minParticipants: 4, minCount: 1} as const;
      for (const metric of ['revenue', 'time_to_contact'] as const) {
        const plain = await key.boards.create({...fields, name: metric, metric, within: 'all'});
        const board = await key.boards.create({...fields, name: `${metric} beside`, metric, isNormalised: true, visibility: {kind: 'top', top: 2, around: 1}});
        const at = '2026-10-15T00:00:00Z';
        const raw = (await key.boards.standings({id: plain.id, at})).rows.map(({partnerOrg, value}) => ({partnerOrgId: partnerOrg?.id ?? '', value}));
        const expected = normalise(board, raw, groupOf);
        const shown = await key.boards.standings({id: board.id, at});
        const byRank = (rows: readonly (readonly [number, string, number, number | undefined])[]) => rows.toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
        assert.deepEqual(byRank(shown.rows.map(({rank, partnerOrg, value, rawValue}) => [rank, partnerOrg?.id ?? '', value, rawValue] as const)), byRank(expected.map(({rank, partnerOrgId, value, rawValue}) => [rank, partnerOrgId, value, rawValue] as const)));
        // Somebody without ties nearby: among those it does not matter who is shown.
        const isAlone = (row: (typeof expected)[number] | undefined) => row !== undefined && expected.filter(({rank}) => rank === row.rank).length === 1;
        const middle = expected.find(({place}) => place > 3 && [-1, 0, 1].every(off => isAlone(expected[place + off]))) ?? assert.fail();
        assert.ok(isAlone(expected[0]) && isAlone(expected[1]));
        const {client} = await tenant.partnerSession({partnerOrgId: middle.partnerOrgId});
        const seen = await client.boards.standings({id: board.id, at});
        const view = viewOfBoard(board, {participants: expected.length, rows: expected}, middle.partnerOrgId, 100);
        assert.deepEqual([seen.own?.rank, seen.own?.value, seen.own?.rawValue, seen.own?.toNext], [view.own?.rank, view.own?.value, view.own?.rawValue, view.own?.toNext]);
        assert.deepEqual(new Set(seen.rows.map(({partnerOrg}) => partnerOrg?.id)), new Set(view.shown.map(({partnerOrgId}) => partnerOrgId)));
        assert.deepEqual(seen.rows.flatMap(({rawValue, isOwn}) => (rawValue === undefined ? [] : [isOwn])), [true]);
        const {id} = await key.boardResults.freeze({boardId: board.id, at});
        assert.deepEqual(gist(await key.boardResults.standings({id})), gist(shown));
      }
    });

    it('follow partners to where they compete', async () => {
      const tenant = await server.newTenant();
      const {client: key} = tenant;
      const partners = await partnersOf(tenant, 4);
      await tenant.inScope(scope => recordPartnerEvents(scope, partners.map((partnerOrgId, index) => ownAct('deal_won', {partnerOrgId, personId: null, id: `won-${index}`, occurredAt: '2026-11-02T00:00:00.000Z', facts: {amount: {amountMinor: 100 - index, currency: 'EUR'}}}))));
      const board = await key.boards.create({name: 'Here', metric: 'revenue', period: 'all', within: 'country', minParticipants: 2});
      const [first = '', second = '', third = ''] = partners;
      for (const [id, country] of [[first, 'FI'], [second, 'SE'], [third, 'FI']] as const) await key.partnerOrgs.update({id, version: (await key.partnerOrgs.get({id})).version, country});
      const {client} = await tenant.partnerSession({partnerOrgId: third});
      assert.deepEqual(gist(await client.boards.standings({id: board.id})), [[1, first, 100], [2, third, 98]]);
      await key.partnerOrgs.update({id: first, version: (await key.partnerOrgs.get({id: first})).version, partnership: {status: 'suspended'}});
      assert.equal((await client.boards.standings({id: board.id})).participants, null);
      const wide = await key.boards.update({id: board.id, version: board.version, within: 'all'});
      assert.deepEqual(gist(await client.boards.standings({id: wide.id})), [[1, second, 99], [2, third, 98], [3, partners[3], 97]]);
    });

    it('tell partners nothing of who is behind an alias, below the limit, or below the top', async () => {
      const tenant = await server.newTenant();
      const {client: key} = tenant;
      const partners = await partnersOf(tenant, 6);
      const pass = async (partner: number, count: number) => {
        for (let index = 0; index < count; index++) await key.partnerEvents.create({event: 'course_passed', sourceId: `${partner}-${index}`, partnerOrgId: partners[partner] ?? ''});
      };
      const rule = await key.pointsRules.create({name: 'Courses', ...course, cap: {times: 100, per: 'month'}});
      await key.pointsRules.publish({id: rule.id, version: rule.version});
      for (const [partner, count] of [4, 3, 3, 2, 1].entries()) await pass(partner, count);
      const {client} = await tenant.partnerSession({partnerOrgId: partners[3] ?? ''});
      const fields = {metric: 'points', period: 'month', minParticipants: 5} as const;
      const alias = await key.boards.create({name: 'Alias', ...fields, visibility: {kind: 'alias'}});
      const hidden = await client.boards.standings({id: alias.id});
      assert.deepEqual(hidden.rows.map(({rank, isOwn, value, previousRank}) => [rank, isOwn, value, previousRank]), [[1, false, 40, null], [2, false, 30, null], [2, false, 30, null], [4, true, 20, null], [5, false, 10, null]]);
      assert.deepEqual(hidden.own, {rank: 4, value: 20, previousRank: null, toNext: {rank: 2, difference: 10}});
      const text = JSON.stringify(hidden);
      for (const [index, id] of partners.entries()) if (index !== 3) assert.ok(!text.includes(id) && !text.includes(`Partner ${String.fromCharCode(65 + index)}`));
      const other = await key.boards.create({name: 'Another', ...fields, visibility: {kind: 'alias'}});
      const aliases = (standings: BoardStandings) => standings.rows.flatMap(row => row.alias ?? []);
      const elsewhere = aliases(await client.boards.standings({id: other.id}));
      assert.equal(aliases(hidden).filter(each => elsewhere.includes(each)).length, 0);
      assert.deepEqual(aliases(await client.boards.standings({id: alias.id})), aliases(hidden));
      const few = await key.boards.update({id: alias.id, version: alias.version, minParticipants: 6});
      assert.deepEqual(await client.boards.standings({id: few.id}), {...hidden, rows: [], participants: null, own: {rank: null, value: 20, previousRank: null, toNext: null}});
      const top = await key.boards.create({name: 'Top', ...fields, visibility: {kind: 'top', top: 1, around: 0}});
      assert.deepEqual(gist(await client.boards.standings({id: top.id})), [[1, partners[0], 40], [4, partners[3], 20]]);
      const {client: sixth} = await tenant.partnerSession({partnerOrgId: partners[5] ?? ''});
      assert.deepEqual((await sixth.boards.standings({id: top.id})).own, {rank: null, value: null, previousRank: null, toNext: null});
      await key.boards.create({name: 'Elsewhere', ...fields, countries: ['SE']});
      assert.deepEqual((await sixth.boards.list({})).items.map(({name}) => name), ['Alias', 'Another', 'Top']);
      await key.boards.delete({id: top.id, version: top.version});
      assert.equal(await refusalOf(sixth.boards.standings({id: top.id})), 'board_not_found');
    });
  });
}
