import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {api, dealTabOf, type DealStatus, type Route} from '@portico/contract';
import fc from 'fast-check';
import {dealProgramme, type DealProgramme} from '../../packages/server/src/testing/deal-programme.ts';
import {toRequest} from '../../packages/server/src/testing/test-client.ts';
import {databaseKinds} from '../../packages/server/src/testing/test-database.ts';
import {startTestServer, type TestServer} from '../../packages/server/src/testing/test-server.ts';
import {brokenInput, validInput} from './arbitrary-input.ts';

const seed = Number(process.env['PORTICO_SEED'] ?? Date.now() % 2 ** 31);
const runs = Number(process.env['PORTICO_FUZZ_RUNS'] ?? 300);

/** Routes about one registration, by whom they are asked. */
const routes = (['dealRegistrations', 'dealReviews', 'dealChanges', 'dealActivities', 'conflictCases'] as const).flatMap(resource =>
  Object.entries(api[resource] as Record<string, Route>).flatMap(([verb, route]) => (route.path.includes('{') || route.path === '/conflict-cases' ? [{name: `${resource}.${verb}`, route, input: fc.oneof({weight: 9, arbitrary: validInput(route.input)}, {weight: 1, arbitrary: brokenInput(route.input)})}] : [])),
);

for (const database of databaseKinds) {
  describe(`any act on deals that exist on ${database}`, () => {
    let server: TestServer;
    let programme: DealProgramme;
    const deals: string[] = [];

    before(async () => {
      server = await startTestServer({database});
      programme = await dealProgramme(server, {partners: 3, policy: {vendorSeesDrafts: true, extension: {policy: 'unlimited', maxTotalDays: 2000, minDaysBefore: 0}}});
      // Three partners after five customers: most have somebody beside them.
      for (let index = 0; index < 24; index++) {
        const {client} = programme.partners[index % 3]!;
        const customer = {name: `Wanted ${index % 5}`, website: `https://wanted-${index % 5}.example`, country: 'FI'};
        const product = ['Vision', 'Edge', 'Flow'][Math.floor(index / 8)]!;
        const changes = {customer, lines: [{product, quantity: 1, unitPrice: {amountMinor: 1000, currency: 'EUR'}}]};
        const make = [programme.draft, programme.submitted, programme.submitted][index % 4] ?? programme.approved;
        const deal = await make(client, changes).catch(() => programme.submitted(client, {lines: changes.lines}));
        if (deal.status === 'approved') await client.dealChanges.amend({dealRegistrationId: deal.id, note: 'More of it', amendment: {estimatedAmount: {amountMinor: index, currency: 'EUR'}}});
        deals.push(deal.id);
      }
    });
    after(() => server.close());

    it('is answered without an error of ours, and leaves every deal in order', async () => {
      const {tenant, partners} = programme;
      const callers = {key: tenant.secretKey, vendor: (await tenant.vendorSession()).token};
      const tally = new Map<number, number>();
      const chance = fc.integer({min: 0, max: 9});
      const act = fc.constantFrom(...routes).chain(each => fc.record({each: fc.constant(each), input: each.input, deal: fc.nat(), other: fc.nat(), caller: fc.nat(), chance}));
      await fc.assert(
        fc.asyncProperty(act, async ({each: {name, route}, input, deal, other, caller, chance: luck}) => {
          const as = route.callers.filter(side => side !== 'public')[caller % route.callers.length] ?? 'vendor';
          const id = deals[deal % deals.length]!;
          const row = await tenant.inScope(({db}) => db.selectFrom('deal_registration').select(['version', 'partner_org_id']).where('deal_registration_id', '=', id).executeTakeFirstOrThrow());
          // Now and then somebody else than whose it is, or who saw an older version.
          const partner = partners.find(({partnerOrgId}) => luck > 0 && partnerOrgId === row.partner_org_id) ?? partners[0]!;
          const ids = await objectsFor(name, id, deals[other % deals.length]!);
          const known = {...input, ...ids.input, ...('version' in route.input.shape && luck > 0 ? {version: ids.version ?? row.version} : {})};
          const {path, init} = toRequest(route, sendable(route, known), as === 'partner' ? partner.token : callers[as]);
          const answer = await server.send(path, init);
          const text = await answer.text();
          tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1);
          assert.ok(answer.status < 500, `${name}: ${answer.status} ${text}`);
        }),
        {seed, numRuns: runs, endOnFailure: true},
      );
      console.log(`  ${[...tally].map(([status, count]) => `${count} × ${status}`).join(', ')}, seed ${seed}`);
      assert.ok((tally.get(200) ?? 0) + (tally.get(201) ?? 0) > runs / 15, 'enough of the acts were possible');
      assert.deepEqual(await disorder(), []);
    });

    /** Ids and versions of things that exist, for a route that names them. */
    async function objectsFor(name: string, id: string, other: string): Promise<{input: Record<string, unknown>; version?: number}> {
      if (name === 'conflictCases.create') return {input: {firstId: id, secondId: other}};
      if (name === 'dealReviews.markDuplicate') return {input: {id, ofId: other}};
      if (name === 'dealChanges.transfer') return {input: {dealRegistrationId: id, toPartnerOrgId: programme.partners[1]!.partnerOrgId}};
      if (/^dealChanges\.(approve|reject|withdraw)$/.test(name)) return latest((await programme.tenant.client.dealChanges.list({})).items);
      if (name.startsWith('conflictCases.') && name !== 'conflictCases.list') return latest((await programme.tenant.client.conflictCases.list({})).items);
      return {input: name.startsWith('dealChanges.') || name.startsWith('dealActivities.') ? {dealRegistrationId: id} : {id}};
    }
    const latest = ([item]: readonly {id: string; version: number}[]) => (item ? {input: {id: item.id}, version: item.version} : {input: {}});

    /** What must never be, whatever was asked. */
    async function disorder(): Promise<string[]> {
      return programme.tenant.inScope(async ({db, tenantId}) => {
        const deals = await db.selectFrom('deal_registration').select(['status', 'due_at']).where('tenant_id', '=', tenantId).execute();
        const deal = db.selectFrom('deal_registration as d').select('d.status').where('d.tenant_id', '=', tenantId);
        const holders = await deal.innerJoin('deal_protection as p', 'p.deal_registration_id', 'd.deal_registration_id').where('p.released_at', 'is', null).execute();
        const waiting = await deal.innerJoin('deal_change as c', 'c.deal_registration_id', 'd.deal_registration_id').where('c.status', '=', 'requested').execute();
        const steps = await deal.innerJoin('approval_step as s', 's.deal_registration_id', 'd.deal_registration_id').where('s.status', 'in', ['waiting', 'pending']).execute();
        const isProtected = ({status}: {status: string}) => dealTabOf(status as DealStatus) === 'protected';
        return [
          ...holders.filter(row => !isProtected(row)).map(({status}) => `one that is ${status} holds a protection`),
          ...waiting.filter(row => !isProtected(row)).map(({status}) => `one that is ${status} has an open request`),
          ...steps.filter(({status}) => status !== 'pending_approval').map(({status}) => `one that is ${status} has an open step`),
          ...deals.filter(row => dealTabOf(row.status as DealStatus) === 'closed' && row.due_at !== null).map(({status}) => `one that is ${status} has a deadline`),
          ...deals.filter(row => row.status === 'action_required' && row.due_at === null).map(() => 'one that waits for information has no deadline'),
        ];
      });
    }
  });
}

/** An address or a header can hold texts only. */
function sendable(route: Route, input: Record<string, unknown>): Record<string, unknown> {
  const toText = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : typeof value === 'string' ? value.toWellFormed() : value);
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      if (key === 'version') return [key, String(toText(value)).replaceAll(/[^\x20-\x7e]/g, '?')];
      return [key, route.method === 'GET' || route.path.includes(`{${key}}`) ? (Array.isArray(value) ? value.map(toText) : toText(value)) : value];
    }),
  );
}
