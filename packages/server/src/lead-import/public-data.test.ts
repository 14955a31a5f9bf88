import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {LeadImport, LeadImportMapping} from '@portico/contract';
import {sql} from 'kysely';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {runImports} from '../csv-import/run-imports.ts';

// The public "CRM Sales Opportunities" data, 8,800 rows of a real shape with real dirt. It is not part of this project: say where it is, or keep it beside the repository.
const folder = join(process.env['PORTICO_PUBLIC_DATA'] ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url)), 'crm-sales-opportunities');
const isThere = existsSync(join(folder, 'sales_pipeline.csv'));
if (!isThere) console.log(`The public CRM data is not in ${folder}: its import is NOT tested. Set PORTICO_PUBLIC_DATA to the folder that holds crm-sales-opportunities.`);

const stages: Record<string, string> = {Prospecting: 'offered', Engaging: 'working', Won: 'closed_won', Lost: 'closed_lost'};

/** The file read in the plainest way, which works because nothing in it is quoted: a second opinion on what the product read. */
function readPlainly(name: string): string[][] {
  const text = readFileSync(join(folder, name), 'utf8');
  assert.ok(!text.includes('"'), `${name} has quotes: read it another way.`);
  return text.trim().split(/\r?\n/).slice(1).map(line => line.split(','));
}

// On the last kind, as the same data that comes in as deals: what differs between the kinds is tried with fewer rows.
for (const database of databaseKinds.slice(-1)) {
  describe(`the public CRM data on ${database}`, () => {
    it('comes in whole, stands where it stood, and adds nothing when it comes again', {skip: isThere ? false : 'The data is not beside the repository.'}, async () => {
      const server = await startTestServer({database});
      try {
        await importAll(server);
      } finally {
        await server.close();
      }
    });
  });
}

async function importAll(server: TestServer): Promise<void> {
  const tenant = await server.newTenant();
  const {client} = await tenant.vendorSession();
  const managers = await addTeams(tenant);
  const names = readPlainly('products.csv').map(([name = '']) => ({name, aliases: []}));
  const {version} = await client.program.get({});
  await client.program.update({version, products: names});

  const csv = readFileSync(join(folder, 'sales_pipeline.csv'), 'utf8');
  const preview = await client.leadImports.preview({fileName: 'sales_pipeline.csv', csv});
  const mapping: LeadImportMapping = {columns: preview.mapping?.columns ?? [], currency: 'USD'};
  assert.deepEqual(
    mapping.columns.map(({field}) => field),
    ['externalId', 'assignee', 'products', 'company.name', 'stage', 'acceptedAt', 'endedAt', 'estimatedValue'],
    'The names of the columns alone say where they go.',
  );

  const started = performance.now();
  const done = await run(server, tenant, csv, mapping);
  console.log(`8,800 rows imported on ${server.database.kind} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const rows = readPlainly('sales_pipeline.csv');
  assert.equal(rows.length, 8800);
  const renamed = rows.filter(row => row[2] === 'GTXPro').length;
  assert.deepEqual([done.status, done.rows, done.created, done.updated, done.unchanged, done.failed, done.warnings], ['done', 8800, 8800, 0, 0, 0, renamed]);
  assert.ok(done.issues.every(({code, message}) => code === 'product_alias' && message === '“GTXPro” was read as “GTX Pro”.'));
  await compare(tenant, rows, managers);

  // A part of it says as much as the whole, which has just been compared row by row.
  const part = csv.split('\n').slice(0, 2001).join('\n');
  const again = await run(server, tenant, part, mapping);
  assert.deepEqual([again.created, again.updated, again.unchanged, again.failed], [0, 0, 2000, 0]);
  assert.equal((await readLeads(tenant)).length, rows.length);
}

async function run(server: TestServer, tenant: TestTenant, csv: string, mapping: LeadImportMapping): Promise<LeadImport> {
  const {id} = await tenant.client.leadImports.create({fileName: 'sales_pipeline.csv', csv, mapping});
  await runImports(server.database, server.context);
  return tenant.client.leadImports.get({id});
}

/** Managers become partner organisations, their agents members. @returns Each agent's manager. */
async function addTeams(tenant: TestTenant): Promise<ReadonlyMap<string, string>> {
  const teams = readPlainly('sales_teams.csv');
  const orgs = new Map<string, string>();
  for (const [agent = '', manager = '', office = ''] of teams) {
    if (!orgs.has(manager)) orgs.set(manager, await tenant.newPartnerOrg({name: manager, externalId: `${office}:${manager}`}));
    await tenant.newPerson({name: agent, partnerOrgId: orgs.get(manager) ?? null, roles: ['sales_rep']});
  }
  assert.deepEqual([teams.length, orgs.size], [35, 6]);
  return new Map(teams.map(([agent = '', manager = '']) => [agent, manager]));
}

/** What is in the database, table by table: a join of fresh tables would be planned without statistics. */
async function readLeads(tenant: TestTenant): Promise<Record<string, string | null>[]> {
  return tenant.inScope(async ({db}) => {
    const names = new Map([...(await db.selectFrom('partner_org').select(['partner_org_id as id', 'name']).execute()), ...(await db.selectFrom('person').select(['person_id as id', 'name']).execute())].map(({id, name}) => [id, name]));
    const day = (column: string) => sql<string | null>`to_char(${sql.ref(column)} at time zone 'Europe/Helsinki', 'FMMM/FMDD/YYYY')`;
    const offers = await db.selectFrom('lead_offer').select(['lead_offer_id as id', 'status', 'assignee_id as assigneeId', 'partner_org_id as orgId', day('accepted_at').as('engaged'), day('ended_at').as('closed')]).execute();
    const offerById = new Map(offers.map(offer => [offer.id, offer]));
    const leads = await db.selectFrom('lead').select(['external_id as id', 'products', sql<string | null>`company->>'name'`.as('account'), 'status', 'lead_offer_id as offerId', sql<string | null>`estimated_minor::text`.as('minor'), 'estimated_currency as currency']).execute();
    assert.equal(offers.length, leads.length);
    return leads.map(({offerId, products, status, ...lead}) => {
      const offer = offerById.get(offerId ?? '');
      return {...lead, lead_status: status, product: products[0] ?? null, products: String(products.length), agent: names.get(offer?.assigneeId ?? '') ?? null, manager: names.get(offer?.orgId ?? '') ?? null, status: offer?.status ?? null, engaged: offer?.engaged ?? null, closed: offer?.closed ?? null};
    });
  });
}

async function compare(tenant: TestTenant, rows: readonly string[][], managers: ReadonlyMap<string, string>): Promise<void> {
  const found = await readLeads(tenant);
  const byId = new Map(found.map(row => [row['id'], row]));
  assert.equal(found.length, rows.length);
  assert.equal(byId.size, rows.length);
  for (const [id = '', agent = '', product = '', account = '', stage = '', engaged = '', closed = '', value = ''] of rows) {
    const isClosed = stage === 'Won' || stage === 'Lost';
    assert.deepEqual(byId.get(id), {
      id, agent, manager: managers.get(agent), product: product === 'GTXPro' ? 'GTX Pro' : product, account: account || null, status: stages[stage], lead_status: stages[stage],
      engaged: stage === 'Prospecting' ? null : engaged, closed: isClosed ? closed : null, minor: value === '' ? null : `${value}00`.replace(/^0+(?=\d)/, ''), currency: value === '' ? null : 'USD', products: '1',
    });
  }
  // The same once more by counting, stage by stage and organisation by organisation.
  const count = (keys: readonly string[]) => [...Map.groupBy(keys, key => key)].map(([key, same]) => `${key}: ${same.length}`).sort();
  assert.deepEqual(count(found.map(row => `${row['manager']} ${row['status']}`)), count(rows.map(([, agent = '', , , stage = '']) => `${managers.get(agent)} ${stages[stage]}`)));
  assert.deepEqual(count(rows.map(row => row[4] ?? '')), ['Engaging: 1589', 'Lost: 2473', 'Prospecting: 500', 'Won: 4238']);
  assert.equal(found.filter(row => row['account'] === null).length, 1425);
}
