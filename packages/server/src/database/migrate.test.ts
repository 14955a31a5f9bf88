import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import pg from 'pg';
import {databaseKinds, openTestDatabase, readMigrations, testDatabaseUrl} from '../testing/test-database.ts';
import {systemContext} from '../context.ts';
import {connect} from './connect.ts';
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

for (const address of testDatabaseUrl === undefined ? [] : [testDatabaseUrl]) {
  it('the schema is made by whoever owns the database and may make roles, as services hand a PostgreSQL out', async () => {
    const url = new URL(address);
    const admin = new pg.Client({connectionString: url.href});
    await admin.connect();
    const name = `portico_owned_${context.randomBytes(6).join('_')}`;
    const roles = ['portico_owner', 'portico_app', 'portico_worker', 'portico_backup'];
    try {
      // As after CREATE ROLE by somebody who is no superuser: they may be given away, and not be used.
      await admin.query(`CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'owner'`);
      await admin.query(`DO $$ BEGIN ${roles.map(role => `IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;`).join(' ')} END $$`);
      await admin.query(`GRANT ${roles.join(', ')} TO ${name} WITH ADMIN TRUE, SET FALSE, INHERIT FALSE`);
      await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
      Object.assign(url, {username: name, password: 'owner', pathname: `/${name}`});
      const database = await connect({url: url.href}, {...context, log});
      try {
        assert.equal((await migrate(database, migrations, context)).length, migrations.length);
        await selfCheck(database, context);
      } finally {
        await database.close();
      }
    } finally {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.query(`DROP ROLE IF EXISTS ${name}`);
      await admin.end();
    }
  });
}

describe('the generated steps', () => {
  it('are those of the files', () => {
    assert.deepEqual(migrations, readMigrations());
  });
});
