import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {LeadImport, LeadImportMapping} from '@portico/contract';
import {sql} from 'kysely';
import {leadProgramme, partnerAt, refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {TestProblem, type TestClient} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {runImports} from '../csv-import/run-imports.ts';

for (const database of resourceDatabaseKinds) {
  describe(`imports of leads on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    /** Imports a file to its end. */
    async function importFile(client: TestClient, csv: string, mapping: LeadImportMapping): Promise<LeadImport> {
      const {id, status} = await client.leadImports.create({csv, mapping});
      assert.equal(status, 'running');
      await runImports(server.database, server.context);
      return client.leadImports.get({id});
    }
    const counts = ({created, updated, unchanged, failed}: LeadImport) => ({created, updated, unchanged, failed});
    const codes = ({issues}: Pick<LeadImport, 'issues'>) => issues.map(({line, code}) => `${line} ${code}`);

    const byName: LeadImportMapping = {
      columns: [
        {column: 'Id', field: 'externalId'},
        {column: 'Company', field: 'company.name'},
        {column: 'Country', field: 'company.country'},
        {column: 'Partner', field: 'partnerOrg'},
        {column: 'Stage', field: 'stage'},
        {column: 'Score', field: 'score'},
      ],
    };
    const file = (...rows: string[]) => ['Id,Company,Country,Partner,Stage,Score', ...rows].join('\n');

    it('say beforehand what would happen, and write nothing', async () => {
      const {vendor, tenant} = await leadProgramme(server);
      const preview = await vendor.leadImports.preview({csv: 'Firma;E-Mail;Land;Wert;Einwilligung\r\nAcme GmbH;a@acme.example;Deutschland;1.200,50 €;v1\r\nBeta AG;nobody;Österreich;5 €;v1\r\n'});
      assert.deepEqual(
        preview.columns.map(({suggested}) => suggested),
        ['company.name', 'contact.email', 'company.country', 'estimatedValue', 'consentText'],
      );
      assert.deepEqual([preview.delimiter, preview.rows, preview.toCreate, preview.withErrors], [';', 2, 1, 1]);
      assert.deepEqual(preview.sample[0]?.values, {'company.name': 'Acme GmbH', 'contact.email': 'a@acme.example', 'company.country': 'DE', 'estimatedValue': '1200.50', 'currency': 'EUR', 'consentText': 'v1'});
      assert.deepEqual(preview.issues, [{line: 3, column: 'E-Mail', code: 'email_invalid', message: '“nobody” is not an e-mail address.', severity: 'error'}]);
      assert.deepEqual((await vendor.leads.list({})).items, []);
      assert.equal((await tenant.inScope(async ({db}) => db.selectFrom('lead_import').selectAll().execute())).length, 0);
    });

    it('route leads without a stage like any other', async () => {
      const {vendor, partners} = await leadProgramme(server);
      const mapping: LeadImportMapping = {columns: [{column: 'Name', field: 'company.name'}, {column: 'Web', field: 'company.website'}, {column: 'Land', field: 'company.country'}]};
      const done = await importFile(vendor, 'Name,Web,Land\nA,a-import.example,FI\nB,b-import.example,FI\nA again,www.a-import.example,FI\n', mapping);
      assert.deepEqual(counts(done), {created: 2, updated: 1, unchanged: 0, failed: 0});
      assert.deepEqual(codes(done), ['4 lead_attached']);
      const {items} = await vendor.leads.list({});
      assert.deepEqual(items.map(lead => [lead.company.name, lead.status, lead.source]).sort(), [['A', 'offered', 'import'], ['B', 'offered', 'import']]);
      assert.deepEqual(items.map(lead => lead.offer?.partnerOrg.id).sort(), partners.map(({id}) => id).sort());
    });

    it('place leads with their partners, as they stand', async () => {
      const programme = await leadProgramme(server);
      const {vendor} = programme;
      const {client} = partnerAt(programme, 0);
      const done = await importFile(vendor, file('1,Acme,FI,Partner A,offered,10', '2,Beta,FI,Partner A,working,20', '3,Gamma,FI,Partner A,closed_won,30', '4,Delta,FI,Partner A,closed_lost,'), byName);
      assert.deepEqual(counts(done), {created: 4, updated: 0, unchanged: 0, failed: 0});
      assert.deepEqual(await client.leadOffers.counts({}), {new: 1, working: 1, closed: 2, unread: 1});
      const [fresh] = (await client.leadOffers.list({tab: 'new'})).items;
      assert.deepEqual([fresh?.lead, fresh?.teaser.score, fresh?.acceptBy, fresh?.actions.includes('accept')], [null, 10, '2026-11-23T10:00:00.000Z', true]);
      const [working] = (await client.leadOffers.list({tab: 'working'})).items;
      assert.deepEqual([working?.lead?.company.name, working?.status, working?.actBy], ['Beta', 'working', '2027-01-20T10:00:00.000Z']);
      const lost = (await vendor.leads.list({externalId: '4'})).items[0];
      assert.deepEqual([lost?.status, lost?.lostReason, lost?.endedAt], ['closed_lost', 'other', '2026-11-21T10:00:00.000Z']);
      const story = await vendor.activities.listForLead({leadId: lost?.id ?? ''});
      assert.deepEqual(story.items.map(({event}) => event), ['import', 'close_lost', 'accept', 'create']);
      assert.deepEqual((await vendor.routingDecisions.list({leadId: lost?.id ?? ''})).items.map(({method, chosen}) => [method, chosen?.name]), [['manual', 'Partner A']]);
      assert.deepEqual((await vendor.leads.list({q: 'gamma'})).items.map(({externalId}) => externalId), ['3']);
    });

    it('leave what they place to the same clock and the same acts', async () => {
      const own = await startTestServer({database});
      try {
        const programme = await leadProgramme(own, {partners: 1});
        const {client} = partnerAt(programme, 0);
        const started = await programme.vendor.leadImports.create({csv: file('1,Acme,FI,Partner A,offered,10', '2,Beta,FI,Partner A,offered,20', '3,Gamma,FI,Partner A,working,30'), mapping: byName});
        await runImports(own.database, own.context);
        assert.equal((await programme.vendor.leadImports.get(started)).status, 'done');
        const [first] = (await client.leadOffers.list({tab: 'new', sort: 'score'})).items;
        assert.equal((await client.leadOffers.accept({id: first?.id ?? '', version: first?.version ?? 0})).lead?.company.name, 'Beta');
        own.clock.advance({days: 15});
        await own.app.runDue();
        const later = await programme.tenant.partnerSession({partnerOrgId: partnerAt(programme, 0).id, roles: ['sales_lead']});
        assert.deepEqual((await later.client.leadOffers.list({tab: 'closed'})).items.map(({status}) => status).sort(), ['expired', 'reclaimed', 'reclaimed']);
      } finally {
        await own.close();
      }
    });

    it('add nothing twice when a file is repeated, in whatever order and under whatever name', async () => {
      const {vendor} = await leadProgramme(server);
      const rows = ['1,Acme,FI,Partner A,offered,10', '2,Beta,FI,Partner B,working,20', '3,Gamma,FI,,new,30'];
      assert.deepEqual(counts(await importFile(vendor, file(...rows), byName)), {created: 3, updated: 0, unchanged: 0, failed: 0});
      assert.deepEqual(counts(await importFile(vendor, file(...rows.toReversed()), byName)), {created: 0, updated: 0, unchanged: 3, failed: 0});
      const preview = await vendor.leadImports.preview({csv: file(...rows), mapping: byName});
      assert.deepEqual([preview.toCreate, preview.toUpdate], [0, 0]);
      assert.equal((await vendor.leads.list({})).items.length, 3);
    });

    it('recognise rows without an id by what they say', async () => {
      const {vendor} = await leadProgramme(server);
      const mapping: LeadImportMapping = {columns: [{column: 'Name', field: 'company.name'}, {column: 'Need', field: 'need'}]};
      const done = await importFile(vendor, 'Name,Need\nAcme,pumps\nAcme,pumps\nAcme,drives\n', mapping);
      assert.deepEqual(counts(done), {created: 2, updated: 0, unchanged: 1, failed: 0});
      assert.deepEqual(codes(done), ['3 row_repeated']);
      assert.deepEqual(counts(await importFile(vendor, 'Name,Need\nAcme,drives\n', mapping)), {created: 0, updated: 0, unchanged: 1, failed: 0});
    });

    it('correct what a later file says differently, and leave alone what it does not say', async () => {
      const programme = await leadProgramme(server);
      const {vendor} = programme;
      await importFile(vendor, file('1,Acme,FI,Partner A,offered,10', '2,Beta,FI,Partner A,working,20'), byName);
      const done = await importFile(vendor, file('1,Acme Oy,,Partner A,working,', '2,Beta,FI,Partner A,closed_won,20'), byName);
      assert.deepEqual([counts(done), codes(done)], [{created: 0, updated: 2, unchanged: 0, failed: 0}, []]);
      const [acme, beta] = await Promise.all(['1', '2'].map(async externalId => (await vendor.leads.list({externalId})).items[0]));
      assert.deepEqual([acme?.company.name, acme?.company.country, acme?.score, acme?.status], ['Acme Oy', 'FI', 10, 'working']);
      assert.equal(beta?.status, 'closed_won');
      // An ended lead is closed to later files as well.
      const late = await importFile(vendor, file('2,Beta Oy,FI,Partner A,closed_won,20'), byName);
      assert.deepEqual([counts(late), codes(late)], [{created: 0, updated: 0, unchanged: 1, failed: 0}, ['2 lead_read_only']]);
    });

    it('keep a lead where it is when the file says somebody else has it', async () => {
      const programme = await leadProgramme(server);
      await importFile(programme.vendor, file('1,Acme,FI,Partner A,working,10'), byName);
      const done = await importFile(programme.vendor, file('1,Acme,FI,Partner B,working,11'), byName);
      assert.deepEqual(codes(done), ['2 stage_kept']);
      const [lead] = (await programme.vendor.leads.list({externalId: '1'})).items;
      assert.deepEqual([lead?.offer?.partnerOrg.name, lead?.score], ['Partner A', 11]);
    });

    it('lock customers for those who work with them, and say where two do', async () => {
      const {vendor, tenant} = await leadProgramme(server);
      const done = await importFile(vendor, file('1,Acme Oy,FI,Partner A,working,', '2,Acme,FI,Partner A,working,', '3,ACME,FI,Partner B,working,', '4,Acme,SE,Partner B,working,', '5,Acme,FI,Partner B,offered,'), byName);
      assert.deepEqual([counts(done), codes(done)], [{created: 5, updated: 0, unchanged: 0, failed: 0}, ['4 account_locked']]);
      const locks = await tenant.inScope(async ({db}) => db.selectFrom('account_lock').innerJoin('partner_org', 'partner_org.partner_org_id', 'account_lock.partner_org_id').select(['account_key', 'name']).orderBy('account_key').execute());
      assert.deepEqual(locks.map(({account_key: key, name}) => [key, name]), [['name:acme:FI', 'Partner A'], ['name:acme:SE', 'Partner B']]);
    });

    it('find a lead that came another way by its externalId', async () => {
      const {vendor, newLead} = await leadProgramme(server);
      const {id} = await newLead({externalId: '77', company: {name: 'Known', country: 'FI'}});
      assert.deepEqual(counts(await importFile(vendor, file('77,Known Oy,FI,,new,55'), byName)), {created: 0, updated: 1, unchanged: 0, failed: 0});
      assert.equal((await vendor.leads.get({id})).company.name, 'Known Oy');
    });

    it('leave out rows with errors and take the rest', async () => {
      const {vendor} = await leadProgramme(server);
      const done = await importFile(vendor, file('1,Acme,FI,Partner A,offered,x', '2,Beta,FI,Nobody,offered,5', '3,Gamma,FI,Partner A,dreaming,5', '4,Delta,FI,Partner A,offered,5', '4,Other,FI,Partner A,offered,5'), byName);
      assert.deepEqual(counts(done), {created: 1, updated: 0, unchanged: 0, failed: 4});
      assert.deepEqual(codes(done), ['2 number_invalid', '3 partner_unknown', '4 stage_unknown', '6 row_contradicted']);
      assert.deepEqual([done.status, done.rows, done.rowsDone], ['done', 5, 5]);
    });

    it('refuse what is no CSV, or a mapping that does not fit, with the place', async () => {
      const {vendor} = await leadProgramme(server);
      const problemOf = async (call: Promise<unknown>) => {
        const error: unknown = await call.catch((reason: unknown) => reason);
        assert.ok(error instanceof TestProblem, String(error));
        return {status: error.status, code: error.problem.code, errors: error.problem.errors};
      };
      const broken = await problemOf(vendor.leadImports.create({csv: 'Id,Company\n1,"Acme\n', mapping: {columns: [{column: 'Id', field: 'externalId'}]}}));
      assert.deepEqual(broken, {status: 422, code: 'csv_malformed', errors: [{pointer: '/csv', code: 'quote_not_closed', message: 'Line 2: a quote is opened and never closed.'}]});
      const nul = await problemOf(vendor.leadImports.preview({csv: 'Id\n\0\n'}));
      assert.equal(nul.code, 'csv_malformed');
      const many = await problemOf(vendor.leadImports.preview({csv: `a\n${'1\n'.repeat(50_001)}`}));
      assert.deepEqual([many.status, many.code], [413, 'csv_too_large']);
      const unfit = await problemOf(vendor.leadImports.create({csv: 'Id\n1\n', mapping: {columns: [{column: 'No', field: 'externalId'}]}}));
      assert.deepEqual([unfit.status, unfit.errors?.[0]?.pointer], [422, '/mapping/columns/0/column']);
      assert.equal(await refusalOf(vendor.leadImports.get({id: '01a20000-0000-7000-8000-000000000000'})), 'lead_import_not_found');
    });

    it('are the vendor’s alone, and each tenant’s own', async () => {
      const programme = await leadProgramme(server);
      const {id} = await importFile(programme.vendor, file('1,Acme,FI,Partner A,offered,1'), byName);
      const other = await leadProgramme(server);
      assert.equal(await refusalOf(other.vendor.leadImports.get({id})), 'lead_import_not_found');
      assert.equal(await refusalOf(partnerAt(programme, 0).client.leadImports.get({id})), 'forbidden');
      assert.deepEqual((await programme.vendor.leadImports.list({})).items.map(item => item.id), [id]);
    });

    it('announce every lead they touch, and forget the file', async () => {
      const {vendor, tenant, partners} = await leadProgramme(server);
      await importFile(vendor, file('1,Acme,FI,Partner A,offered,1', '2,Beta,FI,Partner B,working,1'), byName);
      const events = await tenant.inScope(async ({db}) => db.selectFrom('change_event').select(['resource', 'partner_org_id']).where('resource', 'in', ['lead', 'lead_offer', 'lead_import']).orderBy('change_id').execute());
      assert.deepEqual(
        events.map(({resource, partner_org_id: org}) => [resource, partners.findIndex(({id}) => id === org)]),
        [['lead_import', -1], ['lead_offer', 0], ['lead', -1], ['lead_offer', 1], ['lead', -1], ['lead_import', -1]],
      );
      const [row] = await tenant.inScope(async ({db}) => (await sql<{csv: string}>`select csv from lead_import`.execute(db)).rows);
      assert.equal(row?.csv, '');
    });

    it('begin when the app does what is due, beside everything else', async () => {
      const {vendor} = await leadProgramme(server);
      const {id} = await vendor.leadImports.create({csv: file('1,Acme,FI,Partner A,offered,1'), mapping: byName});
      await server.app.runDue();
      let seen = await vendor.leadImports.get({id});
      for (let tries = 0; seen.status === 'running' && tries < 200; tries++) {
        await new Promise(resolve => setTimeout(resolve, 25));
        seen = await vendor.leadImports.get({id});
      }
      assert.deepEqual([seen.status, seen.created], ['done', 1]);
    });
  });
}
