import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {DealPolicy} from '@portico/contract';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf, testConsent} from '../testing/lead-programme.ts';
import {readyFile} from '../testing/test-library.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const [gold, silver] = ['0193a0c0-0000-7000-8000-0000000000a1', '0193a0c0-0000-7000-8000-0000000000a2'];
const levelBenefits = [
  {levelId: gold, marginPercent: 18, priceList: 'Gold', capacity: null, mdfPercent: 3},
  {levelId: silver, marginPercent: 9, priceList: 'Silver', capacity: 1, mdfPercent: 1},
];

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

/** A programme of two levels with two partners of the lower one. */
async function stage() {
  const programme = await dealProgramme(server, {partners: 2, policy: DealPolicy.parse({levelBenefits})});
  const {tenant} = programme;
  const levels = [{id: gold, name: 'Gold', rank: 1, weight: 3}, {id: silver, name: 'Silver', rank: 2, weight: 1}];
  await tenant.inScope(async ({db}) => {
    await db.updateTable('program').set({levels: JSON.stringify(levels)}).execute();
    await db.updateTable('partnership').set({level_id: silver}).execute();
  });
  const {client, partnerOrgId} = dealPartnerAt(programme, 0);
  const rise = async () => {
    const {version} = await tenant.client.partnerOrgs.get({id: partnerOrgId});
    await tenant.client.partnerOrgs.update({id: partnerOrgId, version, partnership: {levelId: gold}});
  };
  return {programme, tenant, client, partnerOrgId, rise};
}

it('a level says how many registrations may be open, and what a deal that is approved brings from then on', async () => {
  const {programme, client, rise} = await stage();
  const first = await programme.approved(client);
  const next = await programme.draft(client);
  assert.equal(await refusalOf(client.dealRegistrations.submit({id: next.id, version: next.version})), 'deal_capacity_reached');
  assert.equal((await client.dealRegistrations.counts({})).capacityLeft, 0);
  await rise();
  assert.equal((await client.dealRegistrations.counts({})).capacityLeft, null);
  const second = await programme.approved(client);
  // What was said when it was approved stays, whatever level comes later.
  const benefits = async (id: string) => (await client.dealRegistrations.get({id})).benefits;
  assert.deepEqual([await benefits(first.id), await benefits(second.id)], [{levelName: 'Silver', marginPercent: 9, priceList: 'Silver'}, {levelName: 'Gold', marginPercent: 18, priceList: 'Gold'}]);
});

it('a level says how many of the leads come to a partner, and the log says so', async () => {
  const {programme, tenant, partnerOrgId, rise} = await stage();
  const {vendor} = programme;
  await vendor.routingRules.create({name: 'In turn', position: 1, method: 'round_robin'});
  let leads = 0;
  const offered = async (times: number) => {
    const ids: string[] = [];
    for (let time = 0; time < times; time++) {
      const {lead} = await vendor.leads.create({company: {name: `Lead ${++leads}`, country: 'FI'}, consent: testConsent});
      ids.push(lead.id);
    }
    const decisions = await Promise.all(ids.map(async leadId => (await vendor.routingDecisions.list({leadId})).items[0]));
    return decisions.map(decision => ({isOwn: decision?.chosen?.id === partnerOrgId, weight: decision?.candidates.find(({partnerOrg}) => partnerOrg.id === partnerOrgId)?.turn?.weight}));
  };
  const before = await offered(4);
  assert.deepEqual([before.filter(({isOwn}) => isOwn).length, before[0]?.weight], [2, 1]);
  await rise();
  const since = await offered(8);
  assert.deepEqual([since.filter(({isOwn}) => isOwn).length, since[0]?.weight], [6, 3]);
  // In the tables it is where the log says.
  const {rows} = await tenant.inScope(async ({db}) => ({rows: await db.selectFrom('partnership').select(['level_id', 'turn_until']).orderBy('turn_until').execute()}));
  assert.ok(rows.every(row => row.turn_until >= 4 && row.turn_until < 6), JSON.stringify(rows));
});

it('a level opens material, and what it brings is said to the partner itself', async () => {
  const {programme: {vendor}, tenant, client, rise} = await stage();
  const {id} = await vendor.assets.create({title: 'For gold', type: 'datasheet', entitlement: {minLevelId: gold, whenDenied: 'locked'}});
  const version = await vendor.assetVersions.create({assetId: id, language: 'en', storedFileId: await readyFile(tenant, 'gold.pdf')});
  await vendor.assetVersions.publish({id: version.id, version: version.version});
  for (const step of ['submit', 'approve', 'publish'] as const) await vendor.assets[step]({id, version: (await vendor.assets.get({id})).version});
  const locked = await client.assets.get({id});
  assert.deepEqual([locked.access, locked.unlocks.map(unlock => unlock.kind === 'level' && unlock.levelName)], ['locked', ['Gold']]);
  assert.deepEqual((await client.me.get({})).level, {id: silver, name: 'Silver', marginPercent: 9, priceList: 'Silver', capacity: 1, mdfPercent: 1});
  await rise();
  assert.equal((await client.assets.get({id})).access, 'granted');
  assert.deepEqual((await client.me.get({})).level, {id: gold, name: 'Gold', marginPercent: 18, priceList: 'Gold', capacity: null, mdfPercent: 3});
});
