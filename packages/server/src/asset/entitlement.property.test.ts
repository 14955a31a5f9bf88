import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {PartnerType, type AssetClassification, type Entitlement, type PartnershipStatus} from '@portico/contract';
import {accessOf, type Level, type PartnerStanding, type Protected} from '@portico/contract/asset-access-rules';
import fc from 'fast-check';
import {sql} from 'kysely';
import {newId} from '../context.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestSession, TestTenant} from '../testing/test-tenant.ts';
import {requirementsOf} from './entitlement.rules.ts';

// Few values, and awkward ones, so that they meet: names that look like keys, hold quotes, or are the same in another case.
const names = fc.constantFrom('a', 'A', 'all', '*', "O'Neill", 'b,"c"', 'x:y', '{}');
const some = (most: number) => fc.uniqueArray(names, {maxLength: most});
const territory = fc.record({country: fc.constantFrom('FI', 'SE'), region: fc.constantFrom(null, null, 'Uusimaa', 'all', 'FI')}, {noNullPrototype: true});
const levels: Level[] = [1, 2, 3].map(rank => ({id: `0193a0c0-0000-7000-8000-00000000000${rank}`, name: `Level ${rank}`, rank}));
const levelId = fc.constantFrom(null, ...levels.map(({id}) => id), '0193a0c0-0000-7000-8000-000000000009');
const now = Date.parse('2026-11-21T10:00:00.000Z');
const instant = fc.constantFrom(null, null, ...[-1, 0, 1].map(ms => new Date(now + ms).toISOString()));

/** Mostly nothing: whoever asks for everything at once grants nothing to anybody. */
const rarely = <T>(nothing: T, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof({arbitrary: fc.constant(nothing), weight: 3}, {arbitrary, weight: 1});
const anyEntitlement: fc.Arbitrary<Entitlement> = fc.record({
  minLevelId: rarely(null, levelId),
  groups: rarely([], some(2)),
  partnerTypes: rarely([], fc.uniqueArray(fc.constantFrom(...PartnerType.options.slice(0, 3)), {maxLength: 2})),
  territories: rarely([], fc.array(territory, {maxLength: 2})),
  certifications: rarely([], some(1)),
  products: fc.boolean(),
  termsVersion: rarely(null, fc.constantFrom('a', 'all')),
  from: rarely(null, instant),
  until: rarely(null, instant),
  whenDenied: fc.constantFrom('hidden', 'locked'),
});
const anyAsset: fc.Arbitrary<Protected> = fc.record({classification: fc.constantFrom<AssetClassification[]>('public', 'partner', 'partner', 'confidential'), products: some(2), entitlement: anyEntitlement});
const anyStanding: fc.Arbitrary<PartnerStanding> = fc.record({
  status: fc.constantFrom<PartnershipStatus[]>('active', 'active', 'active', 'at_risk', 'suspended', 'onboarding'),
  type: fc.constantFrom(...PartnerType.options.slice(0, 3)),
  levelId,
  territories: fc.array(territory, {maxLength: 2}),
  products: some(2),
  groups: some(3),
  certifications: some(6),
  acceptedTerms: some(6),
});

for (const database of databaseKinds) {
  describe(`entitlement on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    async function become(tenant: TestTenant, {partnerOrgId}: TestSession, standing: PartnerStanding): Promise<void> {
      const {status, type, territories, products, groups, certifications, acceptedTerms} = standing;
      await tenant.inScope(async ({db}) => {
        await db.updateTable('partner_org').set({type}).where('partner_org_id', '=', partnerOrgId).execute();
        const columns = {status, level_id: standing.levelId, territories: JSON.stringify(territories), products: JSON.stringify(products), groups, certifications, accepted_terms: acceptedTerms};
        await db.updateTable('partnership').set(columns).where('partner_org_id', '=', partnerOrgId).execute();
      });
    }

    async function publishAll(tenant: TestTenant, assets: readonly Protected[]): Promise<string[]> {
      const at = new Date(now - 1000).toISOString();
      return tenant.inScope(async ({db, tenantId, programId, context}) => {
        const rows = assets.map(asset => ({
          tenant_id: tenantId, program_id: programId, asset_id: newId(context), title: 'Asset', type: 'link', delivery: 'portal', status: 'published', published_at: at, news_at: at, created_at: at, updated_at: at, search_words: "'asset':1A",
          classification: asset.classification, products: [...asset.products], entitlement: JSON.stringify(asset.entitlement), ...requirementsOf(asset),
        }));
        await db.insertInto('asset').values(rows).execute();
        return rows.map(row => row.asset_id);
      });
    }

    it('is the same in SQL, in row-level security and by the rules, for whatever is asked of whomever', {timeout: 300_000}, async t => {
      const seed = Number(process.env['PORTICO_SEED'] ?? randomInt(2 ** 31));
      t.diagnostic(`seed ${seed}; repeat with PORTICO_SEED=${seed}`);
      server.clock.set('2026-11-21T10:00:00.000Z');
      const tenant = await server.newTenant();
      const session = await tenant.partnerSession();
      await tenant.inScope(({db, programId}) => db.updateTable('program').set({levels: JSON.stringify(levels.map(level => ({...level, weight: 1})))}).where('program_id', '=', programId).execute());
      const counts = {granted: 0, locked: 0, hidden: 0};
      const property = fc.asyncProperty(fc.array(anyAsset, {minLength: 40, maxLength: 60}), fc.array(anyStanding, {minLength: 3, maxLength: 3}), async (assets, standings) => {
        const ids = await publishAll(tenant, assets);
        for (const standing of standings) {
          await become(tenant, session, standing);
          const expected = assets.map(asset => accessOf(asset, standing, levels, new Date(now).toISOString()));
          const idsOf = (access: string) => ids.filter((_, index) => expected[index]?.access === access).sort();
          for (const q of [undefined, 'asset']) {
            for (const access of ['granted', 'locked'] as const) {
              const {items} = await session.client.assets.list({access, limit: 100, ...(q ? {q} : {})});
              assert.deepEqual(items.map(({id}) => id).filter(id => ids.includes(id)).sort(), idsOf(access), `${access} ${JSON.stringify(standing)}`);
              for (const item of items) if (ids.includes(item.id)) assert.deepEqual([item.access, item.unlocks], [access, expected[ids.indexOf(item.id)]?.unlocks]);
            }
          }
          for (const {access} of expected) counts[access]++;
          // Counted ahead, or one by one: as many as there are to see.
          const [ahead, found] = [await session.client.assets.counts({}), await session.client.assets.counts({q: 'asset'})];
          const seen = assets.filter((_, index) => expected[index]?.access !== 'hidden').flatMap(({products}) => products);
          assert.deepEqual(ahead, found, `counts ${JSON.stringify(standing)}`);
          assert.equal(ahead.total, idsOf('granted').length + idsOf('locked').length);
          assert.deepEqual(ahead.facets.product.map(({value, count}) => [value, count]).sort(), [...Map.groupBy(seen, product => product)].map(([value, of]) => [value, of.length]).sort());
          // Who hears of a change: whoever sees the asset, at whatever time of day.
          const timeless = assets.map(asset => accessOf({...asset, entitlement: {...asset.entitlement, from: null, until: null}}, standing, levels, new Date(now).toISOString()).access);
          const {rows: heard} = await tenant.inScope(({db}) => sql<{id: string}>`select id from unnest(${ids}::uuid[]) as id where ${session.partnerOrgId}::uuid = any (asset_audience(id))`.execute(db));
          assert.deepEqual(heard.map(({id}) => id).sort(), ids.filter((_, index) => timeless[index] !== 'hidden').sort(), `hears ${JSON.stringify(standing)}`);
        }
        // Replaced, they lead on whom they are for, whatever the time, and nobody else.
        await tenant.inScope(({db}) => db.updateTable('asset').set({status: 'superseded'}).where('asset_id', 'in', ids).execute());
        const last = standings.at(-1);
        const led = assets.map(asset => last && accessOf({...asset, entitlement: {...asset.entitlement, from: null, until: null}}, last, levels, new Date(now).toISOString()).access);
        const {items: replaced} = await session.client.assets.list({status: ['superseded'], limit: 100});
        assert.deepEqual(replaced.map(({id}) => id).sort(), ids.filter((_, index) => led[index] === 'granted').sort(), `is led ${JSON.stringify(last)}`);
        await tenant.inScope(({db}) => db.updateTable('asset').set({status: 'archived'}).where('asset_id', 'in', ids).execute());
      });
      await fc.assert(property, {seed, numRuns: Number(process.env['PORTICO_RUNS'] ?? (database === databaseKinds.at(-1) ? 6 : 3)), endOnFailure: true});
      t.diagnostic(`the same for ${JSON.stringify(counts)}`);
      assert.ok(counts.granted > 0 && counts.locked > 0 && counts.hidden > 0);
    });
  });
}
