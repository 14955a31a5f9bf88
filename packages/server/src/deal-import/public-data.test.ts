import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DealImport, DealImportMapping} from '@portico/contract';
import {sql} from 'kysely';
import {runImports} from '../csv-import/run-imports.ts';
import {toCountry} from '../csv-import/places.rules.ts';
import {crmDataMissing, readCrmPlainly, readCrmText} from '../testing/crm-data.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

if (crmDataMissing) console.log(`${crmDataMissing} The import of its deals is NOT tested.`);

const misspelt: Readonly<Record<string, string>> = {Philipines: 'Philippines'};
const stages = {Prospecting: 'qualified', Engaging: 'needs', Won: 'won', Lost: 'lost'};

// Once is enough for what is the same on both: on PostgreSQL where there is one.
for (const database of databaseKinds.slice(-1)) {
  describe(`deals of the public CRM data on ${database}`, () => {
    it('come in whole, and say how many came second', {skip: crmDataMissing ? 'The data is not beside the repository.' : false}, async () => {
      const server = await startTestServer({database});
      try {
        await importAll(server);
      } finally {
        await server.close();
      }
    });
  });
}

/** One opportunity, as the plain reading has it. */
interface Opportunity {
  readonly id: string;
  readonly agent: string;
  readonly manager: string;
  readonly product: string;
  readonly account: string;
  readonly stage: string;
  /** Days since 1970; `null` when there is no date. */
  readonly engaged: number | null;
  readonly closed: number | null;
  readonly value: string;
}

function readOpportunities(managers: ReadonlyMap<string, string>): Opportunity[] {
  const day = (text: string) => {
    const [month = 0, of = 0, year = 0] = text.split('/').map(Number);
    return text === '' ? null : Date.UTC(year, month - 1, of) / 86_400_000;
  };
  return readCrmPlainly('sales_pipeline.csv').map(([id = '', agent = '', product = '', account = '', stage = '', engaged = '', closed = '', value = '']) => ({
    id, agent, manager: managers.get(agent) ?? '', product: product === 'GTXPro' ? 'GTX Pro' : product, account, stage, engaged: day(engaged), closed: day(closed), value,
  }));
}

/** The conflict rule once more, in the plainest way: who was engaged while another manager's earlier opportunity of the same account and product was going on. */
function countBehind(opportunities: readonly Opportunity[]): number {
  return opportunities.filter((later, place) => {
    if (later.account === '' || later.engaged === null) return false;
    const at = later.engaged;
    return opportunities.some((earlier, before) => {
      if (earlier.account !== later.account || earlier.product !== later.product || earlier.manager === later.manager || earlier.engaged === null) return false;
      const isFirst = earlier.engaged < at || (earlier.engaged === at && before < place);
      return isFirst && (earlier.closed ?? Infinity) > at;
    });
  }).length;
}

async function importAll(server: TestServer): Promise<void> {
  const tenant = await server.newTenant();
  const managers = await addTeams(tenant);
  const {version} = await tenant.client.program.get({});
  await tenant.client.program.update({version, products: readCrmPlainly('products.csv').map(([name = '']) => ({name, aliases: []}))});
  const countries = Object.fromEntries(readCrmPlainly('accounts.csv').map(([account = '', , , , , place = '']) => [account, toCountry(misspelt[place] ?? place) ?? '']));
  const mapping: DealImportMapping = {
    currency: 'USD',
    columns: [
      {column: 'opportunity_id', field: 'externalId'},
      {column: 'sales_agent', field: 'partnerOrg', values: Object.fromEntries(managers)},
      {column: 'sales_agent', field: 'owner'},
      {column: 'product', field: 'products'},
      {column: 'account', field: 'customer.name'},
      {column: 'account', field: 'customer.country', values: countries},
      {column: 'deal_stage', field: 'status', values: {Prospecting: 'draft', Engaging: 'approved', Won: 'won', Lost: 'lost'}},
      {column: 'deal_stage', field: 'stage', values: stages},
      {column: 'engage_date', field: 'submittedAt', dateOrder: 'mdy'},
      {column: 'close_date', field: 'endedAt', dateOrder: 'mdy'},
      {column: 'close_value', field: 'estimatedAmount'},
    ],
  };
  const opportunities = readOpportunities(managers);
  assert.equal(opportunities.length, 8800);

  const started = performance.now();
  const done = await run(server, tenant, mapping);
  console.log(`8,800 deals imported on ${server.database.kind} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  assert.deepEqual([done.status, done.rows, done.created, done.updated, done.unchanged, done.failed], ['done', 8800, 8800, 0, 0, 0]);
  await compare(tenant, opportunities);

  const behind = countBehind(opportunities);
  const said = /^([\d,]+) of these registrations/.exec((await lastIssue(tenant, done.id)) ?? '')?.[1]?.replaceAll(',', '');
  console.log(`${behind.toLocaleString('en')} of 8,800 came second: another partner's earlier deal of the same customer and product was going on.`);
  assert.ok(behind > 0);
  assert.equal(Number(said), behind);

  const again = await run(server, tenant, mapping, 2000);
  assert.deepEqual([again.created, again.updated, again.unchanged, again.failed], [0, 0, 2000, 0]);
}

/** Imports the file, or its first rows. */
async function run(server: TestServer, tenant: TestTenant, mapping: DealImportMapping, rows = 8800): Promise<DealImport> {
  const csv = readCrmText('sales_pipeline.csv').split('\n').slice(0, rows + 1).join('\n');
  const {id} = await tenant.client.dealImports.create({fileName: 'sales_pipeline.csv', csv, mapping});
  await runImports(server.database, server.context);
  return tenant.client.dealImports.get({id});
}

/** Managers become partner organisations, their agents members. @returns Each agent's manager. */
async function addTeams(tenant: TestTenant): Promise<ReadonlyMap<string, string>> {
  const orgs = new Map<string, string>();
  const teams = readCrmPlainly('sales_teams.csv');
  for (const [agent = '', manager = ''] of teams) {
    if (!orgs.has(manager)) orgs.set(manager, await tenant.newPartnerOrg({name: manager}));
    await tenant.newPerson({name: agent, partnerOrgId: orgs.get(manager) ?? null, roles: ['sales_rep']});
  }
  assert.deepEqual([teams.length, orgs.size], [35, 6]);
  return new Map(teams.map(([agent = '', manager = '']) => [agent, manager]));
}

async function lastIssue(tenant: TestTenant, id: string): Promise<string | null> {
  const row = await tenant.inScope(({db}) => db.selectFrom('deal_import').select(sql<string | null>`issues->-1->>'message'`.as('message')).where('deal_import_id', '=', id).executeTakeFirst());
  return row?.message ?? null;
}

async function compare(tenant: TestTenant, opportunities: readonly Opportunity[]): Promise<void> {
  const found = await tenant.inScope(({db}) => {
    const day = (column: string) => sql<number | null>`(${sql.ref(column)} at time zone 'Europe/Helsinki')::date - date '1970-01-01'`;
    return db
      .selectFrom('deal_registration as d')
      .innerJoin('partner_org as g', 'g.partner_org_id', 'd.partner_org_id')
      .leftJoin('person as p', 'p.person_id', 'd.owner_id')
      .select(['d.external_id as id', 'p.name as agent', 'g.name as manager', 'd.status', 'd.stage', 'd.number', sql<string>`d.lines->0->>'product'`.as('product'), sql<string>`coalesce(d.customer->>'name', '')`.as('account'), day('d.submitted_at').as('engaged'), day('d.ended_at').as('closed'), 'd.estimated_minor as minor', 'd.estimated_currency as currency'])
      .execute();
  });
  assert.equal(found.length, opportunities.length);
  const byId = new Map(found.map(row => [row.id, row]));
  const protectedAlready = new Set<string>();
  const drafts = {Prospecting: 'draft', Won: 'won', Lost: 'lost'} as Readonly<Record<string, string>>;
  let protectedCount = 0;
  for (const {id, agent, manager, product, account, stage, engaged, closed, value} of opportunities) {
    const row = byId.get(id);
    // Of open deals of one customer and product the first of the file is protected; without a customer there is nothing to dispute.
    const status = drafts[stage] ?? (account !== '' && protectedAlready.has(`${account}\n${product}`) ? 'submitted' : 'approved');
    if (status === 'approved') protectedCount++;
    if (status === 'approved' && account !== '') protectedAlready.add(`${account}\n${product}`);
    assert.deepEqual(
      {...row, number: row?.number !== null},
      {id, agent, manager, status, stage: stages[stage as keyof typeof stages], number: status !== 'draft', product, account, engaged, closed, minor: value === '' ? null : Number(value) * 100, currency: value === '' ? null : 'USD'},
    );
  }
  assert.equal(new Set(found.flatMap(({number}) => number ?? [])).size, 8300);
  const held = await tenant.inScope(async ({db}) => (await db.selectFrom('deal_protection').select(sql<number>`count(*)::int`.as('count')).where('released_at', 'is', null).executeTakeFirst())?.count);
  assert.equal(held, protectedAlready.size);
  console.log(`${protectedCount} open deals are protected, ${opportunities.filter(({stage}) => stage === 'Engaging').length - protectedCount} wait behind one of the same customer and product.`);
}
