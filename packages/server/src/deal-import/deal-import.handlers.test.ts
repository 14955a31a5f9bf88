import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DealImportField, type DealImport, type DealImportMapping} from '@portico/contract';
import {runImports} from '../csv-import/run-imports.ts';
import {leadProgramme, partnerAt, refusalOf} from '../testing/lead-programme.ts';
import {placeDeal} from '../testing/test-deal.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

for (const database of resourceDatabaseKinds) {
  describe(`imports of deals on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const run = async ({client}: TestTenant, csv: string, mapping?: DealImportMapping): Promise<DealImport> => {
      const suggested = mapping ?? (await client.dealImports.preview({csv})).mapping;
      assert.ok(suggested);
      const {id} = await client.dealImports.create({fileName: 'deals.csv', csv, mapping: suggested});
      await runImports(server.database, server.context);
      return client.dealImports.get({id});
    };
    const countsOf = ({created, updated, unchanged, failed, warnings}: DealImport) => ({created, updated, unchanged, failed, warnings});
    const header = 'id,partner,customer,website,country,product,amount,currency,status,submitted,closed,stage\n';

    it('stand as the file says, are reported by line and column, and change nothing when they come again', async () => {
      const {tenant} = await leadProgramme(server, {partners: 2, route: false});
      const {version} = await tenant.client.program.get({});
      await tenant.client.program.update({version, products: [{name: 'Gripper', aliases: ['GR']}, {name: 'Valve, large', aliases: []}]});
      const csv = `${header}${[
        '1,Partner A,Acme Oy,acme.example,Finland,GR × 2,"1,054.50",EUR,approved,2026-10-01,,proposal',
        '2,Partner B,Acme,www.acme.example,FI,Gripper,900,EUR,approved,2026-10-02,,',
        '3,Partner B,Acme,acme.example,FI,"Valve, large",500000,JPY,approved,2026-10-02,,',
        '4,Partner A,Birch,birch.example,SE,,,,won,2026-01-02,2026-03-04,',
        '5,Partner A,Birch,birch.example,SE,,,,lost,2026-01-02,2025-03-04,',
        '6,Nobody,Birch,birch.example,SE,,,,draft,,,',
        '7,Partner A,Cedar,,Atlantis,,12.3456,EUR,approving,,,',
        '8,Partner B,Cedar,cedar.example,DE,Unknown,,,pending_approval,2026-11-01,2026-11-02,',
        '8,Partner B,Cedar,cedar.example,DE,Unknown,,,submitted,2026-11-01,,',
        '9,Partner A,,,,Gripper,,,action_required,2026-11-01,,',
        '10,Partner A,Dane,dane.example,DK,,,,draft,,,',
      ].join('\n')}\n`;
      const preview = await tenant.client.dealImports.preview({csv});
      assert.deepEqual(preview.columns.map(({suggested}) => suggested), ['externalId', 'partnerOrg', 'customer.name', 'customer.website', 'customer.country', 'products', 'estimatedAmount', 'currency', 'status', 'submittedAt', 'endedAt', 'stage']);
      assert.deepEqual([preview.rows, preview.toCreate, preview.toUpdate, preview.withErrors], [11, 7, 0, 4]);

      const done = await run(tenant, csv);
      assert.deepEqual(done.issues.map(({line, column, code}) => [line, column, code]), [
        [3, null, 'queued_behind'],
        [6, 'closed', 'dates_reversed'],
        [7, 'partner', 'partner_unknown'],
        [8, 'country', 'country_unknown'],
        [8, 'amount', 'amount_too_precise'],
        [8, 'status', 'status_unknown'],
        [9, 'product', 'product_unknown'],
        [9, 'closed', 'value_left_out'],
        [9, null, 'status_changed'],
        [10, 'product', 'product_unknown'],
        [10, null, 'row_contradicted'],
        [11, null, 'customer_missing'],
        [1, null, 'queued_behind_others'],
      ]);
      assert.deepEqual(countsOf(done), {created: 7, updated: 0, unchanged: 0, failed: 4, warnings: 7});

      const deals = (await tenant.client.dealRegistrations.list({limit: 50})).items.toSorted((a, b) => Number(a.externalId) - Number(b.externalId));
      assert.deepEqual(
        deals.map(({externalId, partnerOrg, status, customer, lines, estimatedAmount, stage, protectedFrom, endedAt}) => [externalId, partnerOrg.name, status, customer.country, lines.map(({product, quantity}) => [product, quantity]), estimatedAmount, stage, protectedFrom, endedAt]),
        [
          ['1', 'Partner A', 'approved', 'FI', [['Gripper', 2]], {amountMinor: 105_450, currency: 'EUR'}, 'proposal', '2026-09-30T21:00:00.000Z', null],
          ['2', 'Partner B', 'submitted', 'FI', [['Gripper', 1]], {amountMinor: 90_000, currency: 'EUR'}, null, null, null],
          ['3', 'Partner B', 'approved', 'FI', [['Valve, large', 1]], {amountMinor: 500_000, currency: 'JPY'}, 'qualified', '2026-10-01T21:00:00.000Z', null],
          ['4', 'Partner A', 'won', 'SE', [], null, 'won', null, '2026-03-03T22:00:00.000Z'],
          ['8', 'Partner B', 'under_review', 'DE', [['Unknown', 1]], null, null, null, null],
          ['9', 'Partner A', 'action_required', null, [['Gripper', 1]], null, null, null, null],
          ['10', 'Partner A', 'draft', 'DK', [], null, null, null, null],
        ],
      );
      assert.equal(new Set(deals.flatMap(({number}) => number ?? [])).size, 6);
      assert.equal(deals[1]?.standing, 'behind');

      const again = await run(tenant, csv);
      assert.deepEqual(countsOf(again), {...countsOf(done), created: 0, unchanged: 7, warnings: again.warnings});
      assert.deepEqual((await tenant.client.dealRegistrations.list({limit: 50})).items.map(({id, version: at}) => [id, at]).toSorted(), deals.map(({id, version: at}) => [id, at]).toSorted());
    });

    it('correct what is known and leave where it stands', async () => {
      const {tenant} = await leadProgramme(server, {partners: 1, route: false});
      await run(tenant, `${header}1,Partner A,Acme,acme.example,FI,Gripper,100,EUR,approved,2026-10-01,,\n2,Partner A,Birch,birch.example,FI,,,,won,2026-10-01,2026-11-01,\n`);
      server.clock.advance({minutes: 1});
      const done = await run(tenant, `${header}1,Partner A,Acme Pumps,acme.example,FI,Gripper; Camera,250,EUR,lost,2026-10-01,2026-11-02,\n2,Partner A,Birch Foods,birch.example,FI,,,,won,2026-10-01,2026-11-01,\n`);
      assert.deepEqual([countsOf(done), done.issues.map(({line, code}) => [line, code])], [{created: 0, updated: 1, unchanged: 1, failed: 0, warnings: 2}, [[2, 'standing_kept'], [3, 'deal_read_only']]]);
      const acme = (await tenant.client.dealRegistrations.list({})).items.find(({externalId}) => externalId === '1');
      assert.deepEqual([acme?.status, acme?.customer.name, acme?.lines.map(({product}) => product), acme?.estimatedAmount?.amountMinor], ['approved', 'Acme Pumps', ['Gripper', 'Camera'], 25_000]);
      const protectedNow = await tenant.inScope(({db}) => db.selectFrom('deal_protection').select(['customer_key', 'product']).where('released_at', 'is', null).orderBy('product').execute());
      assert.deepEqual(protectedNow, [{customer_key: 'domain:acme.example', product: 'Camera'}, {customer_key: 'domain:acme.example', product: 'Gripper'}]);
    });

    it('change nothing when an export comes back, and make the same of it elsewhere', async () => {
      const [here, there] = [await leadProgramme(server, {partners: 2, route: false}), await leadProgramme(server, {partners: 2, route: false})];
      const ben = await partnerAt(here, 0).rep('Ben');
      await partnerAt(there, 0).rep('Ben');
      const customer = {name: '=Acme; "Pumps"\nGroup', website: 'acme.example', country: 'FI', taxId: "'=123", email: 'anna@acme.example', phone: '+358 3 123'};
      for (const [n, status] of (['submitted', 'approved', 'won', 'draft', 'rejected'] as const).entries()) {
        server.clock.advance({ms: 7});
        await placeDeal(here.tenant, {partnerOrgId: partnerAt(here, n % 2).id, status, customer: {...customer, website: `acme${n}.example`}, products: n === 1 ? [] : ['Valve, large', "'=Gripper"], ownerId: n === 0 ? ben.personId : null});
      }
      const status = ['submitted', 'approved', 'won', 'rejected'] as const;
      const exported = async ({client}: TestTenant, input: Parameters<TestTenant['client']['dealImports']['export']>[0]) => {
        const {csv, rows} = await client.dealImports.export(input);
        assert.ok(csv !== null);
        return {csv, rows};
      };
      const first = await exported(here.tenant, {format: 'spreadsheet'});
      assert.equal(first.rows, 4, 'Drafts that a partner has to itself are nothing for the vendor.');
      assert.match(first.csv, /^\uFEFFexternalId,number,/);
      const mapped = (await here.tenant.client.dealImports.preview({csv: first.csv})).mapping;
      assert.deepEqual(mapped?.columns.map(({column, field}) => [column, field]), DealImportField.options.map(field => [field, field]));
      const back = await run(here.tenant, first.csv);
      assert.deepEqual([countsOf(back), back.issues.filter(({severity}) => severity === 'error')], [{created: 0, updated: 0, unchanged: 4, failed: 0, warnings: back.warnings}, []]);
      assert.equal((await exported(here.tenant, {format: 'spreadsheet'})).csv, first.csv);

      const elsewhere = await run(there.tenant, first.csv);
      assert.deepEqual(countsOf(elsewhere), {created: 4, updated: 0, unchanged: 0, failed: 0, warnings: elsewhere.warnings});
      const [a, b] = [await exported(here.tenant, {format: 'data', status: [...status]}), await exported(there.tenant, {format: 'data'})];
      const known = (csv: string) => csv.split('\r\n').toSorted();
      // What the file says nothing of is filled in: until when it is protected, and how far a won one has come.
      const plain = (csv: string) => known(csv.replace(/2027-02-\d\dT[\d:.]+Z/g, '').replaceAll(/(?<=,(approved|won)),(qualified|won)(?=,)/g, ','));
      assert.deepEqual(plain(b.csv), plain(a.csv));
    });

    it('are exported for partners as far as they see them, and it is written down', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const [own, other] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const ben = await own.rep('Ben');
      await placeDeal(programme.tenant, {partnerOrgId: own.id, status: 'submitted', customer: {name: 'Mine'}, ownerId: ben.personId});
      await placeDeal(programme.tenant, {partnerOrgId: own.id, status: 'draft', customer: {name: 'Draft'}});
      await placeDeal(programme.tenant, {partnerOrgId: other.id, status: 'approved', customer: {name: 'Theirs'}});
      const names = (csv: string | null) => ['Mine', 'Draft', 'Theirs'].filter(name => csv?.includes(name));
      const asLead = await own.client.dealImports.export({});
      assert.deepEqual(names(asLead.csv), ['Mine', 'Draft']);
      assert.doesNotMatch(asLead.csv ?? '', /externalId|partnerOrg|Partner [AB]/);
      assert.deepEqual(names((await ben.client.dealImports.export({})).csv), ['Mine']);
      assert.deepEqual(names((await own.client.dealImports.export({status: ['draft']})).csv), ['Draft']);
      assert.deepEqual(names((await programme.vendor.dealImports.export({})).csv), ['Mine', 'Theirs']);
      const entries = await programme.tenant.inScope(({db}) => db.selectFrom('audit_entry').select(['principal_id', 'changes']).where('action', '=', 'export').orderBy('audit_id').execute());
      assert.deepEqual(entries.map(({changes}) => changes), [{format: 'spreadsheet', rows: 2}, {format: 'spreadsheet', rows: 1}, {format: 'spreadsheet', rows: 1, status: ['draft']}, {format: 'spreadsheet', rows: 2}]);
      assert.equal(await refusalOf(own.client.dealImports.list({})), 'forbidden');
      assert.equal(await refusalOf(own.client.dealImports.preview({csv: 'a\n1\n'})), 'forbidden');
    });
  });
}
