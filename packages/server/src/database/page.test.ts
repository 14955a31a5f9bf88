import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {sql} from 'kysely';
import {newId} from '../context.ts';
import {ProblemError} from '../problem.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {readPage, type PageOptions} from './page.ts';
import type {Scope} from './scope.ts';

for (const database of databaseKinds) {
  describe(`pages on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const byCreation = [{expression: sql.ref('created_at'), type: 'timestamptz'}, {expression: sql.ref('person_id'), type: 'uuid'}] as const;
    const pageOf = (scope: Scope, direction: 'asc' | 'desc', input: PageOptions['input']) =>
      readPage(scope, scope.db.selectFrom('person').select(['person_id', 'name']), {list: 'test', by: byCreation, direction, input});

    /** People made a microsecond apart, some in the very same one. */
    async function people(tenant: TestTenant, count: number, firstMicro = 0): Promise<string[]> {
      return tenant.inScope(async ({db, tenantId, context}) => {
        const rows = Array.from({length: count}, (_, index) => {
          const at = `2026-11-21T10:00:00.${String(100_000 + firstMicro + index - (index % 3 === 2 ? 1 : 0)).padStart(6, '0')}Z`;
          return {tenant_id: tenantId, person_id: newId(context), name: `P${String(index).padStart(3, '0')}`, created_at: at, updated_at: at};
        });
        await db.insertInto('person').values(rows).execute();
        return rows.map(({person_id}) => person_id);
      });
    }

    /** Walks from the first page to the last and back again. */
    async function walk(tenant: TestTenant, direction: 'asc' | 'desc', limit: number): Promise<{there: string[]; back: string[]}> {
      const there: string[] = [];
      const back: string[] = [];
      let cursor: string | undefined;
      let last: string[] = [];
      let prev: string | null = null;
      for (let guard = 0; guard < 500; guard++) {
        const {rows, page} = await tenant.inScope(scope => pageOf(scope, direction, {limit, cursor}));
        last = rows.map(({person_id}) => person_id);
        there.push(...last);
        ({prev} = page);
        if (page.next === null) break;
        cursor = page.next;
      }
      back.unshift(...last);
      while (prev !== null) {
        const from: string = prev;
        const {rows, page} = await tenant.inScope(scope => pageOf(scope, direction, {limit, cursor: from}));
        back.unshift(...rows.map(({person_id}) => person_id));
        ({prev} = page);
      }
      return {there, back};
    }

    it('give every row once, at any size, up and down, there and back, for rows a microsecond apart', async () => {
      const tenant = await server.newTenant();
      await people(tenant, 23);
      const expected = await tenant.inScope(({db}) => db.selectFrom('person').select('person_id').orderBy('created_at').orderBy('person_id').execute());
      const ids = expected.map(({person_id}) => person_id);
      for (const limit of [1, 2, 3, 7, 22, 23, 24, 100]) {
        const up = await walk(tenant, 'asc', limit);
        assert.deepEqual(up.there, ids, `up by ${limit}`);
        assert.deepEqual(up.back, ids, `up by ${limit} and back`);
        const down = await walk(tenant, 'desc', limit);
        assert.deepEqual(down.there, ids.toReversed(), `down by ${limit}`);
        assert.deepEqual(down.back, ids.toReversed(), `down by ${limit} and back`);
      }
    });

    it('give every row that stays once, whatever comes and goes meanwhile', async () => {
      const tenant = await server.newTenant();
      const staying = new Set(await people(tenant, 30, 100));
      let going = await people(tenant, 30, 0);
      const seen: string[] = [];
      let cursor: string | undefined;
      for (;;) {
        const {rows, page} = await tenant.inScope(scope => pageOf(scope, 'asc', {limit: 4, cursor}));
        seen.push(...rows.map(({person_id}) => person_id));
        if (page.next === null) break;
        cursor = page.next;
        // The row that the cursor stands on goes too.
        const doomed = [...new Set([...going.slice(0, 2), ...rows.map(({person_id}) => person_id).filter(id => !staying.has(id))])];
        going = going.filter(id => !doomed.includes(id));
        if (doomed.length > 0) await asOwner(tenant, doomed);
        await people(tenant, 3, 50);
      }
      const stayed = seen.filter(id => staying.has(id));
      assert.equal(stayed.length, 30);
      assert.equal(new Set(seen).size, seen.length);
    });

    /** Requests may not delete people, so the test does it as who connects. */
    async function asOwner(tenant: TestTenant, ids: readonly string[]): Promise<void> {
      const {transaction} = await server.database.begin('SET LOCAL search_path = portico; ');
      await transaction.query('DELETE FROM person WHERE tenant_id = $1 AND person_id = ANY($2)', [tenant.tenantId, ids]);
      await transaction.commit();
    }

    it('find the way back from a page that emptied', async () => {
      const tenant = await server.newTenant();
      const ids = await people(tenant, 4);
      const first = await tenant.inScope(scope => pageOf(scope, 'asc', {limit: 2}));
      await asOwner(tenant, ids.filter(id => !first.rows.some(({person_id}) => person_id === id)));
      const cursor = first.page.next;
      assert.ok(cursor);
      const empty = await tenant.inScope(scope => pageOf(scope, 'asc', {limit: 2, cursor}));
      assert.deepEqual(empty.rows, []);
      assert.equal(empty.page.next, null);
      const prev = empty.page.prev;
      assert.ok(prev);
      const back = await tenant.inScope(scope => pageOf(scope, 'asc', {limit: 2, cursor: prev}));
      assert.deepEqual(back.rows.map(({person_id}) => person_id), first.rows.map(({person_id}) => person_id));
    });

    it('refuse a cursor that was changed, or given for another list, filter, caller or tenant', async () => {
      const tenant = await server.newTenant();
      await people(tenant, 4);
      const {page} = await tenant.inScope(scope => pageOf(scope, 'asc', {limit: 2, q: 'a'}));
      const cursor = page.next ?? '';
      const read = (of: TestTenant, options: Partial<PageOptions> & {cursor?: string; as?: string}) =>
        of.inScope(scope =>
          readPage({...scope, principalId: options.as ?? scope.principalId}, scope.db.selectFrom('person').select('person_id'), {list: 'test', by: byCreation, direction: 'asc', input: {limit: 2, cursor: options.cursor ?? cursor, q: 'a'}, ...options}),
        );
      await read(tenant, {});
      await read(tenant, {input: {limit: 1, cursor, q: 'a'}});
      const isInvalid = (error: unknown) => error instanceof ProblemError && error.code === 'cursor_invalid';
      const other = await server.newTenant();
      await assert.rejects(read(other, {}), isInvalid);
      await assert.rejects(read(tenant, {as: 'person:somebody'}), isInvalid);
      await assert.rejects(read(tenant, {list: 'other'}), isInvalid);
      await assert.rejects(read(tenant, {direction: 'desc'}), isInvalid);
      await assert.rejects(read(tenant, {input: {limit: 2, cursor, q: 'b'}}), isInvalid);
      for (const text of ['', '.', 'x', 'x.y', `${cursor}A`, cursor.slice(1), `A${cursor}`, cursor.replace('.', '..')]) await assert.rejects(read(tenant, {cursor: text}), isInvalid, text);
    });
  });
}
