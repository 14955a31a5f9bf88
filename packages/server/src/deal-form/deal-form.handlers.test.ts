import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DealForm} from '@portico/contract';
import {dealFormExamples} from '@portico/contract/examples';
import {refusalOf} from '../testing/lead-programme.ts';
import {TestProblem} from '../testing/test-client.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

const {aurora} = dealFormExamples;
const field = (key: string, more: Partial<DealForm['fields'][number]> = {}) => ({key, type: 'text' as const, label: {en: key}, ...more});

for (const database of resourceDatabaseKinds) {
  describe(`the form for deals on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const withLevels = async (): Promise<{tenant: TestTenant; gold: string; silver: string}> => {
      const tenant = await server.newTenant();
      const [gold, silver] = ['0193a0c0-0000-7000-8000-000000000011', '0193a0c0-0000-7000-8000-000000000012'];
      await tenant.inScope(({db}) => db.updateTable('program').set({levels: JSON.stringify([{id: gold, name: 'Gold'}, {id: silver, name: 'Silver'}])}).execute());
      return {tenant, gold, silver};
    };
    const errorsOf = async (call: Promise<unknown>) => {
      const error = await call.then(() => assert.fail('was not refused'), (refusal: unknown) => refusal);
      assert.ok(error instanceof TestProblem);
      assert.equal(error.problem.code, 'input_invalid');
      return error.problem.errors?.map(({pointer, code}) => `${pointer} ${code}`);
    };

    it('is short where the vendor made none, the same for everybody', async () => {
      const tenant = await server.newTenant();
      const form = await tenant.client.dealForm.get({});
      assert.equal(form.version, 1);
      assert.deepEqual(form.fields, []);
      assert.deepEqual(Object.values(form.standardFields).filter(use => use === 'required').length, 3);
      assert.deepEqual(await (await tenant.partnerSession()).client.dealForm.get({}), form);
    });

    it('is changed by the vendor, part by part and by version', async () => {
      const tenant = await server.newTenant();
      const {client} = await tenant.vendorSession();
      const fields = DealForm.parse(aurora).fields;
      const first = await client.dealForm.update({version: 1, fields});
      assert.deepEqual([first.version, first.fields, first.registrationTypes.length], [2, fields, 6]);
      const second = await client.dealForm.update({version: 2, registrationTypes: ['renewal'], standardFields: {lines: 'required'}});
      assert.deepEqual([second.version, second.fields, second.registrationTypes, second.standardFields], [3, fields, ['renewal'], {lines: 'required'}]);
      assert.deepEqual(await client.dealForm.get({}), second);
      assert.equal(await refusalOf(client.dealForm.update({version: 2, fields: []})), 'version_conflict');
      const events = await tenant.inScope(({db}) => db.selectFrom('change_event').select(['resource', 'resource_id']).where('resource', '=', 'deal_form').execute());
      assert.deepEqual(events, [1, 2].map(() => ({resource: 'deal_form', resource_id: tenant.programId})));
    });

    it('is changed once when two change the first version at once', async () => {
      const tenant = await server.newTenant();
      const answers = await Promise.all(['a', 'b', 'c'].map(key => refusalOf(tenant.client.dealForm.update({version: 1, fields: [field(key)]}))));
      assert.deepEqual(answers.sort(), [null, 'version_conflict', 'version_conflict'].sort());
      assert.equal((await tenant.client.dealForm.get({})).version, 2);
    });

    it('is not taken with faults, and says where they are', async () => {
      const {tenant, gold} = await withLevels();
      const {client} = tenant;
      const unknown = '0193a0c0-0000-7000-8000-000000000099';
      const faulty = [
        field('a', {showIf: {key: 'b', in: ['x']}}),
        field('b', {showIf: {key: 'a', in: ['x']}}),
        field('c', {type: 'select'}),
        field('a', {levelIds: [gold, unknown]}),
        field('e', {showIf: {key: 'nowhere', in: [true]}}),
      ];
      assert.deepEqual(await errorsOf(client.dealForm.update({version: 1, fields: faulty})), [
        '/fields/3/key duplicate',
        '/fields/0/showIf/key circular',
        '/fields/1/showIf/key circular',
        '/fields/2/options options_missing',
        '/fields/4/showIf/key field_unknown',
        '/fields/3/levelIds/1 level_unknown',
      ]);
      assert.deepEqual(await errorsOf(client.dealForm.update({version: 1, fields: [{...field('x'), label: {fi: 'vain suomeksi'}}]})), ['/fields/0/label custom']);
      assert.equal((await client.dealForm.get({})).version, 1, 'nothing was kept');
    });

    it('shows partners the fields of their own level, without naming levels', async () => {
      const {tenant, gold, silver} = await withLevels();
      const fields = [field('all'), field('gold', {type: 'checkbox', levelIds: [gold]}), field('on_gold', {showIf: {key: 'gold', in: [true]}}), field('both', {levelIds: [gold, silver]})];
      await tenant.client.dealForm.update({version: 1, fields});
      const keysFor = async (levelId: string | null) => {
        const {client, partnerOrgId} = await tenant.partnerSession();
        await tenant.inScope(({db}) => db.updateTable('partnership').set({level_id: levelId}).where('partner_org_id', '=', partnerOrgId).execute());
        const form = await client.dealForm.get({});
        assert.doesNotMatch(JSON.stringify(form), new RegExp(`${gold}|${silver}`));
        return form.fields.map(({key}) => key);
      };
      assert.deepEqual(await keysFor(gold), ['all', 'gold', 'on_gold', 'both']);
      assert.deepEqual(await keysFor(silver), ['all', 'both']);
      assert.deepEqual(await keysFor(null), ['all']);
      assert.equal((await (await tenant.vendorSession()).client.dealForm.get({})).fields.length, 4);
    });

    it('is changed by channel admins alone', async () => {
      const tenant = await server.newTenant();
      for (const role of ['channel_manager', 'reviewer'] as const) {
        const {client} = await tenant.vendorSession({roles: [role]});
        assert.equal(await refusalOf(client.dealForm.update({version: 1, fields: []})), 'forbidden');
      }
      assert.equal(await refusalOf((await tenant.partnerSession()).client.dealForm.update({version: 1, fields: []})), 'forbidden');
      const other = await server.newTenant();
      await other.client.dealForm.update({version: 1, fields: [field('theirs')]});
      assert.deepEqual((await tenant.client.dealForm.get({})).fields, []);
    });
  });
}
