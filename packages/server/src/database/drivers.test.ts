import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {systemContext} from '../context.ts';
import {databaseKinds, openTestDatabase} from '../testing/test-database.ts';
import type {Database, Transaction} from './database.ts';
import {toSqlError} from './errors.ts';

const log = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};

for (const kind of databaseKinds) {
  describe(`the driver of ${kind}`, () => {
    let database: Database;
    before(async () => {
      database = await openTestDatabase(kind, systemContext(log), log);
    });
    after(() => database.close());

    async function inOne<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
      const {transaction} = await database.begin('');
      try {
        return await work(transaction);
      } finally {
        await transaction.rollback();
      }
    }
    const select = (sql: string, parameters: unknown[] = []) => inOne(async transaction => (await transaction.query(`SELECT ${sql} AS value`, parameters)).rows[0]?.['value']);

    it('reads every type the same way', async () => {
      const cases: [sql: string, value: unknown][] = [
        ['NULL::text', null], ["'ä€😀'::text", 'ä€😀'], ['true', true], ['42::smallint', 42], ['-7::integer', -7], ['9007199254740991::bigint', 9_007_199_254_740_991], ['1.5::float8', 1.5], ['1.10::numeric', '1.10'],
        ["'2026-11-21 10:00:00.123456+02'::timestamptz", '2026-11-21T08:00:00.123Z'], ["'2026-11-21 10:00:00Z'::timestamptz", '2026-11-21T10:00:00.000Z'], ["'infinity'::timestamptz", 'infinity'], ["'2026-11-21'::date", '2026-11-21'],
        ["'{\"a\":[1,null]}'::jsonb", {a: [1, null]}], ["'\"text\"'::json", 'text'], ["ARRAY['a','b \"c\"',NULL]::text[]", ['a', 'b "c"', null]], ['ARRAY[]::text[]', []], ['ARRAY[1,2]::integer[]', [1, 2]], ["'01A1FD8C-6900-7000-8000-000000000000'::uuid", '01a1fd8c-6900-7000-8000-000000000000'],
      ];
      for (const [sql, value] of cases) assert.deepEqual(await select(sql), value, sql);
      assert.deepEqual(new Uint8Array((await select("'\\x00ff41'::bytea")) as Uint8Array), new Uint8Array([0, 255, 65]));
    });

    it('gives back what it was given', async () => {
      const storable = fc.string({unit: 'binary'}).filter(text => !text.includes('\0') && text.isWellFormed());
      await inOne(async transaction => {
        const echo = async (type: string, value: unknown) => (await transaction.query(`SELECT $1::${type} AS value`, [value])).rows[0]?.['value'];
        await fc.assert(
          fc.asyncProperty(storable, fc.array(storable), fc.uint8Array(), fc.maxSafeInteger(), fc.boolean(), async (text, list, bytes, number, flag) => {
            assert.equal(await echo('text', text), text);
            assert.deepEqual(await echo('text[]', list), list);
            assert.deepEqual(new Uint8Array((await echo('bytea', bytes)) as Uint8Array), new Uint8Array(bytes));
            assert.equal(await echo('bigint', number), number);
            assert.equal(await echo('boolean', flag), flag);
            assert.deepEqual(await echo('jsonb', JSON.stringify({text, list})), {text, list});
          }),
          {numRuns: 25},
        );
        assert.equal(await echo('timestamptz', new Date('2026-11-21T10:00:00.123Z')), '2026-11-21T10:00:00.123Z');
        assert.equal(await echo('text', undefined), null);
      });
    });

    it('runs what is asked for at the same time one after the other', async () => {
      const values = await inOne(transaction => Promise.all(Array.from({length: 20}, async (_, index) => (await transaction.query(`SELECT $1::integer + ${index % 3} AS value`, [index])).rows[0]?.['value'])));
      assert.deepEqual(values, Array.from({length: 20}, (_, index) => index + (index % 3)));
    });

    it('goes on after a failed statement where it was saved', async () => {
      await inOne(async transaction => {
        await transaction.script('CREATE TEMPORARY TABLE driver_test (value integer PRIMARY KEY); INSERT INTO driver_test VALUES (1); SAVEPOINT here;');
        const insert = 'INSERT INTO driver_test VALUES ($1)';
        for (let attempt = 0; attempt < 3; attempt++) {
          await assert.rejects(transaction.query(insert, [1]), (error: unknown) => toSqlError(error)?.code === '23505' && toSqlError(error)?.constraint === 'driver_test_pkey');
          await assert.rejects(transaction.query(insert, [2]), (error: unknown) => toSqlError(error)?.code === '25P02');
          await transaction.script('ROLLBACK TO SAVEPOINT here;');
        }
        assert.equal((await transaction.query(insert, [2])).affected, 1);
        await assert.rejects(transaction.query('SELEC $1', [1]), (error: unknown) => toSqlError(error)?.code === '42601');
        await transaction.script('ROLLBACK TO SAVEPOINT here;');
        await assert.rejects(transaction.script('SELECT 1; SELECT 1/0; SELECT 2;'), (error: unknown) => toSqlError(error)?.code === '22012');
        await transaction.script('ROLLBACK TO SAVEPOINT here;');
        assert.deepEqual(await transaction.script('SELECT count(*)::int AS n FROM driver_test; SET LOCAL timezone = \'UTC\'; SELECT 2 AS two'), [[{n: 1}], [], [{two: 2}]]);
      });
    });

    it('says so when a transaction that failed was undone instead of committed', async () => {
      const {transaction} = await database.begin('');
      await assert.rejects(transaction.query('SELECT 1/$1::integer', [0]));
      await assert.rejects(transaction.commit(), /undone instead of committed/);
      assert.equal(await select('1'), 1);
    });

    it('frees the connection when the first statements fail', async () => {
      for (let attempt = 0; attempt < 30; attempt++) await assert.rejects(database.begin('SELECT nothing;'), (error: unknown) => toSqlError(error)?.code === '42703');
      assert.equal(await select('1'), 1);
    });

    it('hears what others announce when they commit, and not what they undo', async () => {
      const heard: string[] = [];
      const stop = await database.listen('driver_test', payload => heard.push(payload), () => {});
      const announce = async (payload: string, end: 'commit' | 'rollback') => {
        const {transaction} = await database.begin('');
        await transaction.query("SELECT pg_notify('driver_test', $1)", [payload]);
        await transaction[end]();
      };
      await announce('undone', 'rollback');
      await announce('done', 'commit');
      for (let waited = 0; heard.length === 0 && waited < 100; waited++) await new Promise(resolve => setTimeout(resolve, 20));
      assert.deepEqual(heard, ['done']);
      await stop();
      await announce('late', 'commit');
      await new Promise(resolve => setTimeout(resolve, 100));
      assert.deepEqual(heard, ['done']);
    });

    it('keeps transactions apart', async () => {
      const order: string[] = [];
      await Promise.all(
        ['a', 'b', 'c'].map(name =>
          inOne(async transaction => {
            await transaction.script(`SELECT set_config('portico.driver_test', '${name}', true)`);
            await new Promise(resolve => setTimeout(resolve, 5));
            const {rows} = await transaction.query("SELECT current_setting('portico.driver_test') AS value", []);
            order.push(`${name}${String(rows[0]?.['value'])}`);
          }),
        ),
      );
      assert.deepEqual(order.sort(), ['aa', 'bb', 'cc']);
      assert.notEqual(await select("current_setting('portico.driver_test', true)"), 'c');
    });
  });
}
