import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {sql} from 'kysely';
import {actAgain} from '../http/act-again.ts';
import {Housekeeping} from '../jobs/housekeeping.ts';
import type {TestClient} from '../testing/test-client.ts';
import {leadProgramme, partnerAt, refusalOf} from '../testing/lead-programme.ts';
import {placeDeal} from '../testing/test-deal.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {runExports, type ActAgain} from './run-exports.ts';

for (const database of databaseKinds) {
  describe(`long exports of deals on ${database}`, () => {
    let server: TestServer;
    let again: ActAgain;
    before(async () => {
      server = await startTestServer({database});
      again = (asker, work) => actAgain(server.database, server.context, asker, work);
    });
    after(() => server.close());

    const run = (act: ActAgain = again) => runExports(server.database, server.context, act);

    /** Makes many registrations like one, in one statement: what is written is the question here, not how they came. */
    async function multiply(tenant: TestTenant, id: string, count: number): Promise<void> {
      await tenant.inScope(async ({db}) => {
        const {rows} = await sql<{name: string}>`
          select column_name as name from information_schema.columns
          where table_schema = 'portico' and table_name = 'deal_registration' and is_generated = 'NEVER' and column_name not in ('deal_registration_id', 'number', 'name')`.execute(db);
        const same = sql.join(rows.map(({name}) => sql.ref(name)));
        await sql`
          insert into deal_registration (deal_registration_id, number, name, ${same})
          select gen_random_uuid(), 'X-' || n, 'Copy ' || n, ${same} from deal_registration, generate_series(1, ${count}::integer) n where deal_registration_id = ${id}`.execute(db);
      });
    }

    async function fileOf(client: TestClient, id: string): Promise<{readonly csv: string; readonly sizes: readonly number[]}> {
      const {parts} = await client.dealImports.getExport({id});
      const texts = [];
      for (let index = 0; index < parts; index++) texts.push((await client.dealImports.getExportPart({id, index})).csv);
      return {csv: texts.join(''), sizes: texts.map(text => text.split('\r\n').length - 1)};
    }

    async function programme(count: number) {
      const made = await leadProgramme(server, {partners: 2, route: false});
      const [own, other] = [partnerAt(made, 0), partnerAt(made, 1)];
      const ben = await own.rep('Ben');
      const customer = {name: 'Acme', website: 'acme.example', country: 'FI'};
      const of = await placeDeal(made.tenant, {partnerOrgId: own.id, status: 'submitted', customer, ownerId: ben.personId});
      await multiply(made.tenant, of, count - 1);
      await placeDeal(made.tenant, {partnerOrgId: other.id, status: 'submitted', customer: {...customer, name: 'Theirs'}});
      return {...made, own, ben};
    }

    it('are written part by part, one header before every row once, and written down', async () => {
      const {tenant, own, vendor} = await programme(1101);
      const begun = await own.client.dealImports.export({format: 'spreadsheet'});
      assert.deepEqual([begun.status, begun.rows, begun.total, begun.parts, begun.csv, begun.endedAt], ['running', 500, 1101, 1, null, null]);
      assert.equal(await refusalOf(own.client.dealImports.getExportPart({id: begun.id, index: 0})), 'deal_export_unfinished');
      // What comes later belongs to the next export.
      server.clock.advance({minutes: 1});
      await placeDeal(tenant, {partnerOrgId: own.id, status: 'submitted', customer: {name: 'Later'}});
      assert.equal(await run(), 1);
      const done = await own.client.dealImports.getExport({id: begun.id});
      assert.deepEqual([done.status, done.rows, done.total, done.parts, done.endedAt], ['done', 1101, 1101, 3, new Date(server.clock.now()).toISOString()]);
      const {csv, sizes} = await fileOf(own.client, begun.id);
      assert.deepEqual(sizes, [501, 500, 101]);
      assert.match(csv, /^\uFEFFnumber,/);
      assert.equal(csv.lastIndexOf('\uFEFF'), 0);
      assert.equal(new Set(csv.match(/X-\d+/g)).size, 1100);
      assert.doesNotMatch(csv, /Theirs|Later|partnerOrg|externalId/);
      const entries = await tenant.inScope(({db}) => db.selectFrom('audit_entry').select(['action', 'principal_id', 'changes']).where('resource', '=', 'deal_export').orderBy('audit_id').execute());
      assert.deepEqual(entries.map(({action, changes}) => [action, changes]), [['export', {format: 'spreadsheet', rows: 1101}], ['export_end', {rows: 1101}]]);
      assert.equal(new Set(entries.map(entry => entry.principal_id)).size, 1);

      // The vendor's holds both partners' and may be read by nobody else.
      const all = await vendor.dealImports.export({format: 'data', status: ['submitted']});
      assert.equal(await run(), 1);
      assert.equal((await vendor.dealImports.getExport({id: all.id})).rows, 1103);
      for (const client of [own.client, tenant.client]) assert.equal(await refusalOf(client.dealImports.getExport({id: all.id})), 'deal_export_not_found');
      // And it is read back as it is.
      const file = (await fileOf(vendor, all.id)).csv;
      const preview = await vendor.dealImports.preview({csv: file});
      assert.deepEqual([preview.rows, preview.toUpdate, preview.toCreate, preview.withErrors], [1103, 1103, 0, 0]);
    });

    it('go on after a kill where the last part was committed, as soon as the lease has passed', async () => {
      const {own} = await programme(1600);
      const {id} = await own.client.dealImports.export({format: 'data'});
      let left = 1;
      const killed: ActAgain = (asker, work) => (left-- > 0 ? again(asker, work) : new Promise(() => {}));
      void run(killed);
      const partsNow = async () => (await own.client.dealImports.getExport({id})).parts;
      for (let tries = 0; (await partsNow()) < 2 && tries < 500; tries++) await new Promise(resolve => setTimeout(resolve, 10));
      assert.equal(await partsNow(), 2);
      assert.equal(await run(), 0, 'Somebody may be at it still.');
      server.clock.advance({seconds: 61});
      assert.equal(await run(), 1);
      const {csv, sizes} = await fileOf(own.client, id);
      assert.deepEqual(sizes, [501, 500, 500, 100]);
      assert.equal(new Set(csv.match(/X-\d+/g)).size, 1599);
    });

    it('fail when whoever asked may see less meanwhile, and what was written is gone', async () => {
      const {tenant, own, ben} = await programme(1101);
      const asLead = await own.client.dealImports.export({});
      const asRep = await ben.client.dealImports.export({});
      assert.equal(asRep.status, 'running');
      const {version} = await tenant.client.people.get({id: ben.personId});
      await tenant.client.people.update({id: ben.personId, version, active: false});
      assert.equal(await run(), 2);
      const exports = await tenant.inScope(({db}) => db.selectFrom('deal_export').select(['deal_export_id as id', 'status', 'problem', 'parts']).execute());
      assert.deepEqual(exports.find(({id}) => id === asRep.id), {id: asRep.id, status: 'failed', problem: 'rights_changed', parts: 0});
      assert.equal((await own.client.dealImports.getExport({id: asLead.id})).status, 'done');
      const parts = await tenant.inScope(({db}) => db.selectFrom('deal_export_part').select('deal_export_id as id').where('deal_export_id', '=', asRep.id).execute());
      assert.deepEqual(parts, []);
    });

    it('are for nobody who sees less than when they asked, and are removed after a day', async () => {
      const {tenant, own} = await programme(3);
      const made = await own.client.dealImports.export({});
      assert.equal((await own.client.dealImports.getExportPart({id: made.id, index: 0})).csv, made.csv);
      await tenant.inScope(({db}) => db.updateTable('membership').set({roles: ['sales_rep']}).where('partner_org_id', '=', own.id).execute());
      assert.equal(await refusalOf(own.client.dealImports.getExport({id: made.id})), 'deal_export_not_found');
      assert.equal(await refusalOf(own.client.dealImports.getExportPart({id: made.id, index: 0})), 'deal_export_not_found');
      const count = () => tenant.inScope(async ({db}) => (await db.selectFrom('deal_export_part').select('index').execute()).length);
      const housekeeping = new Housekeeping(server.database, server.context);
      server.clock.advance({hours: 23});
      await housekeeping.runIfDue();
      assert.equal(await count(), 1);
      server.clock.advance({hours: 2});
      await housekeeping.runIfDue();
      assert.equal(await count(), 0);
    });
  });
}
