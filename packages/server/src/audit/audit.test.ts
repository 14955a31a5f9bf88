import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {toSqlError} from '../database/errors.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {verifyAudit} from './verify-audit.ts';

for (const database of databaseKinds) {
  describe(`the audit log on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
      for (let index = 0; index < 5; index++) await tenant.client.partnerOrgs.create({name: `Org ${index}`});
    });
    after(() => server.close());

    /** As whoever owns the database, past all roles. */
    async function asOwner(sql: string): Promise<void> {
      const {transaction} = await server.database.begin('SET LOCAL search_path = portico; ');
      try {
        await transaction.script(sql);
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
      await transaction.commit();
    }
    const verdict = () => tenant.inScope(verifyAudit);

    it('says who did what, when and on whose request', async () => {
      const {client, personId} = await tenant.vendorSession();
      server.clock.advance({minutes: 1});
      const org = await client.partnerOrgs.create({name: 'Audited'});
      const [entry] = await tenant.inScope(({db}) => db.selectFrom('audit_entry').selectAll().where('resource_id', '=', org.id).execute());
      assert.equal(entry?.principal_id, `person:${personId}`);
      assert.equal(entry.action, 'create');
      assert.equal(entry.resource, 'partner_org');
      assert.equal(entry.at, new Date(server.clock.now()).toISOString());
      assert.match(entry.request_id ?? '', /^[0-9a-f-]{36}$/);
    });

    it('only grows, whoever asks', async () => {
      for (const sql of ["UPDATE audit_entry SET action = 'x'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry']) {
        await assert.rejects(asOwner(sql), (error: unknown) => toSqlError(error)?.code === '42501', sql);
        await assert.rejects(asOwner(`SET LOCAL ROLE portico_app; ${sql}`), (error: unknown) => toSqlError(error)?.code === '42501', sql);
      }
    });

    it('is a chain in which a change, a gap and a missing end show', async () => {
      const whole = await verdict();
      assert.equal(whole.brokenAt, null);
      assert.ok(whole.entries >= 6);
      const tamper = async (sql: string) => asOwner(`ALTER TABLE audit_entry DISABLE TRIGGER only_grows; ${sql}; ALTER TABLE audit_entry ENABLE TRIGGER only_grows`);
      const here = `tenant_id = '${tenant.tenantId}'`;
      const saved = `CREATE TABLE saved AS SELECT * FROM audit_entry WHERE ${here}`;
      const restore = `DELETE FROM audit_entry WHERE ${here}; INSERT INTO audit_entry SELECT * FROM saved`;
      await asOwner(saved);

      await tamper(`UPDATE audit_entry SET principal_id = 'key:somebody' WHERE ${here} AND audit_id = 3`);
      assert.equal((await verdict()).brokenAt, 3);
      await tamper(`${restore}; UPDATE audit_entry SET changes = '{"name":"Org 1b"}' WHERE ${here} AND audit_id = 2`);
      assert.equal((await verdict()).brokenAt, 2);
      await tamper(`${restore}; UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE ${here} AND audit_id = 4`);
      assert.equal((await verdict()).brokenAt, 4);
      await tamper(`${restore}; DELETE FROM audit_entry WHERE ${here} AND audit_id = 3`);
      assert.equal((await verdict()).brokenAt, 4);
      await tamper(`${restore}; DELETE FROM audit_entry WHERE ${here} AND audit_id = ${whole.entries}`);
      assert.equal((await verdict()).brokenAt, whole.entries);
      await tamper(restore);
      assert.deepEqual(await verdict(), whole);
      await asOwner('DROP TABLE saved');
    });
  });
}
