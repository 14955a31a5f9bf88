import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {ChangeEvent, Problem} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import {newId} from '../context.ts';
import {asWorker} from '../database/open.ts';
import {EventReader} from '../testing/read-events.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

for (const database of databaseKinds) {
  describe(`the event stream on ${database}`, () => {
    let server: TestServer;
    let open: EventReader[] = [];
    before(async () => {
      server = await startTestServer({database});
    });
    afterEach(() => {
      for (const reader of open) reader.cut();
      open = [];
    });
    after(() => server.close());

    const ask = (token: string, lastEventId?: string) => server.send('/v1/events', {headers: {Authorization: `Bearer ${token}`, ...(lastEventId === undefined ? {} : {'Last-Event-ID': lastEventId})}});
    async function connect(token: string, lastEventId?: number): Promise<EventReader> {
      const answer = await ask(token, lastEventId?.toString());
      assert.equal(answer.status, 200);
      assert.ok(answer.body);
      const reader = new EventReader(answer.body);
      open.push(reader);
      return reader;
    }
    /** Announces changes of made-up leads, one transaction each. */
    async function change(tenant: TestTenant, audience: {partnerOrgId?: string; partnerOrgIds?: string[]; personId?: string; toVendor?: boolean} = {}): Promise<string> {
      const id = newId(server.context);
      await tenant.inScope(scope => recordChange(scope, {resource: 'lead_offer', id, action: 'test', ...audience}));
      return id;
    }
    const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;

    it('says where it is, then what changes', async () => {
      const tenant = await server.newTenant();
      const answer = await ask(tenant.secretKey);
      assert.equal(answer.headers.get('Content-Type'), 'text/event-stream; charset=utf-8');
      assert.equal(answer.headers.get('Cache-Control'), 'private, no-store');
      assert.equal(answer.headers.get('X-Accel-Buffering'), 'no');
      assert.ok(answer.body);
      const reader = new EventReader(answer.body);
      open.push(reader);
      assert.deepEqual(await reader.next(), {event: 'ready', id: 0, data: '{}', retryMs: 3000});
      const id = await change(tenant);
      const event = await reader.next();
      assert.equal(event?.event, 'change');
      assert.equal(event.id, 1);
      assert.deepEqual(JSON.parse(event.data), {id: 1, resource: 'lead_offer', resourceId: id} satisfies ChangeEvent);
    });

    it('goes on where a reader was cut off', async () => {
      const tenant = await server.newTenant();
      const first = await connect(tenant.secretKey);
      const ids = [await change(tenant), await change(tenant)];
      const heard = await first.until(({id}) => id === 2);
      first.cut();
      for (let index = 0; index < 5; index++) ids.push(await change(tenant));
      const second = await connect(tenant.secretKey, 2);
      assert.equal((await second.next())?.event, 'ready');
      heard.push(...(await second.until(({id}) => id === 7)));
      ids.push(await change(tenant));
      heard.push(...(await second.until(({id}) => id === 8)));
      const changes = heard.filter(({event}) => event === 'change').map(({data}) => JSON.parse(data) as ChangeEvent);
      assert.deepEqual(changes.map(({id}) => id), [1, 2, 3, 4, 5, 6, 7, 8]);
      assert.deepEqual(changes.map(({resourceId}) => resourceId), ids);
    });

    it('misses nothing and repeats nothing while forty write and the reader comes and goes', async () => {
      const tenant = await server.newTenant();
      const perWriter = database === 'postgres' ? 25 : 8;
      const total = 40 * perWriter;
      const written = new Set<string>();
      const writers = Promise.all(
        Array.from({length: 40}, async () => {
          for (let index = 0; index < perWriter; index++) written.add(await change(tenant));
        }),
      );
      const heard: ChangeEvent[] = [];
      let position = 0;
      while (position < total) {
        const reader = await connect(tenant.secretKey, position);
        // Each connection hears a handful more and is cut.
        const upTo = Math.min(total, position + 17);
        for (const {event, data} of await reader.until(({id, event}) => event === 'change' && (id ?? 0) >= upTo)) if (event === 'change') heard.push(JSON.parse(data) as ChangeEvent);
        position = heard.at(-1)?.id ?? position;
        reader.cut();
      }
      await writers;
      assert.deepEqual(heard.map(({id}) => id), Array.from({length: total}, (_, index) => index + 1));
      assert.deepEqual(new Set(heard.map(({resourceId}) => resourceId)), written);
    });

    it('does not announce what was undone', async () => {
      const tenant = await server.newTenant();
      const reader = await connect(tenant.secretKey);
      await reader.next();
      await assert.rejects(
        tenant.inScope(async scope => {
          await recordChange(scope, {resource: 'lead', id: newId(scope.context), action: 'test'});
          throw new Error('undone');
        }),
        /undone/,
      );
      const id = await change(tenant);
      const event = await reader.next();
      assert.deepEqual(JSON.parse(event?.data ?? ''), {id: 1, resource: 'lead_offer', resourceId: id});
    });

    it('tells each reader only what is theirs to hear', async () => {
      const tenant = await server.newTenant();
      const stranger = await server.newTenant();
      const [own, sibling] = [await tenant.newPartnerOrg(), await tenant.newPartnerOrg()];
      const lead = await tenant.partnerSession({partnerOrgId: own, roles: ['sales_lead']});
      const rep = await tenant.partnerSession({partnerOrgId: own, roles: ['sales_rep']});
      const learner = await tenant.partnerSession({partnerOrgId: own, roles: ['learner']});
      const vendor = await tenant.vendorSession();
      const readers = {lead, rep, learner, vendor};
      const streams = await Promise.all(Object.values(readers).map(({token}) => connect(token)));
      const all = {
        own: await change(tenant, {partnerOrgId: own}),
        sibling: await change(tenant, {partnerOrgId: sibling}),
        lead: await change(tenant, {partnerOrgId: own, personId: lead.personId}),
        rep: await change(tenant, {partnerOrgId: own, personId: rep.personId}),
        vendor: await change(tenant),
        both: await change(tenant, {partnerOrgIds: [sibling, own]}),
        partner: await change(tenant, {partnerOrgId: own, toVendor: false}),
        stranger: await change(stranger),
      };
      const names = new Map(Object.entries(all).map(([name, id]) => [id, name]));
      // A partner organisation's own change ends the test for everybody: all of these roles may read it.
      const end = newId(server.context);
      await tenant.inScope(scope => recordChange(scope, {resource: 'partner_org', id: end, action: 'test', partnerOrgId: own}));
      const heard = await Promise.all(
        streams.map(async stream =>
          (await stream.until(({data}) => data.includes(end))).filter(({event}) => event === 'change').map(({data}) => names.get((JSON.parse(data) as ChangeEvent).resourceId) ?? 'end').join(' '),
        ),
      );
      assert.deepEqual(Object.fromEntries(Object.keys(readers).map((name, index) => [name, heard[index]])), {
        lead: 'own lead rep both partner end',
        rep: 'own rep both partner end',
        learner: 'end',
        vendor: 'own sibling lead rep vendor both end',
      });
    });

    it('refuses numbers that it did not give out', async () => {
      const tenant = await server.newTenant();
      await change(tenant);
      for (const text of ['2', '999999', 'x', '-1', '1.5', '1; DROP TABLE lead', '9'.repeat(30)]) {
        const answer = await ask(tenant.secretKey, text);
        assert.equal(answer.status, 400, text);
        assert.equal(await codeOf(answer), 'last_event_id_invalid');
      }
    });

    it('sends a reader who was away too long to read everything again', async () => {
      const tenant = await server.newTenant();
      for (let index = 0; index < 4; index++) await change(tenant);
      await asWorker(server.database, db => db.deleteFrom('change_event').where('tenant_id', '=', tenant.tenantId).where('change_id', '<=', 2).execute());
      const late = await connect(tenant.secretKey, 1);
      assert.deepEqual(await late.next(), {event: 'reset', id: 4, data: '{}', retryMs: 3000});
      const inTime = await connect(tenant.secretKey, 2);
      assert.deepEqual((await inTime.until(({id, event}) => event === 'change' && id === 4)).map(({event, id}) => `${event} ${id}`), ['ready 2', 'change 3', 'change 4']);
      await asWorker(server.database, db => db.deleteFrom('change_event').where('tenant_id', '=', tenant.tenantId).execute());
      const afterAll = await connect(tenant.secretKey, 3);
      assert.equal((await afterAll.next())?.event, 'reset');
    });

    it('asks for a new session when the old one ends', async () => {
      const tenant = await server.newTenant();
      const {token} = await tenant.partnerSession();
      const reader = await connect(token);
      await reader.next();
      server.clock.advance({minutes: 15, seconds: 1});
      assert.equal((await reader.next())?.event, 'reauth');
      assert.equal(await reader.next(), null);
    });

    it('ends within ten seconds for a session, person or key that was ended', async () => {
      const tenant = await server.newTenant();
      const [first, second, third] = [await tenant.partnerSession(), await tenant.partnerSession(), await tenant.vendorSession()];
      const readers = await Promise.all([first, second, third].map(({token}) => connect(token)));
      for (const reader of readers) await reader.next();
      await tenant.client.embedSessions.delete({id: first.sessionId});
      const person = await tenant.client.people.get({id: second.personId});
      await tenant.client.people.update({id: person.id, version: person.version, memberships: []});
      server.clock.advance({seconds: 10});
      for (const reader of readers.slice(0, 2)) {
        assert.equal((await reader.until(({event}) => event === 'reauth')).at(-1)?.event, 'reauth');
        assert.equal(await reader.next(), null);
      }
      // The third is still there.
      await change(tenant);
      const news = await readers[2]?.until(({data}) => data.includes('lead_offer'));
      assert.ok(news?.every(({event}) => event === 'change'));
    });

    it('goes by the roles of this moment', async () => {
      const tenant = await server.newTenant();
      const rep = await tenant.partnerSession({roles: ['sales_rep']});
      const reader = await connect(rep.token);
      await reader.next();
      const person = await tenant.client.people.get({id: rep.personId});
      await tenant.client.people.update({id: person.id, version: person.version, memberships: [{partnerOrgId: rep.partnerOrgId, roles: ['learner']}]});
      server.clock.advance({seconds: 10});
      await new Promise(resolve => setTimeout(resolve, 1500));
      await change(tenant, {partnerOrgId: rep.partnerOrgId});
      const end = newId(server.context);
      await tenant.inScope(scope => recordChange(scope, {resource: 'partner_org', id: end, action: 'test', partnerOrgId: rep.partnerOrgId}));
      const heard = await reader.until(({data}) => data.includes(end));
      assert.ok(heard.every(({data}) => !data.includes('lead_offer')));
    });

    it('opens three times a session and not once more', async () => {
      const tenant = await server.newTenant();
      const {token} = await tenant.partnerSession();
      const readers = [await connect(token), await connect(token), await connect(token)];
      const refused = await ask(token);
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get('Retry-After')) >= 1);
      readers[0]?.cut();
      await new Promise(resolve => setTimeout(resolve, 50));
      await connect(token);
    });

    it('is refused without a right to it', async () => {
      assert.equal(await codeOf(await server.send('/v1/events')), 'session_missing');
      assert.equal(await codeOf(await ask('nonsense')), 'session_invalid');
      const tenant = await server.newTenant();
      const {token} = await tenant.partnerSession();
      assert.equal(await codeOf(await server.send('/v1/events', {headers: {Authorization: `Bearer ${token}`, Origin: 'https://evil.example'}})), 'origin_not_allowed');
      const head = await server.send('/v1/events', {method: 'HEAD', headers: {Authorization: `Bearer ${token}`}});
      assert.equal(head.status, 405);
      assert.equal((await server.send('/v1/events', {method: 'POST'})).status, 405);
    });

    it('cuts off a reader who does not read, and lets everybody catch up', async () => {
      const tenant = await server.newTenant();
      const slow = await ask(tenant.secretKey);
      const reader = await connect(tenant.secretKey);
      assert.equal((await reader.next())?.event, 'ready');
      const count = 6000;
      await burst(tenant, count);
      // The one who reads hears all of it, if need be with a pause in between.
      const heard = await hearAll(tenant, reader, count);
      assert.deepEqual(heard, Array.from({length: count}, (_, index) => index + 1));
      // The slow one gets what was waiting, not all of it, and then the end.
      assert.ok(slow.body);
      const late = await new EventReader(slow.body).until(() => false);
      const last = late.at(-1)?.id ?? 0;
      assert.ok(last > 0 && last < count, `heard up to ${last}`);
      const bytes = late.reduce((sum, {data}) => sum + data.length, 0);
      assert.ok(bytes < 300_000, `${bytes} bytes waited`);
      const back = await connect(tenant.secretKey, last);
      const rest = await back.until(({id, event}) => event === 'change' && id === count);
      assert.equal(rest.filter(({event}) => event === 'change').length, count - last);
    });

    /** Many changes in one transaction, faster than they could be made one by one. */
    async function burst(tenant: TestTenant, count: number): Promise<void> {
      const {transaction} = await server.database.begin('SET LOCAL search_path = portico; ');
      const tenantId = `'${tenant.tenantId}'`;
      await transaction.script(`
        INSERT INTO change_event (tenant_id, change_id, resource, resource_id, created_at) SELECT ${tenantId}, n, 'lead', gen_random_uuid(), now() FROM generate_series(1, ${count}) n;
        UPDATE tenant_sequence SET last_change = ${count} WHERE tenant_id = ${tenantId};
        SELECT pg_notify('portico_change', ${tenantId});`);
      await transaction.commit();
    }

    async function hearAll(tenant: TestTenant, first: EventReader, count: number): Promise<number[]> {
      const heard: number[] = [];
      for (let reader = first; (heard.at(-1) ?? 0) < count; reader = await connect(tenant.secretKey, heard.at(-1) ?? 0)) {
        const events = await reader.until(({id, event}) => event === 'change' && id === count);
        heard.push(...events.flatMap(({id, event}) => (event === 'change' && id !== null ? [id] : [])));
      }
      return heard;
    }
  });
}
