import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {goldenCases, goldenLevels, goldenTerms} from '@portico/contract/tier-golden';
import {evaluateTiers} from '@portico/contract/tier-rules';
import {runDue} from '../jobs/run-due.ts';
import {tierEvaluations} from '../jobs/tier-evaluations.ts';
import {ownAct} from '../points-flow/partner-act.rules.ts';
import {recordPartnerEvents} from '../points-flow/record-partner-events.ts';
import type {TestClient} from '../testing/test-client.ts';
import {refusalOf, refusalsOf} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

const [gold = '', silver = '', registered = ''] = goldenLevels.map(({id}) => id);
const courses = (target: number) => ({metric: 'custom' as const, event: 'course_passed', target});
const policy = {currency: 'EUR', promotion: 'automatic' as const, graceDays: 30, holdForYear: false, requirements: [{levelId: silver, criteria: [courses(1)]}, {levelId: gold, criteria: [courses(3)]}]};

for (const database of databaseKinds) {
  describe(`levels on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const run = () => runDue(server.database, server.context, [tierEvaluations]);
    const programme = async (): Promise<{tenant: TestTenant; key: TestClient; partnerOrgId: string; pass: (count: number) => Promise<void>; levelOf: () => Promise<string | null>}> => {
      const tenant = await server.newTenant();
      await tenant.inScope(({db}) => db.updateTable('program').set({levels: JSON.stringify([[gold, 'Gold'], [silver, 'Silver'], [registered, 'Registered']].map(([id, name], index) => ({id, name, rank: index + 1, weight: 1})))}).execute());
      const key = tenant.client;
      const partnerOrgId = await tenant.newPartnerOrg();
      let courseNumber = 0;
      const pass = async (count: number) => {
        for (let index = 0; index < count; index++) await key.partnerEvents.create({event: 'course_passed', sourceId: `course-${++courseNumber}`, partnerOrgId});
      };
      return {tenant, key, partnerOrgId, pass, levelOf: async () => (await key.partnerOrgs.get({id: partnerOrgId})).partnership.levelId};
    };
    const story = async (key: TestClient) => (await key.levelChanges.list({})).items.map(({kind, status, fromLevelId, toLevelId}) => [kind, status, fromLevelId, toLevelId]).reverse();

    it('rise when it is due, fall only after notice and grace, and recover in time', async () => {
      const {tenant, key, partnerOrgId, pass, levelOf} = await programme();
      await key.tierPolicies.create(policy);
      assert.ok((await run()) > 0);
      assert.equal(await run(), 0);
      await pass(3);
      assert.equal(await levelOf(), null);
      server.clock.advance({days: 1});
      await run();
      assert.equal(await levelOf(), gold);
      server.clock.advance({days: 370});
      await run();
      const [notice] = (await key.levelChanges.list({status: ['at_risk']})).items;
      assert.deepEqual([await levelOf(), notice?.toLevelId, notice?.fromLevelId], [gold, null, gold]);
      const {client} = await tenant.partnerSession({partnerOrgId});
      const seen = await client.tierEvaluations.current({});
      assert.deepEqual([seen.change?.graceUntil, seen.levels[0]?.criteria[0]?.gap, seen.reachedLevelId], [notice?.graceUntil, 3, null]);
      await pass(3);
      server.clock.advance({days: 1});
      await run();
      assert.deepEqual([await levelOf(), (await key.levelChanges.get({id: notice?.id ?? ''})).status], [gold, 'recovered']);
      server.clock.advance({days: 370});
      await pass(1);
      await run();
      server.clock.advance({days: 31});
      await run();
      assert.equal(await levelOf(), silver);
      assert.deepEqual(await story(key), [['promotion', 'effective', null, gold], ['demotion', 'recovered', gold, null], ['demotion', 'effective', gold, silver]]);
      const days = (await key.tierEvaluations.list({partnerOrgId, limit: 100})).items;
      assert.deepEqual(days.map(({levelId, values}) => [levelId, values['custom:course_passed trailing_12_months'] ?? 0]).reverse(), [[null, 0], [gold, 3], [gold, 0], [gold, 3], [gold, 1], [silver, 1]]);
    });

    it('wait for those who decide', async () => {
      const {tenant, key, partnerOrgId, pass, levelOf} = await programme();
      await key.tierPolicies.create({...policy, promotion: 'manual', promotionOn: 'quarter', timeZone: 'Europe/Helsinki'});
      await pass(1);
      await run();
      const [found] = (await key.levelChanges.list({})).items;
      assert.equal(found?.status, 'eligible');
      const change = found ?? assert.fail();
      const {client: partner} = await tenant.partnerSession({partnerOrgId});
      const {client: other} = await tenant.partnerSession();
      assert.equal((await partner.levelChanges.get({id: change.id})).toLevelId, silver);
      assert.deepEqual(await refusalsOf(other.levelChanges.get({id: change.id})), ['level_change_not_found']);
      assert.equal((await other.levelChanges.list({})).items.length + (await other.tierEvaluations.list({partnerOrgId})).items.length, 0);
      assert.equal(await refusalOf(partner.levelChanges.approve({id: change.id, version: change.version})), 'forbidden');
      const manager = await tenant.vendorSession({roles: ['channel_manager']});
      await tenant.inScope(({db}) => db.updateTable('partnership').set({manager_id: manager.personId}).where('partner_org_id', '=', partnerOrgId).execute());
      const proposed = await manager.client.levelChanges.propose({id: change.id, version: change.version});
      assert.equal(await refusalOf(manager.client.levelChanges.approve({id: change.id, version: proposed.version})), 'forbidden');
      const approved = await key.levelChanges.approve({id: change.id, version: proposed.version});
      assert.deepEqual([approved.status, await levelOf()], ['approved', null]);
      assert.equal(await refusalOf(key.levelChanges.reject({id: change.id, version: approved.version, comment: 'No'})), 'level_change_status_conflict');
      server.clock.set(approved.effectiveFrom ?? '');
      await run();
      assert.equal(await levelOf(), silver);
    });

    it('are measured by the engine that browsers run, with what is in the database', async () => {
      const {tenant, key, partnerOrgId} = await programme();
      await key.tierPolicies.create({currency: 'EUR', ...goldenTerms});
      const silverCase = goldenCases.find(({name}) => name === 'a year of silver') ?? assert.fail();
      await tenant.inScope(async scope => {
        const won = [16_000_000, null, null, null, null].map((amountMinor, index) => ownAct('deal_won', {partnerOrgId, personId: null, id: `deal-${index}`, occurredAt: new Date(server.clock.now()).toISOString(), facts: {amount: amountMinor === null ? {amountMinor: 9, currency: 'SEK'} : {amountMinor, currency: 'EUR'}}}));
        await recordPartnerEvents(scope, won);
        await scope.db.updateTable('partnership').set({certifications: ['a', 'b']}).where('partner_org_id', '=', partnerOrgId).execute();
      });
      await key.partnerEvents.create({event: 'complaint', sourceId: 'c-1', partnerOrgId});
      const {values, levels, reachedLevelId, asOf} = await key.tierEvaluations.current({partnerOrgId});
      assert.deepEqual(values, silverCase.values);
      assert.deepEqual({reachedLevelId, levels}, evaluateTiers(goldenTerms, goldenLevels, values, asOf));
    });

    it('are asked for in versions, of which none reaches into the past', async () => {
      const {key} = await programme();
      assert.equal(await refusalOf(key.tierPolicies.current({})), 'tier_policy_not_found');
      const first = await key.tierPolicies.create(policy);
      const later = new Date(server.clock.now() + 10 * 86_400_000).toISOString();
      const next = await key.tierPolicies.create({...policy, graceDays: 10, effectiveFrom: later});
      assert.deepEqual([(await key.tierPolicies.current({})).number, next.number], [1, 2]);
      const wrong = [key.tierPolicies.create(policy), key.tierPolicies.create({...policy, effectiveFrom: '2026-01-01T00:00:00Z'}), key.tierPolicies.create({...policy, effectiveFrom: later, requirements: [{levelId: '00000000-0000-7000-8000-000000000000'}]})];
      assert.deepEqual(await refusalsOf(...wrong), ['input_invalid']);
      server.clock.set(later);
      assert.deepEqual([(await key.tierPolicies.current({})).number, (await key.tierPolicies.list({})).items.map(({number}) => number), first.number], [2, [2, 1], 1]);
    });
  });
}
