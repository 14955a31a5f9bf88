import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {PartnerOrg, Problem} from '@portico/contract';
import {bind} from '../database/bind.ts';
import {inTransaction, openingSql} from '../database/open.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {freshKey} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

for (const database of databaseKinds) {
  describe(`idempotency keys on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
    });
    after(() => server.close());

    const create = (key: string, body: unknown, token = tenant.secretKey, more: Record<string, string> = {}) =>
      server.send('/v1/partner-orgs', {method: 'POST', headers: {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key, ...more}, body: typeof body === 'string' ? body : JSON.stringify(body)});
    const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;
    const count = (of: TestTenant, name: string) => of.inScope(async ({db}) => (await db.selectFrom('partner_org').select('partner_org_id').where('name', '=', name).execute()).length);

    it('give the saved answer again, and do nothing', async () => {
      const key = freshKey();
      const first = await create(key, {name: 'Once', country: 'FI'});
      // The same meaning in other bytes is the same request.
      const second = await create(`"${key}"`, '{ "country" : "FI", "name":"Once" }');
      assert.deepEqual([first.status, second.status], [201, 201]);
      assert.equal(first.headers.get('Idempotent-Replayed'), null);
      assert.equal(second.headers.get('Idempotent-Replayed'), 'true');
      for (const name of ['ETag', 'Location', 'Content-Type']) assert.equal(second.headers.get(name), first.headers.get(name));
      assert.match(first.headers.get('Location') ?? '', /^\/v1\/partner-orgs\/[0-9a-f-]{36}$/);
      const text = await first.text();
      assert.equal(await second.text(), text);
      assert.equal(await count(tenant, 'Once'), 1);
      assert.equal((await server.send((first.headers.get('Location') ?? ''), {headers: {Authorization: `Bearer ${tenant.secretKey}`}})).status, 200);
    });

    it('are kept with their answers so that only who has them can read either', async () => {
      const key = freshKey();
      const answer = await (await create(key, {name: 'Sealed'})).text();
      const {key_id: keyId} = await tenant.inScope(({db}) => db.selectFrom('secret_key').select('key_id').executeTakeFirstOrThrow());
      const asKey = openingSql('read', {tenantId: tenant.tenantId, caller: 'key', partnerOrgId: null, principalId: `key:${keyId}`});
      const rows = await inTransaction(server.database, asKey, transaction => bind(transaction).selectFrom('idempotency_record').selectAll().execute());
      assert.ok(rows.length > 0);
      for (const {body, ...row} of rows) assert.ok(![JSON.stringify(row), Buffer.from(body ?? []).toString('latin1')].some(text => text.includes(key) || text.includes('Sealed')));
      assert.equal(await (await create(key, {name: 'Sealed'})).text(), answer);
    });

    it('belong to one request and one principal', async () => {
      const key = freshKey();
      await create(key, {name: 'Mine'});
      assert.equal(await codeOf(await create(key, {name: 'Other'})), 'idempotency_key_reused');
      const other = await tenant.vendorSession();
      assert.equal((await create(key, {name: 'Theirs'}, other.token)).headers.get('Idempotent-Replayed'), null);
      const stranger = await server.newTenant();
      assert.equal((await create(key, {name: 'Mine'}, stranger.secretKey)).headers.get('Idempotent-Replayed'), null);
    });

    it('are asked for on every POST, in one form', async () => {
      const headers = {Authorization: `Bearer ${tenant.secretKey}`, 'Content-Type': 'application/json'};
      assert.equal(await codeOf(await server.send('/v1/partner-orgs', {method: 'POST', headers, body: '{"name":"x"}'})), 'idempotency_key_required');
      for (const key of ['short', 'with spaces in between', 'x'.repeat(129), 'semi;colon;semi;colon', '"unfinished-quotes']) {
        assert.equal(await codeOf(await create(key, {name: 'x'})), 'idempotency_key_malformed', key);
      }
    });

    it('save what the domain refused, and not what may be tried again', async () => {
      await create(freshKey(), {name: 'Taken', externalId: 'taken'});
      const key = freshKey();
      const refused = await create(key, {name: 'Second', externalId: 'taken'});
      assert.equal(refused.status, 409);
      const again = await create(key, {name: 'Second', externalId: 'taken'});
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.equal(await again.text(), await refused.text());
      assert.equal(await count(tenant, 'Second'), 0);

      const later = freshKey();
      assert.equal((await create(later, {name: ''})).status, 422);
      assert.equal((await create(later, {name: 'Corrected'})).status, 201);

      const missing = freshKey();
      const parentId = '0190a000-0000-7000-8000-000000000000';
      for (const _ of [1, 2]) {
        const answer = await create(missing, {name: 'Child', parentId});
        assert.equal(answer.status, 404);
        assert.equal(answer.headers.get('Idempotent-Replayed'), null);
      }
    });

    it('do not show the old answer to somebody who has lost access', async () => {
      const own = await server.newTenant();
      const {token, personId} = await own.vendorSession();
      const key = freshKey();
      assert.equal((await create(key, {name: 'A'}, token)).status, 201);
      const person = await own.client.people.get({id: personId});
      await own.client.people.update({id: personId, version: person.version, memberships: [{partnerOrgId: null, roles: ['finance']}]});
      assert.equal((await create(key, {name: 'A'}, token)).status, 403);
    });

    it('do one effect for fifty requests at once', async () => {
      const own = await server.newTenant();
      const key = freshKey();
      const answers = await Promise.all(Array.from({length: 50}, () => create(key, {name: 'Fifty'}, own.secretKey)));
      const statuses = answers.map(({status}) => status);
      const inProgress = statuses.filter(status => status === 409).length;
      const bodies = await Promise.all(answers.filter(({status}) => status === 201).map(async answer => ((await answer.json()) as PartnerOrg).id));
      assert.equal(statuses.filter(status => status === 201).length + inProgress, 50, statuses.join());
      assert.equal(new Set(bodies).size, 1);
      assert.equal(answers.filter(({headers}) => headers.get('Idempotent-Replayed') === 'true').length, bodies.length - 1);
      assert.equal(await count(own, 'Fifty'), 1);
      const events = await own.inScope(({db}) => db.selectFrom('change_event').select('change_id').where('resource', '=', 'partner_org').execute());
      assert.equal(events.length, 1);
    });

    it('make a PATCH repeatable that its own effect would refuse', async () => {
      const org = await tenant.client.partnerOrgs.create({name: 'Before'});
      const patch = (key: string) =>
        server.send(`/v1/partner-orgs/${org.id}`, {method: 'PATCH', headers: {Authorization: `Bearer ${tenant.secretKey}`, 'Content-Type': 'application/json', 'If-Match': `"${org.version}"`, 'Idempotency-Key': key}, body: '{"name":"After"}'});
      const key = freshKey();
      assert.equal((await patch(key)).status, 200);
      const again = await patch(key);
      assert.equal(again.status, 200);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.equal((await patch(freshKey())).status, 412);
    });
  });

  describe(`versions on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
    });
    after(() => server.close());

    const patch = (id: string, ifMatch: string | null) =>
      server.send(`/v1/partner-orgs/${id}`, {method: 'PATCH', headers: {Authorization: `Bearer ${tenant.secretKey}`, 'Content-Type': 'application/json', ...(ifMatch === null ? {} : {'If-Match': ifMatch})}, body: '{"country":"SE"}'});

    it('are asked for, and compared', async () => {
      const org = await tenant.client.partnerOrgs.create({name: 'Versions'});
      const codes = async (answer: Response) => `${answer.status} ${((await answer.json()) as Problem).code}`;
      assert.equal(await codes(await patch(org.id, null)), '428 if_match_required');
      for (const text of ['*', '1', 'W/"1"', '"x"', '"1", "2"', '"0"', '""']) assert.equal(await codes(await patch(org.id, text)), '400 if_match_malformed', text);
      const changed = await patch(org.id, '"1"');
      assert.equal(changed.status, 200);
      assert.equal(changed.headers.get('ETag'), '"2"');
      const late = await patch(org.id, '"1"');
      assert.equal(late.headers.get('ETag'), '"2"');
      const problem = (await late.json()) as Problem & {current: PartnerOrg};
      assert.equal(problem.code, 'version_conflict');
      assert.deepEqual(problem.current, await changed.json());
      const early = await patch(org.id, '"9"');
      assert.equal(early.status, 412);
    });

    it('let one of many writers through', async () => {
      const org = await tenant.client.partnerOrgs.create({name: 'Contested'});
      const answers = await Promise.all(Array.from({length: 20}, () => patch(org.id, '"1"')));
      const statuses = answers.map(({status}) => status).sort();
      assert.equal(statuses.filter(status => status === 200).length, 1);
      assert.ok(statuses.every(status => status === 200 || status === 412), statuses.join());
      assert.equal((await tenant.client.partnerOrgs.get({id: org.id})).version, 2);
    });

    it('save reading again what one has', async () => {
      const org = await tenant.client.partnerOrgs.create({name: 'Cached'});
      const get = (tag: string) => server.send(`/v1/partner-orgs/${org.id}`, {headers: {Authorization: `Bearer ${tenant.secretKey}`, 'If-None-Match': tag}});
      for (const tag of ['"1"', 'W/"1"', '"7", "1"']) {
        const answer = await get(tag);
        assert.equal(answer.status, 304, tag);
        assert.equal(answer.headers.get('ETag'), '"1"');
        assert.equal(await answer.text(), '');
      }
      assert.equal((await get('"2"')).status, 200);
    });
  });
}
