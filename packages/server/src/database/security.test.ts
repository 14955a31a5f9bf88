import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {newId} from '../context.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import type {Row} from './database.ts';
import {openingSql, type Settings} from './open.ts';
import {SelfCheckError, selfCheck} from './self-check.ts';
import {toSqlError} from './errors.ts';

for (const database of databaseKinds) {
  describe(`row-level security on ${database}`, () => {
    let server: TestServer;
    let mine: TestTenant;
    let other: TestTenant;
    before(async () => {
      server = await startTestServer({database});
      [mine, other] = [await server.newTenant(), await server.newTenant()];
    });
    after(() => server.close());

    /** Runs one statement as a transaction of requests would, and undoes it. */
    async function run(settings: Partial<Settings>, sql: string): Promise<Row[]> {
      const {transaction} = await server.database.begin(openingSql('write', {tenantId: mine.tenantId, caller: 'system', partnerOrgId: null, principalId: 'system:test', ...settings}));
      try {
        return (await transaction.script(`${sql};`)).at(-1) ?? [];
      } finally {
        await transaction.rollback();
      }
    }
    const codeOf = async (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => toSqlError(error)?.code ?? String(error),
      );

    /** A lead on offer, with an activity of each visibility, in the tenant given. */
    async function furnish(tenant: TestTenant, partnerOrgId: string): Promise<{leadId: string; offerId: string}> {
      const {client} = tenant;
      await tenant.newPerson({partnerOrgId});
      const {lead} = await client.leads.create({company: {name: 'Buyer', country: 'FI'}, route: false});
      const {offer} = await client.leads.offer({id: lead.id, version: lead.version, partnerOrgId, override: true});
      await client.activities.createForLead({leadId: lead.id, kind: 'note', body: 'secret', internal: true});
      return {leadId: lead.id, offerId: offer?.id ?? ''};
    }

    it('shows every table to one tenant at a time, and none without', async () => {
      for (const tenant of [mine, other]) await furnish(tenant, await tenant.newPartnerOrg());
      const tables = await run({}, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'portico' AND tablename NOT IN ('schema_migration', 'signing_key') ORDER BY 1");
      assert.ok(tables.length > 18);
      for (const {name} of tables) {
        const rows = await run({}, `SELECT DISTINCT tenant_id FROM ${String(name)}`);
        assert.ok(rows.every(row => row['tenant_id'] === mine.tenantId), String(name));
        assert.deepEqual(await run({tenantId: null}, `SELECT tenant_id FROM ${String(name)}`), [], `${String(name)} without a tenant`);
      }
      for (const name of ['lead', 'lead_offer', 'activity', 'person', 'audit_entry', 'change_event']) assert.ok((await run({}, `SELECT 1 FROM ${name}`)).length > 0, name);
    });

    it('lets nobody write into another tenant', async () => {
      const id = newId(server.context);
      const insert = `INSERT INTO person (tenant_id, person_id, name, created_at, updated_at) VALUES ('${other.tenantId}', '${id}', 'x', now(), now())`;
      assert.equal(await codeOf(run({}, insert)), '42501');
      assert.equal(await codeOf(run({tenantId: null}, insert)), '42501');
      assert.deepEqual(await run({}, `UPDATE person SET name = 'x' WHERE tenant_id = '${other.tenantId}' RETURNING person_id`), []);
      await mine.newPerson();
      assert.equal(await codeOf(run({}, `UPDATE person SET tenant_id = '${other.tenantId}'`)), '42501');
    });

    it('shows a partner its own organisation only, and no internal note of the vendor', async () => {
      const tenant = await server.newTenant();
      const [own, sibling] = [await tenant.newPartnerOrg(), await tenant.newPartnerOrg()];
      const ours = await furnish(tenant, own);
      const theirs = await furnish(tenant, sibling);
      const asPartner = {tenantId: tenant.tenantId, caller: 'partner', partnerOrgId: own} as const;
      const ids = async (column: string, table: string) => (await run(asPartner, `SELECT ${column} AS id FROM ${table}`)).map(row => row['id']);
      assert.deepEqual(await ids('lead_offer_id', 'lead_offer'), [ours.offerId]);
      assert.deepEqual(await ids('lead_id', 'lead'), [ours.leadId]);
      assert.deepEqual(await ids('partner_org_id', 'partner_org'), [own]);
      assert.deepEqual(await ids('partner_org_id', 'partnership'), [own]);
      assert.ok(!(await ids('partner_org_id', 'membership')).includes(sibling));
      assert.deepEqual(await run(asPartner, "SELECT body FROM activity WHERE visibility = 'vendor_internal'"), []);
      assert.deepEqual(await run(asPartner, `SELECT body FROM activity WHERE lead_id = '${theirs.leadId}'`), []);
      assert.equal((await run({...asPartner, caller: 'vendor', partnerOrgId: null}, "SELECT body FROM activity WHERE visibility = 'vendor_internal' AND body = 'secret'")).length, 2);
      for (const table of ['routing_rule', 'routing_decision', 'lead_import', 'lead_import_row', 'audit_entry', 'secret_key']) assert.deepEqual(await run(asPartner, `SELECT 1 FROM ${table}`), [], table);
      assert.ok((await run(asPartner, 'SELECT partner_org_id FROM change_event')).every(row => row['partner_org_id'] === own));
      // Neither does it write for another, nor without saying who it is.
      assert.equal(await codeOf(run(asPartner, `UPDATE lead_offer SET partner_org_id = '${sibling}'`)), '42501');
      assert.deepEqual(await run({...asPartner, partnerOrgId: null}, 'SELECT 1 FROM lead_offer'), []);
      assert.deepEqual(await run({...asPartner, caller: null, partnerOrgId: null}, 'SELECT 1 FROM lead_offer'), []);
    });

    it('keeps saved answers to whom they were given', async () => {
      const {token} = await mine.vendorSession();
      assert.ok(token);
      const [row] = await run({}, 'SELECT count(*)::int AS n FROM idempotency_record');
      assert.equal(row?.['n'], 0);
      const [key] = await run({}, 'SELECT key_id FROM secret_key');
      const saved = await run({principalId: `key:${String(key?.['key_id'])}`}, 'SELECT 1 FROM idempotency_record');
      assert.ok(saved.length > 0);
    });

    it('gives the role of requests nothing that it does not need', async () => {
      for (const statement of [
        "INSERT INTO tenant (tenant_id, name, secret, created_at) VALUES (gen_random_uuid(), 'x', '', now())",
        'DELETE FROM lead', 'DELETE FROM person', 'DELETE FROM change_event', 'TRUNCATE lead', 'UPDATE change_event SET change_id = 1', 'SELECT * FROM signing_key', 'CREATE TABLE x (y int)', 'DROP TABLE lead', 'ALTER TABLE lead DISABLE ROW LEVEL SECURITY',
      ]) {
        assert.equal(await codeOf(run({}, statement)), '42501', statement);
      }
      for (const statement of ['SELECT title FROM portico.lead', 'SELECT email FROM portico.person', 'SELECT csv FROM portico.lead_import', 'UPDATE portico.lead SET title = title']) {
        const {transaction} = await server.database.begin('SET LOCAL ROLE portico_worker; ');
        assert.equal(await codeOf(transaction.script(statement)), '42501', `${statement} as the worker`);
        await transaction.rollback();
      }
    });

    it('refuses writes in a transaction for reading', async () => {
      const {transaction} = await server.database.begin(openingSql('read', {tenantId: mine.tenantId, caller: 'system', partnerOrgId: null, principalId: 'system:test'}));
      assert.equal(await codeOf(transaction.script("UPDATE person SET name = 'x'")), '25006');
      await transaction.rollback();
    });

    it('is checked when the server starts', async () => {
      await selfCheck(server.database, server.context);
      const owner = async (sql: string) => {
        const {transaction} = await server.database.begin(`SET LOCAL search_path = portico; ${sql}`);
        await transaction.commit();
      };
      await owner('ALTER TABLE lead NO FORCE ROW LEVEL SECURITY;');
      await assert.rejects(selfCheck(server.database, server.context), (error: unknown) => error instanceof SelfCheckError && error.exitCode === 78 && error.message.includes('lead does not force'));
      await owner('ALTER TABLE lead FORCE ROW LEVEL SECURITY; CREATE VIEW every_lead AS SELECT * FROM lead;');
      await assert.rejects(selfCheck(server.database, server.context), /every_lead is not security_invoker/);
      await owner('DROP VIEW every_lead; CREATE POLICY hole ON tenant TO portico_app USING (true);');
      await assert.rejects(selfCheck(server.database, server.context), /A tenant sees others/);
      await owner('DROP POLICY hole ON tenant;');
      await selfCheck(server.database, server.context);
    });
  });
}
