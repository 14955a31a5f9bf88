import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {databaseKinds, openTestDatabase, readMigrations} from '../testing/test-database.ts';
import {systemContext} from '../context.ts';
import type {Database} from './database.ts';
import {SchemaMismatchError, isMigrated, migrate, type Migration} from './migrate.ts';
import {migrations} from './migrations.gen.ts';
import {selfCheck} from './self-check.ts';

const log = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};
const context = systemContext(log);
const next: Migration = {name: '9999-next', sql: 'CREATE TABLE next_step (tenant_id uuid); ALTER TABLE next_step ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY p ON next_step USING (false); -- the end'};

for (const kind of databaseKinds) {
  describe(`the schema on ${kind}`, () => {
    let database: Database;
    before(async () => {
      database = await openTestDatabase(kind, context, log);
    });
    after(() => database.close());

    it('is brought up once', async () => {
      assert.deepEqual(await migrate(database, migrations, context), []);
      assert.equal(await isMigrated(database, migrations), true);
    });

    it('takes the steps that are missing, one runner at a time', async () => {
      assert.equal(await isMigrated(database, [...migrations, next]), false);
      const ran = await Promise.all(Array.from({length: 4}, () => migrate(database, [...migrations, next], context)));
      assert.deepEqual(ran.flat(), [next.name]);
      await selfCheck(database, context);
    });

    it('refuses to be used by an older version, or by one whose steps were changed', async () => {
      await assert.rejects(migrate(database, migrations, context), (error: unknown) => error instanceof SchemaMismatchError && error.message.includes('9999-next'));
      await assert.rejects(isMigrated(database, migrations), SchemaMismatchError);
      await assert.rejects(migrate(database, [...migrations, {...next, sql: `${next.sql} `}], context), /changed after they had run: 9999-next/);
    });

    it('is left as it was by a step that fails', async () => {
      const broken: Migration = {name: '99991-broken', sql: 'CREATE TABLE half (tenant_id uuid); SELECT nothing FROM nowhere;'};
      await assert.rejects(migrate(database, [...migrations, next, broken], context), /nowhere/);
      const {transaction, results} = await database.begin("SELECT to_regclass('portico.half') AS half;");
      assert.deepEqual(results, [[{half: null}]]);
      await transaction.rollback();
    });
  });
}

describe('the generated steps', () => {
  it('are those of the files', () => {
    assert.deepEqual(migrations, readMigrations());
  });
});
